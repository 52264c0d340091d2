/// A failure in the terms of the person who reads it: translated once, at the edge of the client layer.
public struct PortalError: Error, Hashable, Sendable {
    /// What sort of failure it is, which decides what can be done about it.
    public var kind: Kind
    /// Why, as far as it is known: in the service's own words where it gave some that help.
    public var reason: Reason?
    /// Names the call in this program's log and, when the service took it over, in the service's.
    public var requestID: String?
    /// Which call failed, in words: "search", "saving the draft".
    public var operation: String
    /// With `.unsupported`: what is not offered, where it is known.
    public var feature: PortalFeature?
    /// The host of the archive that failed; nil where it is the portal, or this machine.
    public var archive: String?

    /// The sorts of failures that are treated in different ways.
    public enum Kind: Hashable, Sendable {
        /// The service could not be reached at all.
        case offline
        /// It did not answer in time.
        case timedOut(seconds: Int)
        /// Nobody is signed in, or the sign-in is good no longer (401).
        case signedOut
        /// The account may not do it (403).
        case forbidden
        /// It is not there (404).
        case notFound
        /// Refused for a reason that neither what was sent nor who sent it is: by a firewall, or because it is too long.
        case refused(status: Int)
        /// The service has it in a state in which this cannot be done.
        case conflict
        /// Refused because of what was sent, with the field where the service names one.
        case invalid([ValidationWarning])
        /// Seconds to wait, where the service says so.
        case tooManyRequests(retryAfter: Int?)
        /// The service, or what stands before it, failed (5xx).
        case serverFault(status: Int)
        /// The service says for how many seconds it will not be there.
        case unavailable(retryAfter: Int)
        /// Not sent: the service failed several times in a row and is left alone for that many seconds.
        case notTried(retryAfter: Int)
        /// The answer was not what the contract promises.
        case unreadableAnswer
        /// The service does not implement the call.
        case unsupported
        /// Something on this machine: the disk, the data directory.
        case local
        /// Another running program has it in hand.
        case heldElsewhere
        /// Another program has written it since it was read here.
        case changedElsewhere
        /// The person stopped it.
        case cancelled
        /// Only what is kept on this machine was looked at, and this is not.
        case notKept

        /// The service was not reached, is not up, or is left alone because of that: it has said nothing of what was asked.
        package var isOfTheWay: Bool {
            switch self {
            case .offline, .timedOut, .serverFault, .unavailable, .notTried: true
            case .signedOut, .forbidden, .notFound, .refused, .conflict, .invalid, .tooManyRequests, .unreadableAnswer,
                .unsupported, .local, .heldElsewhere, .changedElsewhere, .cancelled, .notKept:
                false
            }
        }
    }

    public init(
        _ kind: Kind, operation: String, because reason: Reason?, requestID: String? = nil,
        feature: PortalFeature? = nil
    ) {
        self.kind = kind
        self.feature = feature
        self.operation = operation
        self.reason = reason
        self.requestID = requestID
    }

    /// - Parameter detail: the words of a service, or of this machine's system.
    public init(
        _ kind: Kind, operation: String, detail: String? = nil, requestID: String? = nil, feature: PortalFeature? = nil
    ) {
        self.init(
            kind, operation: operation, because: detail.map(Reason.words), requestID: requestID, feature: feature)
    }

    /// A feature that the portal's dialect does not have: nothing was sent.
    public init(notOffered feature: PortalFeature) {
        self.init(
            .unsupported, operation: feature.words.lowercased(), because: .notOffered(feature), feature: feature)
    }
}

/// What a service finds wrong with an application at submission (`daam.yaml`, `ValidationWarning`).
public struct ValidationWarning: Hashable, Sendable, Codable {
    /// Such as `t.form.validation/required`.
    public var key: String
    /// The field that it is about; nil where it is about none.
    public var field: FieldID?

    public init(key: String, field: FieldID? = nil) {
        self.key = key
        self.field = field
    }
}

extension PortalError {
    /// What happened, in a sentence.
    public var sentence: String { archiveReason?.happened ?? kind.sentence }

