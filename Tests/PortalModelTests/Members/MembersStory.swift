import Foundation
import PortalModel
import Testing

/// The people of an application, driven by keys; the test gives the portal's answers.
struct MembersStory {
    private(set) var state: AppState
    private(set) var effects: [Effect] = []

    static let id = ApplicationID(17)
    static let grace = Member(id: "grace", name: "Grace Hopper", email: "grace@example.org")
    static let lin = Member(name: "Lin", email: "lin@example.org", isPending: true)
    static let lost = PortalError(.timedOut(seconds: 30), operation: "inviting a member")

    static func application(_ members: [Member], permissions: Set<String> = []) -> Application {
        Application(
            id: id, title: "", state: .submitted, applicant: "Ada Lovelace", members: members, permissions: permissions)
    }

    /// In the detail of a submitted request, with its people opened.
    init(_ members: [Member] = [], permissions: Set<String> = [], capabilities: Capabilities = Capabilities()) {
        state = AppState(now: Story.beginning, terminal: TerminalState(columns: 80, rows: 24), profile: .test)
        state.profile?.capabilities = capabilities
        state.screen = .requests
        state.requests.open = OpenRequest(id: Self.id)
        state.requests.open?.application = Self.application(members, permissions: permissions)
        press("m")
    }

    var people: MembersState {
        get throws { try #require(state.members[Self.id]) }
    }

    var isOpen: Bool { state.overlay == .members(Self.id) }

    mutating func send(_ action: AppAction) {
        effects = reduce(into: &state, action).filter { effect in
            switch effect {
            case .host(.startTimer), .host(.stopTimer), .tryAtOnce: false
            default: true
            }
        }
    }

    mutating func press(_ keys: Key...) { for key in keys { send(.input(.key(key))) } }
    mutating func type(_ text: String) { for character in text { press(.character(character)) } }

    /// Types both fields of an invitation and sends it.
    mutating func invite(_ name: String = "Lin", _ email: String = "lin@example.org") {
        press("i")
        type(name)
        press(.enter)
        type(email)
        press(.enter)
    }

    /// Answers the question for the list.
    mutating func show(_ members: [Member]) throws {
        let pending = try #require(try people.pending)
        send(.applicationAnswered(pending.id, .success(Self.application(members))))
    }
}
