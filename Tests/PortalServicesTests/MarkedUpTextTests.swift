import Testing

@testable import PortalServices

@Suite("Text that was written for web pages")
struct MarkedUpTextTests {
    @Test(
        "tags and references become what they stand for",
        arguments: [
            ("plain", "plain"),
            ("a <b>bold</b> claim", "a bold claim"),
            ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
            ("<p>These:</p><ul><li>a</li><li>b &amp; c</li></ul>", "These:\n\n- a\n- b & c"),
            ("see <a href=\"https://example.org/x\">the page</a>.", "see the page (https://example.org/x)."),
            ("see <a href=\"./study.cgi?id=1\">the study</a>.", "see the study."),
            ("&#x0201c;Lung&#x0201d; 50&#160;&#177;&nbsp;2 &beta;", "“Lung” 50 ± 2 β"),
            ("x<br/>y", "x\ny"),
            ("<table><tr><td>a<td>b<tr><th>c</th><th>d</th></table>", "a b\nc d"),
            ("a<script>evil(\"</b>\")</SCRIPT>b<style>p { x: y }</style>c", "abc"),
            ("a <!-- <b>not</b> meant --> b", "a b"),
            ("Informaci&oacute;n del a&ntilde;o", "Información del año"),
            (
                "&Eacute;tude, na&iuml;ve, S&atilde;o, &iquest;Qu&eacute;?, &euro;5, H&sup2;",
                "Étude, naïve, São, ¿Qué?, €5, H²"
            ),
            ("the donor&#146;s, &#151; dash, &#x97;, &laquo;x&raquo;, 2 &lt; 3", "the donor’s, — dash, —, «x», 2 < 3"),
            ("&amp;lt; &amp;amp; &amp;#146;", "&lt; &amp; &#146;"),
            ("&#x1F600; &#X42; &#66;", "😀 B B"),
            ("caf&eacute and &copy 2020, R &amp D, &AMP;&COPY;", "café and © 2020, R & D, &©"),
            ("<style>p {color: red}</style>a<!-- not <b>meant</b> -->b<SCRIPT>x > y</SCRIPT>", "ab"),
            ("<p class='x'>One<o:p></o:p></p><section>two</section><img src='x'>", "One\n\ntwo"),
            ("<a href='http://x.example/?a=1&amp;b=2'>here</a>", "here (http://x.example/?a=1&b=2)"),
        ])
    func plain(text: String, expected: String) { #expect(MarkedUpText.plain(text) == expected) }

    @Test(
        "what only looks like markup stays as it is",
        arguments: [
            "p < 0.05 and q > 3", "a <b", "R&D; AT&T", "&#27;[31m", "&#0;", "<gene> is a placeholder", "x <- y",
            "&unknown;", "<", "&", "<!-- never ended", "<script>never ended", "https://x.example/?a=1&copy=2&reg=3",
            "&#x110000;", "&#xD800;", "&eacutes", "<http://x.example/a>", "<a:b>", "&;", "&#;", "&#x;", "&oelig",
        ])
    func kept(text: String) { #expect(MarkedUpText.plain(text) == text) }

    @Test("a title is one line with single spaces")
    func line() {
        #expect(
            MarkedUpText.plainLine("Inversions and their Impact to    Disease\n")
                == "Inversions and their Impact to Disease")
    }

    @Test("words and lines are parted by what Unicode calls white space, and by nothing else")
    func whiteSpace() {
        for value in UInt32(1)..<0x1_1000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a\(scalar)\(scalar)b\(scalar)"
            #expect(MarkedUpText.plainLine(text) == (scalar.properties.isWhitespace ? "a b" : text), "U+\(value)")
        }
        #expect(MarkedUpText.plain("<p> a \u{3000}b\n\n \n c\r\nd\n</p>\n e ") == "a b\n\nc d\n\ne")
        #expect(MarkedUpText.plainLine(" \n ") == "")
    }

    @Test("a long text of beginnings of comments is read in one pass", .timeLimit(.minutes(5)))
    func longComments() {
        let text = String(repeating: "<!-- <script <style ", count: 20_000)
        #expect(MarkedUpText.plain(text) == text)
    }

    @Test("a long text of unfinished tags is read in one pass", .timeLimit(.minutes(5)))
    func long() {
        let opened = String(repeating: "<script>a<!--", count: 20_000)
        #expect(MarkedUpText.plain(opened) == opened)
        let text = String(repeating: "<p ", count: 200_000)
        #expect(MarkedUpText.plain(text) == text)
    }
}
