import FoundationEssentials

/// Who takes part in one application, and what is being done about it.
public struct MembersState: Equatable, Sendable {
    /// Whose people these are.
    public let application: ApplicationID
    /// Who made the request, as the service calls them; nil where it does not tell.
    public var applicant: String?
    /// As the service last told; nil before it has.
    public var members: [Member]?
    /// What the user may do now, in REMS's words; empty where the service tells nothing.
    public var permissions: Set<String> = []
    /// Where the application stands.
    public var state: ApplicationState?
    /// The application is being asked for.
    public var pending: Pending?
    /// Why its people could not be fetched; those that are shown are of before.
    public var error: PortalError?
    /// The one under the cursor, by their place in `people`.
    public var selection = 0
    /// What is typed to invite somebody. It outlasts the form: closing it loses no word.
    public var invitation = Invitation()
    /// The form for an invitation has the keys.
    public var isInviting = false
    /// Somebody about whom the person is asked before they are removed.
    public var question: Member?
    /// What is being done, or what became of it; nil when nothing is to be told.
    public var change: MemberChange?
    /// Addresses to which an invitation was sent whose answer was lost, and which the service did not have when it was
    /// asked. It may still arrive: the service is asked again before another one is sent.
    var inDoubt: Set<String> = []

    public init(application: ApplicationID) { self.application = application }

    /// Members and people invited, the latter last, as the service lists them.
    public var people: [Member] { members ?? [] }

    /// Under the cursor; nil while nobody is there.
    public var selected: Member? { people.indices.contains(selection) ? people[selection] : nil }

    /// The service's answer to a change is awaited.
    public var isBusy: Bool { change?.isUnderWay == true }
}

/// A name and an address that are being typed.
public struct Invitation: Equatable, Sendable {
    /// A line of the form.
    public enum Field: Hashable, Sendable { case name, email }

    /// As the invitation addresses them.
    public var name = TextBuffer()
    /// Where the invitation is sent to.
    public var email = TextBuffer()
    /// The line with the cursor.
    public var field = Field.name
    /// What keeps it from being sent, and in which field.
    public var problem: Problem?

    /// Something that has to be mended first.
    public struct Problem: Equatable, Sendable {
        /// Where it is.
        public var field: Field
        /// What it is.
        public var reason: MemberMessage
    }

    public init() {}

    /// Nothing would be lost with it.
    public var isEmpty: Bool { name.isEmpty && email.isEmpty }
}

/// Something that was asked of the service about its members, and how far it has come.
///
/// None of it is a safe call: after a lost answer the application tells what became of it, and only the person has it
/// sent again.
public struct MemberChange: Equatable, Sendable {
    /// An invitation or a removal, with what is needed to make the call again.
    public enum What: Equatable, Sendable {
        /// By mail, to somebody who need not be known to the service.
        case invite(name: String, email: String)
        /// A member, or an invitation that was not accepted yet.
        case remove(Member)
    }

    /// What is known of the call.
    public enum Progress: Equatable, Sendable {
        /// The service's answer is awaited.
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

    /// What was asked of the service.
    public var what: What
    /// How far it has come.
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
    package func isSame(as other: Member) -> Bool {
        isPending == other.isPending && id == other.id && email?.lowercased() == other.email?.lowercased()
            && (id != nil || email != nil || name == other.name)
    }
}
