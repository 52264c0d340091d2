import ArgumentParser
import PortalModel

/// `portal request purpose`.
struct RequestPurposeCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "purpose", abstract: "Say by codes of DUO what the data of a draft are wanted for.",
        discussion: """
            They take the place of the codes that the request has. A REMS that uses DUO compares them with the datasets'; a \
            portal whose access service drops them says so, and nothing is sent: write them into the form there. The \
            command can be run again after anything.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Argument(help: "Codes with commas between them, such as HMB,NCU or DS:MONDO:0005105,IRB.")
    var codes: String

    @Flag(help: "One JSON object (docs/schemas/request-change.json).")
    var json = false

    /// What a request cannot be told is refused, and not left out of what it is told.
    func validate() throws {
        var told: (word: String, aim: ResearchPurpose.Aim)?
        for part in codes.split(separator: ",") {
            let word = String(part).trimmingSpaces
            let said: ResearchPurpose
            do {
                said = try ResearchPurpose(parsing: word)
            } catch {
                throw ValidationError(ShowCommandWords.noPurpose(error.word))
            }
            guard !said.uses.isEmpty else { throw ValidationError(RequestChangeWords.noCode(word)) }
            guard let aim = said.aim else { continue }
            if let told, !Self.isOneAim(told.aim, aim) {
                throw ValidationError(RequestChangeWords.severalAims(told.word, word))
            }
            told = (word, aim)
        }
        let found: [DataUse]
        do { found = try uses } catch { throw ValidationError(ShowCommandWords.noPurpose(error.word)) }
        guard !found.isEmpty else { throw ValidationError(ShowCommandWords.noPurpose(codes)) }
    }

    /// Several diseases are one code with all of them.
    private static func isOneAim(_ one: ResearchPurpose.Aim, _ other: ResearchPurpose.Aim) -> Bool {
        if case (.diseases, .diseases) = (one, other) { return true }
        return one == other
    }

    private var uses: [DataUse] {
        get throws(ResearchPurpose.UnknownWord) { try ResearchPurpose(parsing: codes).uses }
    }

    func perform() async throws {
        let uses = try uses
        try await CommandPortal.with(portal) { portal in
            try portal.require(.dataUseCodes)
            let application = try await portal.access.application(reference.application)
            guard application.state.isEditable, application.permits(.saveDraft) != false else {
                throw CommandFailure(RequestChangeWords.purposeFixed(application.state))
            }
            try await declare(uses, portal.access)
            try CommandOutput(json: json).report(
                RequestChangeRecord(id: reference.id, outcome: "purpose-told", state: application.state.word),
                RequestCommandWords.purposeTold(uses.map { $0.code.term?.shorthand ?? $0.code.id }))
        }
    }

    /// Where the answer was lost, the request says whether it has the codes.
    private func declare(_ uses: [DataUse], _ access: AccessService) async throws {
        let id = reference.application
        try await SettledChange.make {
            try await access.declareUse(id, uses)
        } isDone: {
            try await access.application(id).purpose?.says(uses) ?? false
        }
    }
}
