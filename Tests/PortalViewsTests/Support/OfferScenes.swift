import Foundation
import PortalModel

extension Scene {
    /// What the personal profile and earlier requests offer, and the profile itself.
    static let offers = [
        offer("offer") { _ in },
        offer("offer-taken") { $0.press(.takeOffer) },
        offer("offer-several") { $0.press(.nextField) },
        offer("offer-next") { $0.press(.nextField, .takeOffer) },
        offer("offer-choice") { $0.press(.nextField, .nextField, .nextField) },
        offer("offer-lines") { $0.press(.nextField, .nextField, .nextField, .nextField) },
        offer("offer-all") { $0.press(.takeAllOffers) },
        Scene("person") {
            $0.person = SampleOffers.person
            _ = reduce(into: &$0, .commandChosen(.editPerson))
        },
        Scene("person-empty") { _ = reduce(into: &$0, .commandChosen(.editPerson)) },
        Scene("person-wrong") {
            _ = reduce(into: &$0, .commandChosen(.editPerson))
            for command in [Command.next, .next, .previous] { _ = reduce(into: &$0, .commandChosen(command)) }
            for character in "0000-0002-1825-0098" { _ = reduce(into: &$0, .input(.key(.character(character)))) }
            for command in [Command.next, .previous] { _ = reduce(into: &$0, .commandChosen(command)) }
        },
    ]

    private static func offer(
        _ name: String, _ act: @escaping @Sendable (inout WidgetStory) -> Void
    ) -> Scene {
        Scene("\(name)") { state in
            state.person = SampleOffers.person
            state.earlier.answers = EarlierAnswers(SampleOffers.earlier)
            var story = WidgetStory(state: state)
            story.begin(at: "name", in: SampleOffers.application)
            act(&story)
            state = story.state
        }
    }
}

private enum SampleOffers {
    static let person = PersonalProfile([
        .name: "Ada Lovelace", .orcid: "0000-0002-1825-0097", .institution: "Karolinska Institutet",
        .email: "ada@ki.example", .phone: "+46 8 524 800 00", .principalInvestigator: "Ada Lovelace",
    ])

    static let application = made(17, .draft, daysAgo: 0, institution: "", area: "", summary: "")

    static let earlier = [
        made(
            12, .approved, daysAgo: 21, institution: "Institutionen för medicinsk epidemiologi och biostatistik",
            area: "cancer rare", summary: "We compare long reads with short ones.\nNothing else is done."),
        made(9, .rejected, daysAgo: 200, institution: "University of Tartu", area: "cancer", summary: ""),
    ]

    private static func made(
        _ id: Int64, _ state: ApplicationState, daysAgo: Double, institution: String, area: String, summary: String
    ) -> Application {
        Application(
            id: ApplicationID(id), title: "", state: state, created: SampleDatasets.daysAgo(daysAgo),
            forms: [
                RequestForm(
                    id: 1, title: LocalizedText("Applicant"),
                    fields: [
                        field("name", .text, "Full name", isRequired: true),
                        field("institution", .text, "Home institution", value: institution, placeholder: "in English"),
                        field("mail", .email, "E-mail of the principal investigator", isRequired: true),
                        FormField(
                            id: FieldID(form: 1, field: "area"), type: .multiselect,
                            title: LocalizedText("Area of research"), isOptional: true,
                            options: [("cancer", "Cancer"), ("rare", "Rare diseases"), ("method", "Methods")].map {
                                FieldOption(key: $0.0, label: LocalizedText($0.1))
                            }, value: .text(area)),
                        field("summary", .multilineText, "Summary for the public", value: summary),
                        field("title", .text, "Title of the project", isRequired: true),
                    ])
            ])
    }

    private static func field(
        _ id: String, _ type: FieldType, _ title: String, isRequired: Bool = false, value: String = "",
        placeholder: String = ""
    ) -> FormField {
        FormField(
            id: FieldID(form: 1, field: id), type: type, title: LocalizedText(title),
            placeholder: LocalizedText(placeholder), isOptional: !isRequired, value: .text(value))
    }
}
