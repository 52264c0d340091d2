import Foundation
import PortalModel
import PortalViews
import Testing

@Suite("A request as a document")
struct RequestDocumentTests {
    private static let beginning = Date(timeIntervalSince1970: 1_767_225_600)

    /// Every block there is, with words that are marks somewhere.
    static var application: Application {
        func field(_ id: String, _ type: FieldType, _ title: String, _ value: FieldValue) -> FormField {
            FormField(
                id: FieldID(form: 1, field: id), type: type, title: LocalizedText(title),
                options: [FieldOption(key: "wgs", label: LocalizedText("Whole genome"))],
                columns: [FieldOption(key: "n", label: LocalizedText("Name"))], value: value)
        }
        var hidden = field("hidden", .text, "Hidden", .text("not to be read"))
        hidden.isVisible = false
        return Application(
            id: ApplicationID(17), title: "Rare *variants*", state: .returned, applicant: "Ada", created: beginning,
            datasets: [RequestedDataset(identifier: "EGAD1", title: LocalizedText("Trios"))],
            forms: [
                RequestForm(
                    id: 1, title: LocalizedText("Research project"),
                    fields: [
                        field("h", .header, "About you", .text("")),
                        field("purpose", .multilineText, "Purpose", .text("# one\n.two <b> \\n\n\n- three")),
                        field("kind", .option, "Kind", .text("wgs")), field("none", .text, "Nothing", .text("")),
                        field("team", .table, "Team", .table([["n": "Ada"], ["n": "Charles"]])), hidden,
                        field("plan", .attachment, "Plan", .text("1")),
                    ])
            ],
            licences: [
                Licence(
                    id: 4, title: LocalizedText("Terms"), content: .text(LocalizedText("Be kind.")), isAccepted: true)
            ],
            members: [Member(name: "Charles", email: "c@example.org", isPending: true)],
            attachments: [Attachment(id: 1, filename: "plan_1.pdf", type: "application/pdf")],
            events: [
                ApplicationEvent(
                    actor: "dac", time: beginning.addingTimeInterval(60), type: "application.event/returned",
                    comment: "Say *more*."),
                ApplicationEvent(actor: "ada", time: beginning, type: "application.event/submitted"),
            ])
    }

    @Test func plainText() {
        let document = RequestDocument(Self.application, languages: ["en"])
        #expect(
            document.plainText() == """
                Request 17: returned
                Title: Rare *variants*
                Applicant: Ada
                Made: 2026-01-01 00:00 UTC
                Changed: 2026-01-01 00:01 UTC

                DATASETS
                  Trios (EGAD1)

                RESEARCH PROJECT

                  About you
                  Purpose:
                    # one
                    .two <b> \\n

                    - three
                  Kind: Whole genome
                  Nothing: -
                  Team:
                    Name: Ada
                    Name: Charles
                  Plan: plan_1.pdf

                LICENCES
                  Terms: accepted, licence 4

                PEOPLE
                  Charles, c@example.org (invited)

                FILES
                  1: plan_1.pdf, application/pdf

                WHAT HAPPENED
                  2026-01-01 00:00 UTC: submitted by ada
                  2026-01-01 00:01 UTC: returned by dac: “Say *more*.”

                TEXT OF THE LICENCE “TERMS”
                  Be kind.
                """)
    }

    @Test func markdown() {
        let document = RequestDocument(Self.application, languages: ["en"])
        #expect(
            document.markdown == ##"""
                # Request 17: returned

                - Title: Rare \*variants\*
                - Applicant: Ada
                - Made: 2026-01-01 00:00 UTC
                - Changed: 2026-01-01 00:01 UTC

                ## Datasets

                - Trios (EGAD1)

                ## Research project

                ### About you

                **Purpose**

                > \# one\
                > .two \<b\> \\n
                >
                > \- three

                **Kind**

                > Whole genome

                **Nothing**

                *No answer*

                **Team**

                - Name: Ada
                - Name: Charles

                **Plan**

                > plan\_1.pdf

                ## Licences

                - Terms: accepted, licence 4

                ## People

                - Charles, c@example.org (invited)

                ## Files

                - 1: plan\_1.pdf, application/pdf

                ## What happened

                - 2026-01-01 00:00 UTC: submitted by ada
                - 2026-01-01 00:01 UTC: returned by dac: “Say \*more\*.”

                ## Text of the licence “Terms”

                Be kind.

                """##)
    }

    @Test func htmlHoldsNoMarkupOfAnAnswer() {
        let html = RequestDocument(Self.application, languages: ["de", "en"]).html
        #expect(html.contains("<html lang=\"de\">"))
        #expect(html.contains("<dt>Purpose</dt><dd># one\n.two &lt;b&gt; \\n\n\n- three</dd>"))
        #expect(!html.contains("<b>"))
        #expect(html.contains("<h3>About you</h3>"))
        #expect(!html.contains("not to be read"))
    }

    @Test func noLineOfAnAnswerIsARequestToGroff() {
        let troff = RequestDocument(Self.application, languages: ["en"]).troff
        #expect(troff.contains("\n\\&.two <b> \\(rsn\n"))
        let known = [".nr", ".ad", ".LP", ".ft", ".ps", ".SH", ".I", ".R", ".br", ".RS", ".RE", ".IP"]
        for line in troff.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
            #expect(known.contains(String(line.split(separator: " ")[0])), "\(line)")
        }
    }

    @Test func nothingInItReachesATerminalAsAControl() {
        var application = Self.application
        application.title = "red \u{1B}[31m\u{202E}evil\u{9B}2J"
        application.attachments[0].filename = "a\u{1B}]52;c;x\u{7}\n.pdf"
        let document = RequestDocument(application, languages: ["en"])
        for text in [document.plainText(), document.markdown, document.html, document.troff] {
            #expect(
                text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
            #expect(!text.contains("\u{202E}"))
        }
    }

    @Test func linesAreWrappedWhereTheyShallBe() {
        let text = RequestDocument(Self.application, languages: ["en"]).plainText(columns: 30)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 30 })
        #expect(text.contains("    # one"))
    }
}
