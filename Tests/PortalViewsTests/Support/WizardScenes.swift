import Foundation
import PortalModel

extension Scene {
    /// The request wizard, brought to where it is by the keys that a person would press.
    static let wizard = [
        Scene("wizard-datasets") { open(in: &$0) },
        Scene("wizard-form") {
            open(in: &$0)
            press([.nextStep], in: &$0)
            type("Long-read structural variants", in: &$0)
        },
        Scene("wizard-typing", rests: false) {
            open(in: &$0)
            press([.nextStep], in: &$0)
            type("Long-read structural variants", in: &$0)
        },
        Scene("wizard-form-problems") {
            open(in: &$0)
            press([.nextStep], in: &$0)
            type("X", in: &$0)
            press([.nextField, .nextField, .nextField], in: &$0)
            type("not-an-address", in: &$0)
            press([.nextField], in: &$0)
        },
        Scene("wizard-lines") {
            open(in: &$0)
            press([.nextStep, .nextField], in: &$0)
            type("We compare structural variants of 神経膠腫 found by long reads with those found by short ones. ", in: &$0)
            type("The aim is a better panel for diagnosis.", in: &$0)
        },
        Scene("wizard-licences") {
            open(in: &$0)
            press([.nextStep, .nextStep], in: &$0)
            press([.acceptLicence], in: &$0)
        },
        Scene("wizard-review") {
            open(in: &$0)
            press([.nextStep], in: &$0)
            type("Long-read structural variants", in: &$0)
            press([.showReview], in: &$0)
        },
        Scene("wizard-review-expires") {
            open(in: &$0)
            $0.wizard?.session.application?.events = [
                ApplicationEvent(
                    actor: "rems", time: SampleDatasets.daysAgo(2),
                    type: "application.event/expiration-notifications-sent", expires: SampleDatasets.daysAgo(-5.5))
            ]
            press([.nextStep, .showReview], in: &$0)
        },
        Scene("wizard-review-use") {
            open(in: &$0)
            $0.wizard?.uses.found = SampleRequests.draft.datasets.prefix(2).map {
                RequestedUse($0.id, SampleDataUse.uses)
            }
            $0.wizard?.uses.said = try? ResearchPurpose(parsing: "HMB,NCU")
            press([.nextStep, .showReview], in: &$0)
        },
        Scene("menu-purpose") {
            open(in: &$0)
            $0.wizard?.uses.found = SampleRequests.draft.datasets.prefix(1).map {
                RequestedUse($0.id, SampleDataUse.uses)
            }
            press([.nextStep, .showReview, .sayPurpose, .toggleChoice], in: &$0)
        },
        Scene("wizard-creating") {
            open(in: &$0)
            $0.wizard?.session.application = nil
            $0.wizard?.session.opening = .creating(.first, since: SampleStates.now.addingTimeInterval(-4))
        },
        Scene("wizard-lost-answer") {
            open(in: &$0)
            $0.wizard?.session.application = nil
            $0.wizard?.session.opening = .unknown(SampleStates.timedOut)
        },
    ]

    private static func open(in state: inout AppState) {
        state.screen = .wizard
        var draft = SampleRequests.draft
        draft.application = ApplicationID(17)
        state.wizard = WizardState(draft: draft)
        state.wizard?.session.application = SampleApplications.draft
    }

    private static func press(_ commands: [Command], in state: inout AppState) {
        for command in commands { _ = reduce(into: &state, .commandChosen(command)) }
    }

    private static func type(_ text: String, in state: inout AppState) {
        for character in text { _ = reduce(into: &state, .input(.key(.character(character)))) }
    }
}

/// Applications with every kind of field.
enum SampleApplications {
    static let draft = Application(
        id: ApplicationID(17), title: "", state: .draft, applicant: "Ada Lovelace",
        created: SampleDatasets.now,
        datasets: [
            RequestedDataset(identifier: "EGAD50000001234", title: LocalizedText("Paediatric brain tumour genomes"))
        ],
        forms: [
            RequestForm(
                id: 1, title: LocalizedText("Research project"),
                fields: [
                    field("about", .label, "Answer in English or Finnish."),
                    field("title", .text, "Project title", maxLength: 120),
                    field(
                        "purpose", .multilineText, "Purpose of use",
                        info: "The committee compares this with the consent of the participants; name the disease and "
                            + "the kind of analysis.", maxLength: 500),
                    field("until", .date, "Ethics approval until", isOptional: true),
                    field("mail", .email, "E-mail of the principal investigator"),
                    field(
                        "transfer", .option, "Will data leave the secure environment?",
                        options: [("no", "no"), ("yes", "yes")]),
                    field(
                        "countries", .multiselect, "Which countries?", options: [("fi", "Finland"), ("jp", "日本")],
                        isOptional: true),
                ])
        ],
        licences: [
            Licence(
                id: 1, title: LocalizedText("Data access agreement"),
                content: .text(
                    LocalizedText("The data are used for the purpose that was approved, and for nothing else."))),
            Licence(
                id: 2, title: LocalizedText("Publication policy"),
                content: .link(LocalizedText("https://portal.example/publication"))),
        ],
        permissions: ["application.command/save-draft", "application.command/submit"])

    private static func field(
        _ id: String, _ type: FieldType, _ title: String, info: String = "", maxLength: Int? = nil,
        options: [(String, String)] = [], isOptional: Bool = false
    ) -> FormField {
        FormField(
            id: FieldID(form: 1, field: id), type: type, title: LocalizedText(title), info: LocalizedText(info),
            isOptional: isOptional, maxLength: maxLength,
            options: options.map { FieldOption(key: $0.0, label: LocalizedText($0.1)) })
    }
}
