import Foundation
import PortalModel

extension Scene {
    /// Licences of the three types, read in full.
    static let licences = [
        licence("text", at: 0) { $0.press(.acceptLicence) },
        licence("text-end", at: 0) {
            $0.press(.changeLanguage, .changeLanguage)
            // Further down than any text reaches: the view stops at the end.
            $0.state.overlay = .licence(offset: 1000)
        },
        licence("link", at: 1),
        licence("fetching", at: 2),
        licence("file", at: 2) { $0.answer(.success(.text(LicenceScene.terms))) },
        licence("kept", at: 2) { $0.answer(.success(.kept(path: "/home/ada/Downloads/processing-agreement.pdf"))) },
        licence("failed", at: 2) {
            $0.answer(.failure(PortalError(.offline, operation: "fetching the licence", requestID: "7f3a91c2-14")))
        },
    ]

    private static func licence(
        _ name: String, at index: Int, _ act: @escaping @Sendable (inout LicenceScene) -> Void = { _ in }
    ) -> Scene {
        Scene("licence-\(name)") { state in
            var scene = LicenceScene(state: state)
            scene.begin(at: index)
            act(&scene)
            state = scene.state
        }
    }
}

struct LicenceScene {
    var state: AppState

    static let terms = (1...12).map {
        "\($0). The data are used for the purpose that was approved and for nothing else, by those who are named in the "
            + "request, where it says, and until the day that it names."
    }.joined(separator: "\n\n")

    private static let licences = [
        Licence(
            id: 1, title: LocalizedText("Terms of access to controlled data"),
            content: .text(
                LocalizedText([
                    LocalizedText.Variant(language: "en", text: terms),
                    LocalizedText.Variant(language: "fr", text: "Les données servent à la recherche décrite."),
                ]))),
        Licence(
            id: 2, title: LocalizedText("Framework for responsible sharing of genomic and health-related data"),
            content: .link(LocalizedText("https://www.ga4gh.org/framework/"))),
        Licence(
            id: 3, title: LocalizedText("Agreement on processing"),
            content: .attachment(name: LocalizedText("processing-agreement.txt"), file: LocalizedText("91"))),
    ]

    mutating func begin(at index: Int) {
        state.screen = .wizard
        var draft = SampleRequests.draft
        draft.application = ApplicationID(17)
        state.requests.drafts = [draft]
        state.wizard = WizardState(draft: draft)
        state.wizard?.session.application = SampleApplications.draft
        state.wizard?.session.application?.licences = Self.licences
        press(.nextStep, .nextStep)
        for _ in 0..<index { press(.moveDown) }
        press(.open)
    }

    mutating func answer(_ result: Result<FetchedFile, PortalError>) {
        guard let file = state.wizard?.selectedLicence?.file(in: ["en"]) else { return }
        send(.session(SampleRequests.draft.id, .licenceFetched(file, isToRead: true, result)))
    }

    mutating func send(_ action: AppAction) { _ = reduce(into: &state, action) }
    mutating func press(_ commands: Command...) { for command in commands { send(.commandChosen(command)) } }
}

extension Scene {
    /// What the head of the wizard says of saving.
    static let saving = [
        saving("waiting") {
            $0.session.service.error = PortalError(.offline, operation: "saving the answers", requestID: "7f3a91c2-15")
            $0.session.service.phase = .backingOff
        },
        saving("retrying") {
            $0.session.service.attempts = 2
            $0.session.service.phase = .sending(revision: 3, [:])
        },
        saving("conflict") { $0.session.service.error = PortalError(.conflict, operation: "saving the answers") },
        saving("disk-full") {
            $0.session.journal.error = PortalError(
                .local, operation: "saving the draft", detail: "The disk is full: free some space.")
            $0.session.service.savedAt = SampleStates.now
        },
        saving("both") {
            $0.session.journal.confirmedAt = SampleStates.now.addingTimeInterval(-200)
            $0.session.service.savedAt = SampleStates.now.addingTimeInterval(-700)
            $0.session.draft.savedAtService = 3
        },
    ]

    private static func saving(_ name: String, _ change: @escaping @Sendable (inout WizardState) -> Void) -> Scene {
        Scene("saving-\(name)") { state in
            state.screen = .wizard
            var draft = SampleRequests.draft
            draft.application = ApplicationID(12345)
            state.requests.drafts = [draft]
            state.wizard = WizardState(draft: draft)
            state.wizard?.session.application = SampleApplications.draft
            _ = reduce(into: &state, .commandChosen(.nextStep))
            if var wizard = state.wizard {
                change(&wizard)
                state.wizard = wizard
            }
        }
    }
}
