/// How long an answer is asked to be, where the explanation of a field says so: no contract has a least length.
extension FormField {
    /// Of “at least 60 characters”, in characters; nil where nothing of the kind is said.
    public func leastLength(in languages: [String]) -> Int? {
        let words = info.text(in: languages).lowercased().split(whereSeparator: { $0.isWhitespace })
        for index in words.indices.dropLast(3) where words[index] == "at" && words[index + 1] == "least" {
            let unit = words[index + 3].prefix { $0.isLetter }
            if unit == "characters" || unit == "letters", let number = Int(words[index + 2]), number > 0 {
                return number
            }
        }
        return nil
    }

    /// A text field whose example is an internet address: AMS has no type for it, and REMS behind it refuses the same
    /// ones.
    var asksForAddress: Bool {
        placeholder.variants.contains { IPAddress($0.text.trimmingSpaces) != nil }
    }
}

extension String {
    /// Meant as a single internet address: nothing but what those are written with.
    var isMeantAsAddress: Bool {
        contains { $0 == "." || $0 == ":" } && allSatisfy { $0.isHexDigit || $0 == "." || $0 == ":" }
    }
}
