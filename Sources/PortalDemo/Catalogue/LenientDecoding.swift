import Foundation

extension KeyedDecodingContainer {
    /// A text that is more than blanks, or a number written as one.
    func text(_ key: Key) -> String? {
        guard contains(key) else { return nil }
        return (try? decode(LenientText.self, forKey: key))?.text
    }

    /// The texts of a list without its nulls and blanks, each once; a single text counts as a list of one.
    func texts(_ key: Key) -> [String] {
        guard contains(key) else { return [] }
        guard let list = try? decode([LenientText].self, forKey: key) else { return text(key).map { [$0] } ?? [] }
        var seen = Set<String>()
        return list.compactMap(\.text).filter { seen.insert($0).inserted }
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
        guard contains(key) else { return [] }
        return ((try? decode([Attempt<Element>].self, forKey: key)) ?? []).compactMap(\.value)
    }
}

/// A text, or a number as text; nil for blanks and everything else.
private struct LenientText: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
            self.text = trimmed.isEmpty ? nil : trimmed
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
