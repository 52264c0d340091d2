import FoundationEssentials
import JSONStream
import NIOHTTP1
import PortalDomain

extension PortalError {
    /// The one translation of a refusal: status, headers and `ErrorResponse {title, status, detail,
    /// validationWarnings}`, or whatever a gateway in front says instead.
    init(_ answer: ServiceAnswer, to call: ServiceCall, requestID: String) {
        let body = (try? JSONValue(parsing: answer.body)) ?? .null
        let bare: String? = if case .string = body { body.text } else { nil }
        let words = body["detail"].text ?? body["message"].text ?? body["title"].text ?? body["error"].text ?? bare
        let warnings = body["validationWarnings"].list.compactMap(ValidationWarning.init(wire:))
        var kind = Self.kind(of: answer, warnings: warnings)
        // Without words of the service's own, nobody knew the path: the call is not in its code.
        if kind == .notFound, call.feature != nil, words == nil { kind = .unsupported }
        if call.isSafe { kind = Self.ofRead(kind, status: answer.status) }
        var error = PortalError(
            kind, operation: call.operation, because: words.map(Reason.words) ?? Self.reason(of: answer, kind, call),
            requestID: requestID, feature: kind == .unsupported ? call.feature : nil)
        if let door = FrontDoor(answer), words == nil || door == .network {
            // What the service's refusals mean says nothing of what was answered in its place.
            error.kind = .refused(status: answer.status)
            error.reason = .answer(door.reason(ownID: requestID))
            self = error
        } else {
            self = call.refinesError.map { $0(error, answer) } ?? error
        }
    }

    /// Whoever only reads has sent nothing that could be wrong, and changed nothing.
    private static func ofRead(_ kind: Kind, status: Int) -> Kind {
        switch (kind, status) {
        case (.conflict, _), (.invalid, 413), (.invalid, 415): .refused(status: status)
        default: kind
        }
    }

    /// What there is to say where the service has no words of its own.
    private static func reason(of answer: ServiceAnswer, _ kind: Kind, _ call: ServiceCall) -> Reason? {
        // Else it would have been followed, or refused with its address.
        if (300...399).contains(answer.status), answer.status != 304 {
            return .answer(.redirectWithoutAddress(status: answer.status))
        }
        let line = Transport.firstLine(of: answer.body)
        if call.isSafe, [413, 414, 431].contains(answer.status) {
            return .answer(.askedTooMuch)
        }
        guard answer.isPage, kind == .notFound || kind == .unsupported else {
            // Nobody asked for another protocol (101), nor whether anything has changed (304).
            return line.map(Reason.words) ?? (kind == .unreadableAnswer ? .answer(.status(answer.status)) : nil)
        }
        if let feature = call.feature, kind == .unsupported { return .notOffered(feature) }
        return .answer(.pageForAnswer(line: line))
    }

    private static func kind(
        of answer: ServiceAnswer, warnings: [ValidationWarning]
    ) -> Kind {
        switch answer.status {
        case 401: return .signedOut
        case 403: return .forbidden
        case 404, 410: return .notFound
        case 405, 501: return .unsupported
        case 408, 425: return .serverFault(status: answer.status)
        case 402, 406, 407, 414, 418, 421, 426, 431, 451, 511: return .refused(status: answer.status)
        case 409, 412: return .conflict
        case 429: return .tooManyRequests(retryAfter: RetryAfter.secondsAhead(in: answer.headers))
        case 400...499: return .invalid(warnings)
        case 500 where answer.saysUnsupported: return .unsupported
        case 503:
            let seconds = RetryAfter.secondsAhead(in: answer.headers)
            return seconds.map { .unavailable(retryAfter: $0) } ?? .serverFault(status: 503)
        case 500...599: return .serverFault(status: answer.status)
        default: return .unreadableAnswer
        }
    }
}

extension ValidationWarning {
    /// `{key, formId?, fieldId?}`. A warning without a key still points at its field.
    init?(wire value: JSONValue) {
        guard case .object = value else { return nil }
        let field = value["formId"].integer.flatMap { form in
            value["fieldId"].text.map { FieldID(form: form, field: $0) }
        }
        guard let key = value["key"].text ?? (field == nil ? nil : "t.form.validation/invalid-value") else {
            return nil
        }
        self.init(key: key, field: field)
    }
}

extension PortalError.Kind {
    /// Without the values that it carries: those can hold what a person wrote.
    var logName: String {
        switch self {
        case .offline: "offline"
        case .timedOut: "timed-out"
        case .signedOut: "signed-out"
        case .forbidden: "forbidden"
        case .notFound: "not-found"
        case .refused: "refused"
        case .conflict: "conflict"
        case .invalid: "invalid"
        case .tooManyRequests: "too-many-requests"
        case .serverFault: "server-fault"
        case .unavailable: "unavailable"
        case .notTried: "not-tried"
        case .unreadableAnswer: "unreadable-answer"
        case .unsupported: "unsupported"
        case .local: "local"
        case .notKept: "not-kept"
        case .heldElsewhere: "held elsewhere"
        case .changedElsewhere: "changed elsewhere"
        case .cancelled: "cancelled"
        }
    }
}

extension Transport {
    /// What came where JSON belongs.
    static func description(ofOther body: Data) -> AnswerReason {
        guard let line = firstLine(of: body) else { return .empty }
        let beginning = String(decoding: body.prefix(4096), as: UTF8.self).trimmed
        guard beginning.hasPrefix("<") else { return .notJSON(line: line) }
        return SignInPage.isTitle(line) ? .signInPage(line: line) : .page(line: line)
    }

    /// The first line that says something, for an error's detail: at most 200 characters. Of HTML its text.
    static func firstLine(of body: Data) -> String? {
        let beginning = String(decoding: body.prefix(4096), as: UTF8.self)
        let lines = withoutTags(beginning).split(whereSeparator: \.isNewline).lazy.map(\.trimmed)
        return lines.first { !$0.isEmpty }.map { String($0.prefix(200)) }
    }

    private static func withoutTags(_ text: String) -> String {
        guard text.trimmed.hasPrefix("<") else { return text }
        var result = ""
        var isInTag = false
        for character in text {
            switch character {
            case "<": isInTag = true
            case ">":
                isInTag = false
                result += "\n"
            default: if !isInTag { result.append(character) }
            }
        }
        return result
    }
}
