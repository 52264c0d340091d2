import JSONStream
import PortalDomain

/// Codes of data use (DUO) of an application, as REMS has them (`src/clj/rems/ext/duo.clj`, `docs/architecture/019-duo.md`).
extension REMSAccess {
    /// REMS takes codes with a draft as a whole, so that its answers go along as they are. Where they are switched on, an
    /// application always has what comparing them came to (`enrich-duo-matches`); where they are not, they would be kept
    /// and looked at by nobody.
    func declare(_ uses: [DataUse], of id: ApplicationID) async throws(PortalError) {
        let operation = "telling what the data are wanted for"
        let number = try number(of: id, operation)
        let (draft, isUsed) = try await caller.read(caller.get(operation, ["applications", id.rawValue])) { answer in
            reader.application(answer, requested: id).map { application in
                var draft = SaveDraft(number, application, [:])
                draft.duoCodes = uses.map(\.wire)
                return (draft, !answer["application/duo"]["duo/matches"].isNull)
            }
        }
        guard isUsed else {
            throw PortalError(
                .unsupported, operation: operation, because: .change(.codesNotUsed), feature: .dataUseCodes)
        }
        _ = try await caller.command(caller.post(operation, "applications", "save-draft", body: draft))
    }
}

extension DataUse {
    /// `DuoCode` of rems.yaml.
    fileprivate var wire: JSONValue {
        var fields: [String: JSONValue] = ["id": .string(code.id)]
        if let type = code.term?.shorthand.flatMap({ Self.restrictionTypes[$0] }), !restrictions.isEmpty {
            let name = type == "mondo" ? "id" : "value"
            let values = restrictions.map { JSONValue.object([name: .string($0)]) }
            fields["restrictions"] = .array([.object(["type": .string(type), "values": .array(values)])])
        }
        return .object(fields)
    }

    /// What is restricted, by the codes that are.
    private static let restrictionTypes = [
        "DS": "mondo", "RS": "topic", "COL": "collaboration", "GS": "location", "MOR": "date", "TS": "months",
        "US": "users", "PS": "project", "IS": "institute",
    ]
}
