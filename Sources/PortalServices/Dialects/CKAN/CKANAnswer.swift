import JSONStream
import PortalDomain

/// The envelope of CKAN's action API: `{help, success, result}`, or `{success: false, error: {__type, message, …}}`.
enum CKANAnswer {
    /// - Throws: when the answer says that it failed, whatever its status.
    static func result(_ answer: JSONValue, of call: ServiceCall) throws(PortalError) -> JSONValue {
        guard answer["success"].flag == false else { return answer["result"] }
        let unexplained = PortalError(.unreadableAnswer, operation: call.operation)
        throw refined(unexplained, body: answer, status: 200, feature: call.feature)
    }

    /// Makes of a refusal what it means: CKAN's statuses say little.
    static func refine(_ feature: PortalFeature?) -> @Sendable (PortalError, ServiceAnswer) -> PortalError {
        { error, answer in
            guard let body = try? JSONValue(parsing: answer.body) else {
                return withoutJSON(error, status: answer.status)
            }
            return refined(error, body: body, status: answer.status, feature: feature)
        }
    }

    private static func refined(
        _ error: PortalError, body: JSONValue, status: Int, feature: PortalFeature?
    ) -> PortalError {
        var error = error
        let refusal = body["error"]
        if case .string(let bare) = body {
            // 400 with nothing but a text: broken JSON, or an action that this CKAN does not have.
            error.reason = .words(bare)
            let isUnknown = bare.lowercased().contains("action name not known")
            error.kind = isUnknown ? .unsupported : .invalid([])
            error.feature = isUnknown ? feature : nil
            return error
        }
        error.reason = words(of: refusal).map(Reason.words) ?? error.reason
        switch refusal["__type"].text {
        case "Authorization Error": error.kind = .forbidden
        case "Not Found Error": error.kind = .notFound
        case "Validation Error", "Integrity Error": error.kind = .invalid([])
        // A Solr that is gone, starts or has lost its core is told as an error of the search by some versions.
        case "Search Error" where isOfEngine(refusal["message"].text ?? ""), "Search Connection Error",
            "Search Index Error":
            error.kind = .serverFault(status: status)
            error.reason = .catalogue(.engineAway)
        case "Search Error", "Search Query Error", "Search Query":
            // Its message is the whole of what was handed on to Solr.
            error.kind = .invalid([])
            error.reason = .catalogue(.searchNotUnderstood)
        // Nothing is changed here, so nothing can have changed in the meantime.
        default: if error.kind == .conflict { error.kind = .invalid([]) }
        }
        return error
    }

    private static func isOfEngine(_ message: String) -> Bool {
        let words = message.lowercased()
        return [
            "connection refused", "connectionerror", "newconnectionerror", "max retries exceeded", "failed to connect",
            "connection to solr", "timed out", "no route to host", "name or service not known", "connection reset",
            "solrcore is loading", "solrcore initialization failures", "http 502", "http 503", "http 504",
        ].contains { words.contains($0) }
    }

    /// The message, or what is wrong with each parameter.
    private static func words(of refusal: JSONValue) -> String? {
        if let message = refusal["message"].text { return message }
        if case .string = refusal { return refusal.text }
        let problems = refusal.fields.filter { $0.key != "__type" }.sorted { $0.key < $1.key }
            .map { "\($0.key): \($0.value.texts.joined(separator: ", "))" }
        return problems.isEmpty ? nil : problems.joined(separator: "; ")
    }

    /// Pages for people: of another program than CKAN, of an old API, or of one whose database is down.
    private static func withoutJSON(_ error: PortalError, status: Int) -> PortalError {
        var error = error
        if error.feature == .export {
            error.reason = .catalogue(.noDescriptions)
        } else if error.kind == .notFound || error.kind == .unsupported {
            error.reason = .catalogue(.noCatalogueHere)
        }
        return error
    }
}
