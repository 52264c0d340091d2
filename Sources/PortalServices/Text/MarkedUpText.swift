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
        let text = plain(text)
        return WhiteSpace.isPlainlyTidy(text) ? text : WhiteSpace.tidied(text.utf8, keepsLines: false)
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
    /// Ends that do not come any more.
    private var endless: Set<[UInt8]> = []

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
        // White space means little beside tags.
        return hasTags ? WhiteSpace.tidied(result, keepsLines: true) : String(decoding: result, as: UTF8.self)
    }

    private mutating func readTag() {
        if skipUnread() { return }
        let rest = bytes[position...].dropFirst().prefix(Self.longestTag)
        // A second "<" before the end means that the first was none of a tag; so nothing is looked at twice.
        guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }),
            bytes[end] == UInt8(ascii: ">")
        else { return keep() }
        let inside = rest[rest.startIndex..<end]
        let isClosing = inside.first == UInt8(ascii: "/")
        // Word processors' own have a colon, as no address has without a slash behind it: <o:p>.
        let name = inside.drop { $0 == UInt8(ascii: "/") }.prefix { $0.isLetterOrDigit || $0 == UInt8(ascii: ":") }
        guard let effect = TagEffect(String(decoding: name, as: UTF8.self).lowercased()) else { return keep() }
        hasTags = true
        position = end + 1
        apply(effect, isClosing: isClosing, inside)
    }

    /// Passes over what is not meant to be read: comments, programs and styles. Without an end they are text.
    private mutating func skipUnread() -> Bool {
        let rest = bytes[position...]
        for (start, end) in Self.unread where rest.count >= start.count + end.count {
            guard zip(rest, start).allSatisfy({ $0.lowercased == $1 }) else { continue }
            // Looked for once only where it is missing: else many beginnings would each be read to the end.
            guard !endless.contains(end) else { return false }
            var place = position + start.count
            while place + end.count <= bytes.count {
                if bytes[place] == end[0], zip(bytes[place...], end).allSatisfy({ $0.lowercased == $1 }) {
                    hasTags = true
                    position = place + end.count
                    return true
                }
                place += 1
            }
            endless.insert(end)
        }
        return false
    }

    private static let unread = [
        ("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"), ("<template", "</template>"),
    ].map { (Array($0.utf8), Array($1.utf8)) }

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

    /// An address that leads somewhere from a terminal: relative ones do not.
    private static func address(in tag: ArraySlice<UInt8>) -> [UInt8]? {
        let text = String(decoding: tag, as: UTF8.self)
        guard let start = text.firstRange(of: "href=")?.upperBound, let quote = text[start...].first else { return nil }
        let isQuoted = quote == "\"" || quote == "'"
        let rest = isQuoted ? text[start...].dropFirst() : text[start...]
        let address = rest.prefix { isQuoted ? $0 != quote : !$0.isWhitespace }
        return address.hasPrefix("http") && address.contains("://")
            ? Array(MarkedUpText.plain(String(address)).utf8) : nil
    }

    private mutating func readReference() {
        let rest = bytes[position...].dropFirst().prefix(Self.longestReference)
        if let end = rest.firstIndex(of: UInt8(ascii: ";")),
            let character = CharacterReference.scalar(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
        {
            result += Array(String(character).utf8)
            position = end + 1
            return
        }
        // The oldest names need no end, as HTML has it; not where an address goes on: ?a=1&copy=2.
        let word = rest.prefix { $0.isLetterOrDigit }
        let next = word.endIndex < bytes.count ? bytes[word.endIndex] : UInt8(ascii: " ")
        guard next != UInt8(ascii: "="), next != UInt8(ascii: ";"),
            let character = CharacterReference.scalar(withoutEnd: String(decoding: word, as: UTF8.self))
        else { return keep() }
        result += Array(String(character).utf8)
        position = word.endIndex
    }

    private mutating func keep() {
        result.append(bytes[position])
        position += 1
    }
}

/// What a tag does to plain text.
private enum TagEffect {
    case nothing, line, paragraph, item, cell, link

    /// Nil for what is not a tag of a web page.
    init?(_ name: String) {
        switch name {
        case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "h", "table", "blockquote", "ul", "ol", "dl",
            "section", "article", "header", "footer", "main", "nav", "aside", "figure", "address", "pre", "form":
            self = .paragraph
        case "br", "hr", "tr", "dt", "dd": self = .line
        case "li": self = .item
        case "td", "th": self = .cell
        case "a": self = .link
        case "b", "i", "u", "s", "em", "strong", "span", "font", "sub", "sup", "small", "big", "scp", "code",
            "tt", "center", "tbody", "thead", "tfoot", "caption", "abbr", "cite", "mark", "q", "html", "body", "head",
            "del", "ins", "strike", "kbd", "samp", "var", "dfn", "time", "label", "img", "figcaption", "wbr", "nobr",
            "colgroup", "col", "iframe", "video", "source", "picture", "button", "input":
            self = .nothing
        default:
            let parts = name.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, ["o", "w", "v", "m", "st1"].contains(parts[0]), !parts[1].isEmpty else {
                return nil
            }
            self = .nothing
        }
    }
}

extension UInt8 {
    fileprivate var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self + 32 : self }

    fileprivate var isLetterOrDigit: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
}
