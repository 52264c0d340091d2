import Foundation
import PortalModel

extension Scene {
    /// The wizard's fields of every kind, in the states that they go through.
    static let widgets = [
        widget("date") { $0.type("2026-0") },
        widget("calendar") {
            $0.type("2026-02-28")
            $0.press(.openCalendar, .moveUp)
        },
        widget("phone-wrong", at: "phone") {
            $0.type("030 1234")
            $0.press(.nextField)
        },
        widget("table-empty", at: "team"),
        widget("table", at: "team") {
            $0.paste("Ada Lovelace,Analyst,Karolinska\nGrace Hopper,boss,Yale\n全ゲノム,Analyst,理研\n,,")
            $0.press(.moveUp, .moveRight)
        },
        widget("table-cell", at: "team") {
            $0.type("Ada")
            $0.press(.nextCell)
            $0.type("Ana")
        },
        widget("table-long", at: "team") {
            $0.paste((1...500).map { "Person \($0),Analyst,KI" }.joined(separator: "\n"))
        },
        widget("table-left", at: "team") {
            $0.paste((1...500).map { "Person \($0),Analyst,KI" }.joined(separator: "\n"))
            $0.press(.previousField)
        },
        widget("files-empty", at: "plan"),
        widget("files", at: "approvals") { story in
            story.upload("protocol.pdf", sent: 1_100_000)
            story.upload("old.doc", failing: PortalError(.timedOut(seconds: 30), operation: "attaching the file"))
        },
        widget("files-path", at: "plan") {
            $0.press(.addFile)
            $0.send(.file(.folderListed(WidgetStory.home)))
            $0.type("pl")
        },
        widget("files-folder-closed", at: "plan") {
            $0.press(.addFile)
            $0.send(
                .file(
                    .folderListed(
                        FolderListing(
                            folder: "~/", entries: [], failure: .file(.folderUnreadable("~/"))))))
        },
        widget("files-review", at: "approvals") { $0.press(.showReview, .moveToEnd) },
    ]

    private static func widget(
        _ name: String, at field: String = "until", _ act: @escaping @Sendable (inout WidgetStory) -> Void = { _ in }
    ) -> Scene {
        Scene("widget-\(name)") { state in
            var story = WidgetStory(state: state)
            story.begin(at: field)
            act(&story)
            state = story.state
        }
    }
}

/// A wizard on a form with fields of the rarer kinds.
struct WidgetStory {
    var state: AppState

    static let home = FolderListing(
        folder: "~/",
        entries: [
            FolderEntry(name: "plans", isFolder: true), FolderEntry(name: "plan-2026.pdf", bytes: 482_113),
            FolderEntry(name: "plan-all-data.docx", bytes: 23_000_000), FolderEntry(name: "genome.bam", bytes: 7),
        ])

    mutating func begin(at field: String, in application: Application = Self.application) {
        state.screen = .wizard
        var draft = SampleRequests.draft
        draft.application = ApplicationID(17)
        state.requests.drafts = [draft]
        state.wizard = WizardState(draft: draft)
        state.wizard?.session.application = application
        press(.nextStep)
        while state.wizard?.focusedField?.id.field != field, state.wizard?.form != nil { press(.nextField) }
    }

    mutating func send(_ action: AppAction) { _ = reduce(into: &state, action) }
    mutating func press(_ commands: Command...) { for command in commands { send(.commandChosen(command)) } }
    mutating func type(_ text: String) { for character in text { send(.input(.key(.character(character)))) } }
    mutating func paste(_ text: String) {
        send(.input(.paste(text)))
        state.toast = nil
    }

    mutating func upload(_ name: String, sent: Int = 0, failing failure: PortalError? = nil) {
        press(.addFile)
        send(.file(.folderListed(FolderListing(folder: "~/", entries: [FolderEntry(name: name, bytes: 2_400_000)]))))
        type(name)
        press(.choose)
        guard let id = state.wizard?.session.uploads.last?.id else { return }
        send(.file(.uploadProgressed(id, sent: sent)))
        if let failure { send(.file(.uploaded(id, .failure(failure)))) }
    }

    static let application = Application(
        id: ApplicationID(17), title: "", state: .draft, created: SampleDatasets.now,
        forms: [
            RequestForm(
                id: 1, title: LocalizedText("Use of hospital records"),
                fields: [
                    field("until", .date, "Access until"),
                    field("phone", .phoneNumber, "Telephone", placeholder: "+358 9 1234 567", isPrivate: true),
                    FormField(
                        id: FieldID(form: 1, field: "team"), type: .table,
                        title: LocalizedText("Everybody who sees data"),
                        info: LocalizedText("One row a person."),
                        columns: [
                            column("name", "Name"), column("role", "Role", ["Analyst", "Principal investigator"]),
                            column("institution", "Institution"),
                        ]),
                    field(
                        "plan", .attachment, "Data management plan", info: "One or more files of at most 10 MB each."),
                    FormField(
                        id: FieldID(form: 1, field: "approvals"), type: .attachment,
                        title: LocalizedText("Approvals you have"), isOptional: true, value: .text("4,5")),
                ])
        ],
        attachments: [
            Attachment(id: 4, filename: "ethics-2026.pdf", type: "application/pdf"),
            Attachment(id: 5, filename: "承認書.pdf", type: "application/pdf"),
        ])

    private static func field(
        _ id: String, _ type: FieldType, _ title: String, info: String = "", placeholder: String = "",
        isPrivate: Bool = false
    ) -> FormField {
        FormField(
            id: FieldID(form: 1, field: id), type: type, title: LocalizedText(title), info: LocalizedText(info),
            placeholder: LocalizedText(placeholder), isPrivate: isPrivate)
    }

    private static func column(_ key: String, _ label: String, _ options: [String] = []) -> FieldOption {
        FieldOption(
            key: key, label: LocalizedText(label),
            rule: options.isEmpty
                ? nil : .oneOf(options.map { FieldOption(key: $0.lowercased(), label: LocalizedText($0)) }))
    }
}
