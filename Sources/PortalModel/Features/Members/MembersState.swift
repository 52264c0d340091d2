import FoundationEssentials

/// Who takes part in one application, and what is being done about it.
public struct MembersState: Equatable, Sendable {
    public let application: ApplicationID
    public var applicant: String?
    /// As the service last told; nil before it has.
    public var members: [Member]?
    /// What the user may do now, in REMS's words; empty where the service tells nothing.
    public var permissions: Set<String> = []
    /// Where the application stands.
    public var state: ApplicationState?
    public var pending: Pending?
    public var error: PortalError?
    public var selection = 0
    /// What is typed to invite somebody. It outlasts the form: closing it loses no word.
    public var invitation = Invitation()
    public var isInviting = false
    /// Somebody about whom the person is asked before they are removed.
    public var question: Member?
    public var change: MemberChange?
    /// Addresses to which an invitation was sent whose answer was lost, and which the service did not have when it was
    /// asked. It may still arrive: the service is asked again before another one is sent.
    var inDoubt: Set<String> = []

    public init(application: ApplicationID) { self.application = application }

    /// Members and people invited, the latter last, as the service lists them.
    public var people: [Member] { members ?? [] }

    public var selected: Member? { people.indices.contains(selection) ? people[selection] : nil }

    /// The service's answer to a change is awaited.
    public var isBusy: Bool { change?.isUnderWay == true }
}

/// A name and an address that are being typed.
public struct Invitation: Equatable, Sendable {
    public enum Field: Hashable, Sendable { case name, email }

    public var name = TextBuffer()
    public var email = TextBuffer()
    public var field = Field.name
    /// What keeps it from being sent, and in which field.
    public var problem: Problem?

    public struct Problem: Equatable, Sendable {
        public var field: Field
        public var reason: MemberMessage
    }

    public init() {}

    public var isEmpty: Bool { name.isEmpty && email.isEmpty }
}

/// Something that was asked of the service about its members, and how far it has come.
///
/// None of it is a safe call: after a lost answer the application tells what became of it, and only the person has it
/// sent again.
public struct MemberChange: Equatable, Sendable {
    public enum What: Equatable, Sendable {
        case invite(name: String, email: String)
        case remove(Member)
    }

    public enum Progress: Equatable, Sendable {
        case underWay(since: Date)
        /// The service is asked what it has.
        case checking(since: Date, Purpose)
        /// The service could not be asked.
        case unknown(PortalError, Purpose)
        /// Known not to be done, with the reason; without one its answer was lost.
        case notDone(PortalError?)
    }

    /// What the question is asked for.
    public enum Purpose: Equatable, Sendable {
        /// The answer to the call was lost.
        case lostAnswer
        /// An earlier invitation may have arrived since: only if it has not is another one sent.
        case beforeSending
    }

    public var what: What
    public var progress: Progress

    public init(_ what: What, _ progress: Progress) {
        self.what = what
        self.progress = progress
    }

    var isUnderWay: Bool {
        switch progress {
        case .underWay, .checking: true
        case .unknown, .notDone: false
        }
    }
}

extension MembersState {
    /// Takes over what the service tells.
    mutating func take(_ application: Application) {
        members = application.members
        applicant = application.applicant
        permissions = application.permissions
        state = application.state
        selection = max(0, min(selection, people.count - 1))
    }

    func person(at email: String) -> Member? {
        people.first { $0.email?.lowercased() == email.lowercased() }
    }

    /// Whether the service has what was asked of it.
    func shows(_ what: MemberChange.What) -> Bool {
        switch what {
        case .invite(_, let email): person(at: email) != nil
        case .remove(let member): !people.contains { $0.isSame(as: member) }
        }
    }
}

extension Member {
    /// Somebody who has accepted meanwhile is another one: removing a member is more than taking back an invitation.
    func isSame(as other: Member) -> Bool {
        isPending == other.isPending && id == other.id && email?.lowercased() == other.email?.lowercased()
            && (id != nil || email != nil || name == other.name)
    }
}
