import ArgumentParser
import PortalModel

/// `portal request purpose`.
struct RequestPurposeCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "purpose", abstract: "Say by codes of DUO what the data of a draft are wanted for.",
        discussion: """
            They take the place of the codes that the request has. A REMS that uses DUO compares them with the datasets'; a \
            portal whose access service drops them says so, and nothing is sent: write them into the form there.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Argument(help: "Codes with commas between them, such as HMB,NCU or DS:MONDO:0005105,IRB.")
    var codes: String

    @Flag(help: "One JSON object (docs/schemas/request-change.json).")
    var json = false

    func validate() throws {
        let found: [DataUse]
        do { found = try uses } catch { throw ValidationError(ShowCommandWords.noPurpose(error.word)) }
        guard !found.isEmpty else { throw ValidationError(ShowCommandWords.noPurpose(codes)) }
    }

    private var uses: [DataUse] {
        get throws(ResearchPurpose.UnknownWord) { try ResearchPurpose(parsing: codes).uses }
    }

    func perform() async throws {
        let uses = try uses
        try await CommandPortal.with(portal) { portal in
            try portal.require(.dataUseCodes)
            try await portal.access.declareUse(reference.application, uses)
            try CommandOutput(json: json).report(
                RequestChangeRecord(id: reference.id, outcome: "purpose-told"),
                RequestCommandWords.purposeTold(uses.map { $0.code.term?.shorthand ?? $0.code.id }))
        }
    }
}
