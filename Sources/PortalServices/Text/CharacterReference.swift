/// Character references of HTML: those with numbers, and the names of HTML 4.
enum CharacterReference {
    private static let names = table(GeneratedReferences.names) { $0 }
    private static let windows = table(GeneratedReferences.windows) { UInt32($0, radix: 16) }

    private static func table<Key>(_ text: String, _ key: (String) -> Key?) -> [Key: Unicode.Scalar] {
        let pairs = text.split(separator: " ").compactMap { pair -> (Key, Unicode.Scalar)? in
            let parts = pair.split(separator: ":").map { String($0) }
            guard parts.count == 2, let key = key(parts[0]) else { return nil }
            return UInt32(parts[1], radix: 16).flatMap { Unicode.Scalar($0) }.map { (key, $0) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// - Parameter name: between the ampersand and the semicolon.
    /// - Returns: nil for what is no reference, which stays as it is written.
    static func scalar(_ name: String) -> Unicode.Scalar? {
        let scalar = name.hasPrefix("#") ? numbered(name.dropFirst()) : later[name] ?? names[name]
        // A blank is a blank here, wherever its line ends.
        return scalar == "\u{A0}" ? " " : scalar
    }

    /// What is known without a semicolon: the names of Latin 1, which are older than the rule.
    static func scalar(withoutEnd name: String) -> Unicode.Scalar? {
        let scalar = scalar(name)
        return name.hasPrefix("#") || scalar.map { $0.value < 0x100 } != true || name == "apos" ? nil : scalar
    }

    /// Names that HTML 5 has besides, and that older pages wrote all the same.
    private static let later: [String: Unicode.Scalar] = [
        "apos": "'", "AMP": "&", "LT": "<", "GT": ">", "QUOT": "\"", "COPY": "\u{A9}", "REG": "\u{AE}",
        "TRADE": "\u{2122}", "hyphen": "\u{2010}", "half": "\u{BD}",
    ]

    private static func numbered(_ digits: Substring) -> Unicode.Scalar? {
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
        guard let code, code >= 0x20, code != 0x7F else { return nil }
        // Written for Windows' own characters, as all browsers read them; else they would be controls.
        if (0x80...0x9F).contains(code) { return windows[code] }
        return Unicode.Scalar(code)
    }
}
