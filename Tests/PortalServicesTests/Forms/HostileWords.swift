/// Texts that something is wrong with for somebody: a terminal, a parser, a length, an eye.
enum HostileWords {
    static let all =
        ordinary + [
            "\u{1B}[31mred\u{1B}[0m", "\u{9B}2J", "a\u{0008}b", "tab\there", "two\nlines", "two\r\nlines", "\u{7F}",
            "\u{202E}backwards\u{202C}", "zero\u{200B}width", "\u{FEFF}mark", "👩‍💻👨‍👩‍👧‍👦", "e\u{0301}", "\u{0301}",
            "全ゲノム解析", "שלום", "\"quoted\" \\ back", "<b>&amp;</b>", "'; DROP TABLE answers;--", "{\"a\":[1]}",
            "o1 o1", "o1  o2 ", " o1", "o1,o2", "O1", "o1\to2", "\u{00A0}", "\u{3000}", "1,,2", ",", "1e3", "-1", "+1",
        ]

    private static let ordinary = [
        "", " ", "x", "o1", "o2 o1", "ada@example.org", "ada@", "ada@-x.org", "a..b@x", "+358 9 1234 567", "+0123456",
        "142.250.74.110", "10.0.0.1", "::1", "fe80::1", "256.1.1.1", "2001:708::7", "2001:708:0:0:0:0:0:7",
        "2001:708:0:0:0:0:0:A", "1:2:3:4:5:6:77777:8", "1:2:3:4:5:6:1.2.3.4", "2024-02-29", "2023-02-29",
        "2023-2-9", "31.12.2026", String(repeating: "ä", count: 40), String(repeating: "🙂", count: 30),
        String(repeating: "long ", count: 60),
    ]
}
