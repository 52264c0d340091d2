import Foundation

extension KeyedDecodingContainer {
    /// A text that is more than blanks, or a number written as one.
    func text(_ key: Key) -> String? {
        // Nearly always it is there as it should be, or null.
        if let text = try? decodeIfPresent(String.self, forKey: key) { return text.trimmed }
        guard contains(key), (try? decodeNil(forKey: key)) == false else { return nil }
        return (try? decode(LenientText.self, forKey: key))?.text
    }

    /// The texts of a list without its nulls and blanks, each once; a single text counts as a list of one.
    func texts(_ key: Key) -> [String] {
        guard contains(key), (try? decodeNil(forKey: key)) == false else { return [] }
        if let list = try? decode([String].self, forKey: key) { return Self.once(list.compactMap(\.trimmed)) }
        guard let list = try? decode([LenientText].self, forKey: key) else { return text(key).map { [$0] } ?? [] }
        return Self.once(list.compactMap(\.text))
    }

    private static func once(_ texts: [String]) -> [String] {
        guard texts.count > 1 else { return texts }
        var seen = Set<String>()
        return texts.filter { seen.insert($0).inserted }
    }

    /// A number of things; negative numbers count as missing.
    func count(_ key: Key) -> Int? {
        guard contains(key) else { return nil }
        let number = (try? decode(Int.self, forKey: key)) ?? text(key).flatMap { Int($0) }
        return number.flatMap { $0 >= 0 ? $0 : nil }
    }

    /// True only where the catalogue says so.
    func flag(_ key: Key) -> Bool {
        contains(key) && (try? decode(Bool.self, forKey: key)) == true
    }

    /// The elements of a list that fit; the others are left out.
    func elements<Element: Decodable>(_ key: Key, of type: Element.Type) -> [Element] {
        guard contains(key), (try? decodeNil(forKey: key)) == false else { return [] }
        if let all = try? decode([Element].self, forKey: key) { return all }
        return ((try? decode([Attempt<Element>].self, forKey: key)) ?? []).compactMap(\.value)
    }
}

extension String {
    /// Without blanks at its ends; nil where nothing else is in it.
    fileprivate var trimmed: String? {
        guard let first = utf8.first, let last = utf8.last else { return nil }
        // Foundation copies a text over UTF-16 to trim it, so it is asked only where there may be something to trim.
        func isPlain(_ byte: UInt8) -> Bool { (0x21..<0x80).contains(byte) }
        if isPlain(first), isPlain(last) { return self }
        let trimmed = trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? nil : trimmed
    }
}

/// A text, or a number as text; nil for blanks and everything else.
private struct LenientText: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            text = nil
        } else if let text = try? container.decode(String.self) {
            self.text = text.trimmed
        } else if let number = try? container.decode(Int.self) {
            text = String(number)
        } else if let number = try? container.decode(Double.self) {
            text = String(number)
        } else {
            text = nil
        }
    }
}

/// A list element that may not fit, so that the rest of the list survives it.
private struct Attempt<Value: Decodable>: Decodable {
    let value: Value?

    init(from decoder: any Decoder) throws {
        value = try? Value(from: decoder)
    }
}
