import PortalModel

/// What somebody may hit, and what may be pasted.
extension RandomPerson {
    private static let plain: [Key] = (0x20...0x7E).map { .character(Character(Unicode.Scalar(UInt8($0)))) }
    private static let odd: [Key] = [
        "é", "漢", "\u{301}", "👩🏽‍💻", "\u{200B}", "\u{202E}", "ﷺ", "🇪🇪", "\u{FEFF}", "ｆ", "\u{AD}", "नि",
    ].map { .character($0) }
    private static let letters = "abcdefghijklmnopqrstuvwxyz"
    private static let chords: [Key] =
        (letters + "@[\\]^_").map { .control($0) }
        + (letters + letters.uppercased() + "0123456789<>:/?").map { .alt($0) }
    private static let named: [Key] =
        [
            .enter, .tab, .backTab, .backspace, .escape, .delete, .insert, .up, .down, .left, .right, .home, .end,
            .pageUp,
            .pageDown, .wordLeft, .wordRight,
        ] + (1...12).map { .function($0) }
    /// What gets somewhere.
    private static let moving: [Key] = [.enter, .tab, .down, .up, .left, .right, .enter, .character(" ")]

    mutating func key() -> Key {
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<7: any(Self.moving) ?? .enter
        case 7..<12: any(Self.named) ?? .enter
        case 12..<17: any(Self.plain) ?? .enter
        case 17..<19: any(Self.chords) ?? .enter
        default: any(Self.odd) ?? .enter
        }
    }

    /// Words as services and clipboards have them.
    mutating func anyText() -> String {
        let texts = [
            "", "Glioma", "2026-02-30", "ada@institution.example", "a\u{1B}[31mb\u{7}\u{9B}6n", "one\ntwo\n\nthree",
            "Ada\tlead\tKI\nGrace\tanalyst", "\"quoted\", 'too'", "\u{202E}gpj.exe\u{202C}\u{200B}", "👩🏽‍💻👨‍👩‍👧‍👦🏳️‍🌈❤️1️⃣🇪🇪",
            "e" + String(repeating: "\u{301}\u{489}", count: 60), String(repeating: "不可分割", count: 80),
            String(repeating: "x", count: 3000), String(repeating: "long words ", count: 200), "~/plan.pdf",
            "/etc/passwd",
            "\u{E000}\u{FFFE}\u{FFFF}", "नमस्ते ภาษาไทย العربية עברית 한국어", "-1", "9999999999999999999999", "\t \t",
        ]
        return any(texts) ?? ""
    }

    mutating func resized() -> TerminalInput {
        let isOdd = chance(3)
        return .resized(
            columns: Int.random(in: isOdd ? 1...39 : 40...220, using: &random),
            rows: Int.random(in: isOdd ? 1...9 : 10...70, using: &random))
    }
}
