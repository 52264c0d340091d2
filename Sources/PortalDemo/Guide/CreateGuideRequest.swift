import GRDB

/// `CreateAccessRequest` of guide.yaml.
struct CreateGuideRequest: Decodable, Sendable {
    let datasetId: String
    /// Submitted where it is left out: the guide has no call that would submit a draft later.
    let status: Status?
    let requestData: GuideRequest.Details

    enum Status: String, Decodable, Sendable {
        case draft, submitted
    }

    var request: GuideRequest { GuideRequest(dataset: datasetId, details: requestData) }

    /// The constraints that the types do not hold.
    func check() throws {
        for (name, text) in [
            ("datasetId", datasetId), ("requestData.purpose", requestData.purpose),
            ("requestData.organization", requestData.organization),
        ] where text.isEmpty {
            throw Refusal.malformed("\(name) must not be empty.")
        }
        for participant in requestData.participants {
            guard !participant.name.isEmpty else { throw Refusal.malformed("Every participant needs a name.") }
            guard EmailAddress.isValid(participant.email) else {
                throw Refusal.malformed("\(participant.email) is not an e-mail address.")
            }
        }
    }
}

extension ApplicationRegister {
    /// Makes a request of the guide's service, which is an application like any other for the committee.
    func create(_ request: GuideRequest, isSubmitted: Bool, for user: DemoUser) async throws -> Application {
        try await transaction { rows, now in
            guard
                let entry = try CatalogueStore.entry(id: request.dataset, rows.db)
                    ?? CatalogueStore.entry(identifier: request.dataset, rows.db)
            else { throw Refusal.unknownDataset(request.dataset) }
            let id = try rows.insert(applicant: user.id, datasets: try Self.bundled([entry]), at: now)
            try rows.insert(request, application: id)
            try rows.replaceAnswers(request.answers, application: id)
            if isSubmitted {
                try Self.submit(try Self.own(id, of: user, rows), by: user, at: now, rows)
            }
            return try Self.own(id, of: user, rows)
        }
    }
}
