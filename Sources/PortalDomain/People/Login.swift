import FoundationEssentials

/// Who is signed in.
public struct Account: Hashable, Sendable {
    /// The issuer's own name for the person (`sub`); the same for as long as the account exists.
    public var subject: String
    /// For people to read: name, user name or e-mail address.
    public var name: String

    public init(subject: String, name: String) {
        self.subject = subject
        self.name = name
    }
}

/// A way to sign in.
public enum LoginWay: Hashable, Sendable, CaseIterable {
    /// A code is typed in on another device (RFC 8628): works over SSH.
    case device
    /// A browser that reaches this machine, or whose address is pasted here (RFC 8252).
    case browser

    /// The other way.
    public var other: LoginWay { self == .device ? .browser : .device }
}

/// What the person needs for going on with a login.
public enum LoginPrompt: Hashable, Sendable {
    /// By a code that is typed into a browser anywhere (RFC 8628).
    case device(DevicePrompt)
    /// By a browser that reaches this machine, or whose address is pasted (RFC 8252).
    case browser(BrowserPrompt)

    /// What the person opens.
    public var address: String {
        switch self {
        case .device(let prompt): prompt.address
        case .browser(let prompt): prompt.address
        }
    }

    /// When it is good no longer.
    public var expires: Date {
        switch self {
        case .device(let prompt): prompt.expires
        case .browser(let prompt): prompt.expires
        }
    }
}

/// To be opened and confirmed on any device.
public struct DevicePrompt: Hashable, Sendable {
    /// What the person types there.
    public var code: String
    /// What the person opens.
    public var address: String
    /// The address with the code in it, for a QR code.
    public var completeAddress: String?
    /// When it is good no longer.
    public var expires: Date
    /// What to look at before it is opened: that it is another host's than the sign-in service's.
    public var note: Reason?

    public init(code: String, address: String, completeAddress: String? = nil, expires: Date, note: Reason? = nil) {
        self.code = code
        self.address = address
        self.completeAddress = completeAddress
        self.expires = expires
        self.note = note
    }
}

/// To be opened in a browser, which then calls back to a port of this machine.
public struct BrowserPrompt: Hashable, Sendable {
    /// What the person opens.
    public var address: String
    /// Where the answer is awaited; nil when only pasting it is left.
    public var port: Int?
    /// This machine's name, as far as it knows it.
    public var host: String
    /// When it is good no longer.
    public var expires: Date

    public init(address: String, port: Int?, host: String, expires: Date) {
        self.address = address
        self.port = port
        self.host = host
        self.expires = expires
    }

    /// To be run on one's own machine, so that its browser reaches the port here.
    public var tunnel: String? { port.map { "ssh -L \($0):127.0.0.1:\($0) \(host)" } }
}

/// Why a login ended without anybody signed in.
public enum LoginFailure: Error, Hashable, Sendable {
    /// Somebody said no.
    case denied
    /// Nobody confirmed in time.
    case expired
    /// The sign-in service does not offer this way.
    case unsupported(LoginWay)
    /// This machine's clock is ahead of the sign-in service's by that many minutes, or behind when negative.
    case wrongClock(minutesAhead: Int)
    /// A pasted address that is not the awaited one, with the reason.
    case notTheAnswer(SignInReason)
    /// It could not be done.
    case failed(PortalError)
    /// The person stopped it.
    case cancelled

    /// What happened, in a sentence.
    public var sentence: String {
        switch self {
        case .denied: "The sign-in was refused."
        case .expired: "Nobody confirmed the sign-in in time."
        case .unsupported(.device): "This portal offers no sign-in by a code."
        case .unsupported(.browser): "This portal offers no sign-in by a browser."
        case .wrongClock(let minutes):
            "This machine's clock is \(Self.spelled(minutes: abs(minutes))) "
                + "\(minutes > 0 ? "ahead of" : "behind") the sign-in service's."
        case .notTheAnswer(let reason): reason.sentence
        case .failed(let error): error.why.sentence + error.idNote
        case .cancelled: "The sign-in was stopped."
        }
    }

    private static func spelled(minutes: Int) -> String {
        switch minutes {
        case ..<120: "\(minutes) min"
        case ..<2880: "\(minutes / 60) h"
        default: "\(minutes / 1440) days"
        }
    }

    /// What to do next, in a sentence.
    public var advice: String {
        switch self {
        case .denied: "If that was you by mistake, start again."
        case .expired: "Start again for a new code."
        case .unsupported: "Try the other way."
        case .wrongClock: "Have the clock put right, then start again."
        case .notTheAnswer: "Copy the whole address from the browser's address line and paste it again."
        case .failed(let error):
            error.canBeRetried ? "Start again in a while." : "Start again, or tell the portal's help desk."
        case .cancelled: "Nothing has changed."
        }
    }
}

/// What was done to sign somebody out, each step with the reason where it failed.
public struct SignOutReport: Hashable, Sendable {
    /// What became of a step of signing out.
    public enum Outcome: Hashable, Sendable {
        /// It is done.
        case done
        /// There was nothing to do, or the service has no such call.
        case notNeeded
        /// A person has to finish it in a browser, at this address.
        case leftOpen(String)
        /// It failed, for this reason.
        case failed(Reason)
        /// The service has no call for it, or did not do it: which tokens live on, until when, and where.
        case livesOn(Reason)
    }

    /// The tokens are worthless at the service.
    public var revoked: Outcome
    /// The session at the sign-in service has ended.
    public var endedSession: Outcome
    /// Nothing is left on this machine.
    public var removed: Outcome

    public init(revoked: Outcome = .notNeeded, endedSession: Outcome = .notNeeded, removed: Outcome = .notNeeded) {
        self.revoked = revoked
        self.endedSession = endedSession
        self.removed = removed
    }

    /// What did not work, in sentences; empty when all did.
    public var problems: [Reason] {
        var problems: [Reason] = []
        switch revoked {
        case .failed(let reason): problems.append(.tokens(.notRevoked(reason)))
        case .livesOn(let which): problems.append(which)
        case .done, .notNeeded, .leftOpen: break
        }
        switch endedSession {
        case .failed(let reason): problems.append(.tokens(.sessionGoesOn(reason)))
        case .leftOpen(let address): problems.append(.tokens(.browserSignedIn(address: address)))
        case .done, .notNeeded, .livesOn: break
        }
        if case .failed(let reason) = removed { problems.append(.tokens(.stillThere(reason))) }
        return problems
    }
}
