/// Catalogues give titles and descriptions as they stand on web pages, with tags and character references. This makes
/// plain text of them: paragraphs and list items become lines, references the characters they stand for, and the
/// address of a link stands after its words. What only looks like a tag ("p < 0.05") stays as it is.
enum MarkedUpText {
    /// Text of several lines.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return text }
        var reader = MarkupReader(text)
        return reader.read()
    }

    /// Text of one line, without runs of white space.
    static func plainLine(_ text: String) -> String {
        plain(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// Reads marked-up text once from its beginning to its end, in UTF-8.
private struct MarkupReader {
    /// Longer ones are not tags but text.
    private static let longestTag = 2000
    private static let longestReference = 12

    private let bytes: [UInt8]
    private var position = 0
    private var result: [UInt8] = []
    /// Where the link leads whose words are being read.
    private var address: [UInt8]?
    private var hasTags = false
    /// What was looked for and is not in the rest, so that nothing is looked through twice.
    private var missing: Set<String> = []

    init(_ text: String) {
        bytes = Array(text.utf8)
        result.reserveCapacity(bytes.count)
    }

    mutating func read() -> String {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "<"): readTag()
            case UInt8(ascii: "&"): readReference()
            default:
                result.append(bytes[position])
                position += 1
            }
        }
        let text = String(decoding: result, as: UTF8.self)
        return hasTags ? Self.tidied(text) : text
    }

    private mutating func readTag() {
        if bytes[position...].starts(with: "<!--".utf8), let end = end(of: "-->", after: position) {
            hasTags = true
            position = end
            return
        }
        let rest = bytes[position...].dropFirst().prefix(Self.longestTag)
        // A second "<" before the end means that the first was none of a tag; so nothing is looked at twice.
        guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }),
            bytes[end] == UInt8(ascii: ">")
        else { return keep() }
        let inside = rest[rest.startIndex..<end]
        let isClosing = inside.first == UInt8(ascii: "/")
        let name = inside.drop { $0 == UInt8(ascii: "/") }.prefix { $0.isLetterOrDigit }
        let tag = String(decoding: name, as: UTF8.self).lowercased()
        if !isClosing, TagEffect.hidden.contains(tag), let end = self.end(of: "</\(tag)>", after: end) {
            hasTags = true
            position = end
            return
        }
        guard let effect = TagEffect(tag) else { return keep() }
        hasTags = true
        position = end + 1
        apply(effect, isClosing: isClosing, inside)
    }

    private mutating func apply(_ effect: TagEffect, isClosing: Bool, _ inside: ArraySlice<UInt8>) {
        switch effect {
        case .nothing: break
        case .line: result.append(UInt8(ascii: "\n"))
        case .paragraph: result += isClosing ? [] : Array("\n\n".utf8)
        case .item: result += isClosing ? [] : Array("\n- ".utf8)
        // Its closing tag may be left out (HTML, 13.1.2.4).
        case .cell: result += Array("  ".utf8)
        case .link where isClosing:
            if let address { result += Array(" (".utf8) + address + Array(")".utf8) }
            address = nil
        case .link: address = Self.address(in: inside)
        }
    }

    /// The place behind a mark, whatever its case; nil when it does not come any more.
    private mutating func end(of mark: String, after start: Int) -> Int? {
        let wanted = Array(mark.utf8)
        guard !missing.contains(mark), bytes.count >= wanted.count else { return nil }
        var place = start
        while place + wanted.count <= bytes.count {
            if bytes[place..<place + wanted.count].elementsEqual(wanted, by: { $0 == $1 || $0.isUpper(of: $1) }) {
                return place + wanted.count
            }
            place += 1
        }
        missing.insert(mark)
        return nil
    }

    /// An address that leads somewhere from a terminal: relative ones do not.
    private static func address(in tag: ArraySlice<UInt8>) -> [UInt8]? {
        let text = String(decoding: tag, as: UTF8.self)
        guard let start = text.firstRange(of: "href=\"")?.upperBound else { return nil }
        let address = text[start...].prefix { $0 != "\"" }
        return address.hasPrefix("http") && address.contains("://") ? Array(address.utf8) : nil
    }

    private mutating func readReference() {
        let rest = bytes[position...].dropFirst().prefix(Self.longestReference)
        guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return keep() }
        let name = String(decoding: rest[rest.startIndex..<end], as: UTF8.self)
        guard let character = CharacterReference.scalar(name) else { return keep() }
        result += Array(String(character).utf8)
        position = end + 1
    }

    private mutating func keep() {
        result.append(bytes[position])
        position += 1
    }

    /// White space means little beside tags: one space between words, at most one empty line between paragraphs.
    private static func tidied(_ text: String) -> String {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if words.isEmpty, lines.last?.isEmpty != false { continue }
            lines.append(words)
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}

/// What a tag does to plain text.
private enum TagEffect {
    case nothing, line, paragraph, item, cell, link

    /// What these hold is for the browser and never shown.
    static let hidden: Set<String> = ["script", "style", "template"]

    /// Nil for what is not a tag of a web page.
    init?(_ name: String) {
        switch name {
        case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "h", "table", "blockquote", "ul", "ol", "dl":
            self = .paragraph
        case "br", "hr", "tr", "dt", "dd": self = .line
        case "li": self = .item
        case "td", "th": self = .cell
        case "a": self = .link
        case "b", "i", "u", "s", "em", "strong", "span", "font", "sub", "sup", "small", "big", "scp", "code", "pre",
            "tt", "center", "tbody", "thead", "caption", "abbr", "cite", "mark", "q", "html", "body",
            "del", "ins", "strike", "kbd", "var", "samp", "dfn", "time", "wbr", "col", "colgroup", "tfoot", "section",
            "article", "figure", "figcaption", "label", "nobr":
            self = .nothing
        default: return nil
        }
    }
}

extension UInt8 {
    fileprivate func isUpper(of letter: UInt8) -> Bool { (0x61...0x7A).contains(letter) && self == letter - 0x20 }

    fileprivate var isLetterOrDigit: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
}
