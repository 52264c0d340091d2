import Foundation
import PortalModel

/// Requests in the states that they go through.
enum SampleRequests {
    static let list = [
        summary(17, "Long-read structural variants in glioma", .returned, daysAgo: 0.1, datasets: 2),
        summary(16, "Breast cancer polygenic risk", .submitted, daysAgo: 3, datasets: 1),
        summary(
            12, "Melanoma exomes, replication of an association study in a second cohort", .approved, daysAgo: 21,
            datasets: 1),
        summary(9, "全ゲノム解析の再現性", .rejected, daysAgo: 64, datasets: 12),
        summary(8, "", .other("under-appeal"), daysAgo: 800, datasets: 1),
    ]

    static let draft = Draft(
        id: DraftID("d1"), datasets: [SampleStates.basketItem(SampleDatasets.brainTumours, daysAgo: 1)],
        created: SampleDatasets.daysAgo(1), modified: SampleDatasets.now.addingTimeInterval(-10), revision: 3)

    static let entitlements = [
        Entitlement(
            datasetIdentifier: "EGAD12-0", start: SampleDatasets.daysAgo(20), end: SampleDatasets.daysAgo(-12.5)),
        Entitlement(
            datasetIdentifier: "EGAD00000000003", start: SampleDatasets.daysAgo(300),
            end: SampleDatasets.daysAgo(-400.5)),
        Entitlement(datasetIdentifier: "EGAD00000000004", start: SampleDatasets.daysAgo(300)),
    ]

    private static func summary(
        _ id: Int64, _ title: String, _ state: ApplicationState, daysAgo days: Double, datasets: Int
    ) -> ApplicationSummary {
        ApplicationSummary(
            id: ApplicationID(id), title: title, state: state, stateChanged: SampleDatasets.daysAgo(days),
            created: SampleDatasets.daysAgo(days + 2),
            datasets: (0..<datasets).map {
                RequestedDataset(identifier: "EGAD\(id)-\($0)", title: LocalizedText("Dataset \($0 + 1) of \(id)"))
            })
    }

    static let returned = Application(
        id: ApplicationID(17), title: "Long-read structural variants in glioma", state: .returned,
        applicant: "Ada Lovelace", created: SampleDatasets.daysAgo(5), modified: SampleDatasets.daysAgo(0.1),
        datasets: list[0].datasets, forms: [form],
        licences: [
            Licence(
                id: 1, title: LocalizedText("Data access agreement"), content: .text(LocalizedText("…")),
                isAccepted: true),
            Licence(
                id: 2, title: LocalizedText("Publication policy"), content: .link(LocalizedText("https://x.example"))),
        ],
        members: [
            Member(name: "Grace Hopper", email: "grace@example.org"),
            Member(name: "Lin", email: "lin@example.org", isPending: true),
        ],
        events: [
            ApplicationEvent(actor: "Ada Lovelace", time: SampleDatasets.daysAgo(5), type: "application.event/created"),
            ApplicationEvent(
                actor: "Ada Lovelace", time: SampleDatasets.daysAgo(4), type: "application.event/submitted"),
            ApplicationEvent(actor: "Committee", time: SampleDatasets.daysAgo(0.1), type: "application.event/returned"),
        ],
        permissions: ["application.command/submit"])

    private static let form = RequestForm(
        id: 1, title: LocalizedText("Research project"),
        fields: [
            field("title", .text, "Project title", "Long-read structural variants in glioma"),
            field(
                "purpose", .multilineText, "Purpose of use",
                "We compare structural variants found by long reads in paediatric glioma with those found by short "
                    + "reads.\nThe aim is a better panel for diagnosis."),
            field("ethics", .date, "Ethics approval until", ""),
            FormField(
                id: FieldID(form: 1, field: "transfer"), type: .multiselect, title: LocalizedText("Countries"),
                options: [
                    FieldOption(key: "fi", label: LocalizedText("Finland")),
                    FieldOption(key: "jp", label: LocalizedText("日本")),
                ], value: .text("fi jp")),
        ])

    private static func field(_ id: String, _ type: FieldType, _ title: String, _ value: String) -> FormField {
        FormField(id: FieldID(form: 1, field: id), type: type, title: LocalizedText(title), value: .text(value))
    }
}
