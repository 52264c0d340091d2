import Foundation
import PortalModel

/// The list of requests narrowed down, a request in each state, and what access was granted.
extension Scene {
    static let requests =
        [
            Scene("requests-filtered") {
                list(&$0)
                $0.requests.filter = .waiting
                $0.requests.selection = 1
            },
            Scene("requests-filtered-empty") {
                list(&$0)
                $0.requests.filter = .state(.revoked)
                $0.requests.selection = 0
            },
            Scene("requests-state-menu") {
                list(&$0)
                var menu = PortalModel.Menu(.requestFilter)
                menu.selection = 2
                $0.overlay = .menu(menu)
            },
            Scene("requests-found-in-state") {
                list(&$0)
                $0.requests.filter = .state(.approved)
                $0.requests.find = TextBuffer("exomes")
                $0.requests.selection = 0
            },
            Scene("requests-news") {
                list(&$0)
                $0.requests.seen = [:]
                $0.requests.selection = 2
            },
            Scene("granted") {
                list(&$0)
                $0.requests.granted = GrantedState()
            },
            Scene("granted-empty") {
                list(&$0)
                $0.requests.entitlements = []
                $0.requests.granted = GrantedState()
            },
            Scene("request-closing") {
                open(.submitted, in: &$0)
                $0.requests.changing[ApplicationID(17)] = .close
            },
            Scene("request-datasets-menu") {
                open(.returned, in: &$0)
                var menu = PortalModel.Menu(.datasets(ApplicationID(17)))
                menu.ticked = ["EGAD17-0", "EGAD50000000812"]
                menu.selection = 1
                $0.basket.items = [SampleStates.basketItem(SampleDatasets.breastCancer, daysAgo: 1)]
                $0.overlay = .menu(menu)
            },
            Scene("request-approved-helpdesk") {
                open(.approved, in: &$0)
                $0.profile?.helpdesk = "access@portal.example"
            },
            Scene("request-end") {
                open(.returned, in: &$0)
                $0.profile?.remsAddress = "https://rems.example"
                $0.requests.open?.offset = 1000
                $0.scrollLimit = 1000
            },
        ]
        + [ApplicationState.draft, .submitted, .approved, .rejected, .revoked, .closed].map { state in
            Scene("request-\(state.word)") { open(state, in: &$0) }
        }

    private static func list(_ state: inout AppState) {
        state.screen = .requests
        state.requests.applications = SampleRequests.list
        state.requests.drafts = [SampleRequests.draft]
        state.requests.entitlements = SampleRequests.entitlements
        state.requests.fetchedAt = SampleStates.now
        state.requests.seen = Dictionary(
            uniqueKeysWithValues: SampleRequests.list.dropFirst().map { ($0.id, $0.state) })
    }

    private static func open(_ applicationState: ApplicationState, in state: inout AppState) {
        list(&state)
        var application = SampleRequests.returned
        application.state = applicationState
        application.attachments = [Attachment(id: 4, filename: "ethics-approval.pdf", type: "application/pdf")]
        application.permissions = []
        switch applicationState {
        case .draft:
            application.events = [
                ApplicationEvent(
                    actor: "Ada Lovelace", time: SampleDatasets.daysAgo(80), type: "application.event/created"),
                ApplicationEvent(
                    actor: "rems", time: SampleDatasets.daysAgo(2),
                    type: "application.event/expiration-notifications-sent", expires: SampleDatasets.daysAgo(-12.5)),
            ]
        case .submitted: application.events.removeLast()
        case .returned: break
        default:
            application.events.append(
                ApplicationEvent(
                    actor: "Committee", time: SampleDatasets.daysAgo(0.05),
                    type: "application.event/\(applicationState.word)",
                    comment: applicationState == .rejected ? "The consent does not cover this use." : nil))
            state.requests.entitlements.append(
                Entitlement(
                    datasetIdentifier: "EGAD17-0", start: SampleDatasets.daysAgo(1), end: SampleDatasets.daysAgo(-20.5))
            )
        }
        state.requests.applications[0].state = applicationState
        state.requests.seen[application.id] = applicationState
        state.requests.open = OpenRequest(id: application.id)
        state.requests.open?.application = application
    }
}
