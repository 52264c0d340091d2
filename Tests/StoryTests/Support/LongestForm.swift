/// Answers to every field of the demo's longest form, in stretches: after each of them the portal has to answer, since
/// it then asks for more.
enum LongestForm {
    struct Field: Sendable {
        enum Entry: Sendable {
            case text(String)
            /// Labels, in the order of the list.
            case choice([String])
            /// A choice from a long list: what is typed, and what is then chosen.
            case found(String, String)
            case table([[String]])
            /// A file in the person's home.
            case file(String)
            case nothing
        }

        let id: String
        let title: String
        let entry: Entry
        /// What the portal has to have: words, keys, the rows of a table between `/`, the name of a file.
        let stored: String

        init(_ id: String, _ title: String, _ entry: Entry, stored: String? = nil) {
            self.id = id
            self.title = title
            self.entry = entry
            self.stored =
                switch entry {
                case .text(let words): stored ?? words
                case .table(let rows): rows.map { $0.joined(separator: "|") }.joined(separator: "/")
                case .file(let name): name
                case .choice, .found, .nothing: stored ?? ""
                }
        }
    }

    struct Stretch: Sendable {
        let fields: [Field]
        /// A choice because of which the portal asks for the field of this title.
        var revealing: (field: Field, title: String)?
    }

    static let files = ["plan.pdf", "declaration.pdf"]

    static let stretches = [
        Stretch(
            fields: [
                text("project-title", "Title of the project", "Long stays in intensive care"),
                text(
                    "purpose", "Purpose of use",
                    "We ask why some people stay in intensive care for weeks, and compare laboratory values of the "
                        + "first day with those of the last one."),
                text("lay-summary", "Summary for the public", "Why some patients stay so long."),
            ],
            revealing: (
                Field("research-area", "Area of research", .choice(["Another area"]), stored: "other"),
                "Which other area?"
            )),
        Stretch(
            fields: [
                text("other-area", "Which other area?", "Intensive care"),
                text("start-date", "Start of the project", "2027-01-15"),
                text("end-date", "Expected end", "2030-12-31"),
                text("funding", "Funding", "Academy of Finland 312345"),
                text("principal-investigator", "Principal investigator", "Ada Lovelace"),
                text("principal-investigator-email", "E-mail of the principal", "ada@institution.example"),
                text("short-name", "Short name of the request", "Long stays"),
            ],
            revealing: (Field("legal-ground", "Legal ground", .choice(["Another law"]), stored: "law"), "Which law?")),
        Stretch(
            fields: [
                text("law-name", "Which law?", "Act 552/2019 on the secondary use of health data"),
                text("law-date", "In force since", "2019-05-01"),
            ],
            revealing: (
                Field("parts", "Parts of the record", .choice(["Diagnoses", "Free text"]), stored: "diagnoses notes"),
                "Why free text?"
            )),
        Stretch(
            fields: [
                text("notes-reason", "Why free text?", "Names are taken out before anybody reads the notes."),
                Field(
                    "team", "Everybody who sees data",
                    .table([["Ada Lovelace", "lead", "Karolinska"], ["Grace Hopper", "analyst", "Yale"]])),
                text("contact", "Contact", "ada@institution.example"),
                text("phone", "Telephone", "+358 40 123 4567"),
                text("training", "Date of the last privacy training", "2026-03-01"),
                text("institution-name", "Institution", "Institute of long stays"),
                text("institution-address", "Postal address", "Tehtaankatu 1, 00150 Helsinki"),
                text("orcid", "ORCID", "0000-0002-1825-0097"),
                text("signatory", "Who signs for the institution", "Charles Babbage"),
                text("signatory-email", "E-mail of who signs", "charles@institution.example"),
                text("incident-phone", "Telephone for incidents", "+358 9 1234 567"),
                text("officer-email", "E-mail of the data protection", "dpo@institution.example"),
            ],
            revealing: (
                Field("breach", "Was there a data breach", .choice(["Yes"]), stored: "yes"), "When?"
            )),
        Stretch(
            fields: [text("breach-date", "When?", "2025-02-03")],
            revealing: (Field("breach-reported", "Was it reported", .choice(["No"]), stored: "no"), "Why not?")),
        Stretch(
            fields: [
                text("breach-reason", "Why not?", "It was an empty disk."),
                text("hypothesis", "Hypothesis", "Age says less than one thinks."),
                Field("specialities", "Specialities", .found("Intens", "Intensive care"), stored: "intensive-care"),
            ],
            revealing: (
                Field("method", "Main method", .choice(["Machine learning"]), stored: "machine-learning"),
                "Will a trained model leave"
            )),
        Stretch(
            fields: [],
            revealing: (
                Field("model-leaves", "Will a trained model leave", .choice(["Yes"]), stored: "yes"),
                "How is it kept from"
            )),
        Stretch(
            fields: [],
            revealing: (
                Field(
                    "model-audit", "How is it kept from", .choice(["Differential", "Another protection"]),
                    stored: "privacy-budget other"), "Describe the other protection"
            )),
        Stretch(
            fields: [
                text("model-audit-other", "Describe the other protection", "Three people read every weight."),
                Field(
                    "variables", "Variables",
                    .table([["creatinine", "mg/dl", "2008", "kidneys"], ["lactate", "mmol/l", "2010", "shock"]])),
                text("address", "Address you connect from", "142.250.74.110"),
                text("second-address", "Another address", "2001:708:0:0:0:0:0:7"),
                text("until", "Access until", "2030-12-31"),
                Field("software", "Software you need", .table([["R", "4.5"]])),
            ],
            revealing: (
                Field("outputs", "What will come of it?", .choice(["A paper", "Software"]), stored: "paper software"),
                "Where the code will be"
            )),
        Stretch(
            fields: [
                text("repository", "Where the code will be", "https://code.example/long-stays"),
                text("publication-date", "Expected publication", "2031-06-30"),
                Field("grants", "Grants", .table([["Academy of Finland", "312345"]])),
            ],
            revealing: (
                Field("conflicts", "Does anybody have a conflict", .choice(["Yes"]), stored: "yes"),
                "Which one, and whose?"
            )),
        Stretch(fields: [
            text("conflicts-text", "Which one, and whose?", "Charles owns an engine."),
            Field("conflicts-paper", "Signed declaration", .file(files[1])),
            Field("data-plan", "Data management plan", .file(files[0])),
            Field("approvals", "Approvals you have", .nothing),
            text("remarks", "Anything else", "Thank you for reading all this."),
        ]),
    ]

    private static func text(_ id: String, _ title: String, _ words: String) -> Field {
        Field(id, title, .text(words))
    }
}
