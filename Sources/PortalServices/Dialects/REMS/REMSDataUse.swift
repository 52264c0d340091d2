import JSONStream
import PortalDomain

/// Codes of data use (DUO) of an application, as REMS has them (`src/clj/rems/ext/duo.clj`, `docs/architecture/019-duo.md`).
extension REMSAccess {
    /// REMS takes codes with a draft as a whole, so that its answers go along as they are. Where they are not switched on
    /// they would be kept and looked at by nobody.
    func declare(_ uses: [DataUse], of id: ApplicationID) async throws(PortalError) {
        let operation = "telling what the data are wanted for"
        let number = try number(of: id, operation)
        let (draft, isUsed) = try await caller.read(caller.get(operation, ["applications", id.rawValue])) { answer in
            reader.application(answer, requested: id).map { application in
                var draft = SaveDraft(number, application, [:])
                draft.duoCodes = uses.map(\.wire)
                return (draft, Self.usesCodes(answer))
            }
        }
        var takesCodes = isUsed
        if !takesCodes { takesCodes = try await usesCodes(operation) }
        guard takesCodes else {
            throw PortalError(
                .unsupported, operation: operation, because: .change(.codesNotUsed), feature: .dataUseCodes)
        }
        _ = try await caller.command(caller.post(operation, "applications", "save-draft", body: draft))
    }
}

extension REMSAccess {
    /// An application has codes, and its datasets have theirs, where they are switched on alone: REMS takes them out of
    /// its answers otherwise (`enrich-duos` of `src/clj/rems/application/model.clj`).
    private static func usesCodes(_ application: JSONValue) -> Bool {
        !application["application/duo"].isNull
            || application["application/resources"].list.contains { !$0["resource/duo"].isNull }
    }

    /// What REMS tells everybody of itself: a draft that has no code yet does not show whether it could have one. An
    /// installation without that call is an old one.
    private func usesCodes(_ operation: String) async throws(PortalError) -> Bool {
        do throws(PortalError) {
            return try await caller.read(caller.get(operation, ["config"])) { $0["enable-duo"].flag ?? false }
        } catch {
            guard error.kind == .notFound else { throw error }
            return false
        }
    }
}

extension REMSReader {
    /// `application/duo`; nil where REMS does not use DUO: it keeps codes then, and compares nothing.
    func purpose(_ application: JSONValue) -> DeclaredPurpose? {
        let duo = application["application/duo"]
        let uses = duo["duo/codes"].list.compactMap(DataUse.init(rems:))
        guard !uses.isEmpty || !duo["duo/matches"].isNull else { return nil }
        let resources = application["application/resources"].list.map { ($0["resource/id"].integer, dataset($0)) }
        return DeclaredPurpose(
            uses: uses,
            matches: duo["duo/matches"].list.compactMap { match in
                guard let code = match["duo/id"].text.flatMap({ DataUseCode($0) }) else { return nil }
                let number = match["resource/id"].integer
                let dataset = resources.first { $0.0 == number && number != nil }?.1
                return DeclaredPurpose.Match(
                    code, of: dataset?.identifier,
                    DeclaredPurpose.Verdict(rems: match["duo/validation"]["validity"].text))
            })
    }
}

extension DeclaredPurpose.Verdict {
    /// `DuoCodeMatch` of rems.yaml: keywords, whose namespace not every version writes.
    fileprivate init(rems validity: String?) {
        self =
            switch validity?.split(separator: "/").last {
            case "compatible": .fits
            case "not-compatible": .doesNotFit
            case "not-found": .notDeclared
            default: .needsPerson
            }
    }
}

extension DataUse {
    /// `DuoCodeFull` of rems.yaml; nil for what is no code of DUO.
    fileprivate init?(rems value: JSONValue) {
        guard let code = value["id"].text.flatMap({ DataUseCode($0) }) else { return nil }
        let values = value["restrictions"].list.flatMap { $0["values"].list }
        self.init(code, restrictions: values.compactMap { $0["id"].text ?? $0["value"].text ?? $0.text })
    }

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