    /// The reason in English. Not sanitised.
    public var detail: String? { reason?.sentence }

    /// The reason, or where none is known what happened.
    public var why: Reason { archiveReason.map(Reason.archive) ?? reason ?? .failed(kind) }

    /// What is said of it where an archive failed; nil where none did.
    public var archiveReason: ArchiveReason? { archive.map { ArchiveReason(host: $0, kind: kind, why: reason) } }
}

extension PortalError.Kind {
    /// What happened, in a sentence.
    public var sentence: String {
        switch self {
        case .offline: "The portal could not be reached."
        case .timedOut(let seconds): "The portal did not answer within \(seconds) s."
        case .signedOut: "You are signed out."
        case .forbidden: "The portal does not allow you this."
        case .notFound: "The portal does not have this any more."
        case .refused(let status): "The call was not let through (status \(status))."
        case .conflict: "It cannot be done as it stands at the portal."
        case .invalid: "The portal found something missing or wrong."
        case .tooManyRequests(.some(let seconds)): "The portal asks to wait \(PortalError.spelled(seconds: seconds))."
        case .tooManyRequests(.none): "The portal asks to wait a while."
        case .serverFault(let status): "The portal failed (status \(status))."
        case .unavailable(let seconds):
            "The portal is not available and asks to wait \(PortalError.spelled(seconds: seconds))."
        case .notTried(let seconds):
            "The portal failed several times in a row, so it is left alone for \(PortalError.spelled(seconds: seconds))."
        case .unreadableAnswer: "The portal's answer could not be understood."
        case .unsupported: "This portal does not offer this."
        case .local: "Something failed on this machine."
        case .heldElsewhere: "It is open in another portal program."
        case .changedElsewhere: "Another portal program has changed it meanwhile."
        case .cancelled: "Stopped."
        case .notKept: "Nothing of this is kept on this machine."
        }
    }
}

extension PortalError {
    /// To stand behind a sentence: the beginning of the request id, which is enough to find the call by. The log view
    /// (L) has the whole of it. Empty without an id.
    public var idNote: String { requestID.map { " (request id \($0.prefix(8)))" } ?? "" }

    /// For how long the service does not want to be asked again, or is not asked.
    public var secondsToWait: Int? {
        switch kind {
        case .tooManyRequests(let seconds): seconds
        case .unavailable(let seconds), .notTried(let seconds): seconds
        case .offline, .timedOut, .signedOut, .forbidden, .notFound, .refused, .conflict, .invalid, .serverFault,
            .unreadableAnswer, .unsupported, .local, .heldElsewhere, .changedElsewhere, .cancelled, .notKept:
            nil
        }
    }

    /// Such as "12 s" or "5 min".
    static func spelled(seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7200: "\((seconds + 59) / 60) min"
        default: "\((seconds + 3599) / 3600) h"
        }
    }

    /// What to do next, in a clause that follows "r".
    public var canBeRetried: Bool {
        switch kind {
        case .offline, .timedOut, .tooManyRequests, .serverFault, .unavailable, .notTried, .unreadableAnswer, .local,
            .heldElsewhere, .conflict, .cancelled:
            true
        case .signedOut, .forbidden, .notFound, .refused, .invalid, .unsupported, .changedElsewhere, .notKept: false
        }
    }

    /// The draft is another program's now.
    package var isTakenOver: Bool { kind == .heldElsewhere || kind == .changedElsewhere }

    /// Whether the call may have been carried out although no answer came.
    public var outcomeIsUnknown: Bool {
        switch kind {
        case .offline, .timedOut, .serverFault, .unavailable, .unreadableAnswer, .cancelled: true
        case .signedOut, .forbidden, .notFound, .refused, .conflict, .invalid, .tooManyRequests, .notTried,
            .unsupported, .local, .heldElsewhere, .changedElsewhere, .notKept:
            false
        }
    }
}

extension PortalError.Kind {
    /// Nobody answered.
    package var isSilence: Bool {
        if case .timedOut = self { true } else { self == .offline }
    }
}
