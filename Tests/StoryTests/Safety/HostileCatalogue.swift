import Foundation

/// A catalogue whose texts try to get at the terminal.
///
/// The sequences are ones that ncurses never sends for the terminal of the stories, so that each would be seen in the
/// stream (`TerminalStreamTests`).
enum HostileCatalogue {
    /// What an attacker or a broken export might write, as it stands in JSON between quotation marks.
    static let texts: [String] =
        controls + sequences + strings + invisible + shapes

    /// C0, DEL and C1, as escapes and as they are.
    private static let controls = [
        #"nul\u0000bell\u0007"#, #"a\u0001b\u0002c\u0003d\u0004e\u0005f\u0006"#,
        #"tab\u0009vertical\u000bform\u000cfeed"#,
        #"shift\u000eout\u000fin"#, #"xoff\u0013xon\u0011sub\u001acan\u0018"#, #"fs\u001cgs\u001drs\u001eus\u001f"#,
        #"del\u007fete"#, #"next\u0085line index\u0084"#, #"csi\u009b38;5;196mred"#, #"osc\u009d0;title\u009c"#,
        #"dcs\u0090q\u009cpm\u009eapc\u009f"#, "raw C1 \u{9B}6n \u{90} \u{9D}", #"back\u0008\u0008\u0008\u0007over"#,
        #"line\none\r\ntwo\rthree\u0007"#,
    ]

    private static let sequences = [
        #"\u001b[38;5;196mred\u001b[0;9m"#, #"\u001b[2J\u001b[3J\u001b[999;999H"#, #"\u001b[6n\u001b[c\u001b[>c"#,
        #"\u001bc\u001b[!p"#, #"\u001b[?1003h\u001b[?1005h"#, #"\u001b[?1049l\u001b[?47h"#, #"\u001b#8\u001b%G"#,
        #"\u001b[8;1;1t\u001b[21t"#, #"\u001b[1;5"#, #"\u001b"#, #"\u001b\u001b\u001b[9m"#, #"\u001b[5i\u001b[4i"#,
        #"\u001b[\u001b[6nm"#, #"\u001b[38:2::255:0:0m"#,
    ]

    private static let strings = [
        #"\u001b]0;pwned\u0007"#, #"\u001b]52;c;ZXZpbA==\u001b\\"#,
        #"\u001b]8;;http://evil.example\u001b\\link\u001b]8;;\u001b\\"#,
        #"\u001b]4;1;rgb:ff/00/00\u0007"#, #"\u001bP1$r0m\u001b\\"#,
        #"\u001bPtmux;\u001b\u001b]52;c;eA==\u0007\u001b\\"#,
        #"\u001b_Gf=24;AAAA\u001b\\"#, #"\u001b^private\u001b\\"#, #"\u001bXstart\u001b\\"#, #"\u001b]0;never ends"#,
        #"\u001b]1337;File=name=eA==:AAAA\u0007"#,
    ]

    private static let invisible = [
        #"\u202egpj.exe\u202c"#, #"\u2066isolate\u2069 \u200f\u200e\u061c"#, #"zero\u200bwidth\ufeff\u2060"#,
        #"joi\u200dner\u200cs"#, #"soft\u00adhyphen"#, #"tags\udb40\udc41\udb40\udc7f"#, #"line\u2028para\u2029"#,
        #"hangul\u3164filler\u115f"#, #"variation\ufe0f\ufe00"#, #"private\ue000\udbff\udffd"#, #"non\ufffe\uffffchar"#,
        #"annotation\ufff9a\ufffab\ufffb"#,
    ]

    private static let shapes = [
        "e" + String(repeating: "\u{301}\u{489}", count: 400), String(repeating: "long title ", count: 460),
        String(repeating: "不可分割", count: 700), String(repeating: "x", count: 5000), "👩🏽‍💻👨‍👩‍👧‍👦🏳️‍🌈❤️1️⃣🇪🇪",
        "नमस्ते ภาษาไทย العربية עברית 한국어 ｆｕｌｌ", #"\ud800 lone \udc00 surrogates \udfff"#,
        "<script>alert(1)</script><b>&lt;&#27;[6n", #"%1b[6n \\e[6n \\u001b[6n %s%n"#, #"   \n\n\n   "#, "\u{301}first",
        "",
    ]

    /// Lines of a catalogue: each text in every field of a record of its own.
    static func lines() -> [String] {
        texts.enumerated().map { index, text in
            // A long address would push all else out of sight.
            let tail = text.utf8.count < 200 ? text : ""
            return """
                {"id":"hostile-\(index)","title":"\(text)","description":"\(text) \(text)","publisher":"P \(text)",\
                "themes":["\(text)"],"keywords":["\(text)","k"],"accessRights":"\(index % 3 == 0 ? "restricted" : text)",\
                "created":"\(text)","modified":"\(text)","url":"https://e.example/\(tail)",\
                "distributions":[{"title":"\(text)","format":"\(text)","accessUrl":"https://e.example/\(tail)"}]}
                """
        }
    }
}
