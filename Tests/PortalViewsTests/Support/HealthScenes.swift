import Foundation
import PortalModel

extension Scene {
    static let health = [
        Scene("health") { state in
            open(&state, asked: 0)
            state.health.findings = [.discovery: discovery, .access: access, .identity: identity]
        },
        Scene("health-asking") { state in
            open(&state, asked: 3)
            state.health.findings = [.discovery: discovery]
            for service in [PortalService.access, .identity] {
                state.health.pending[service] = SampleStates.pending(.health(service), seconds: 3)
            }
        },
    ]

    private static func open(_ state: inout AppState, asked: TimeInterval) {
        state.profile?.services = [discovery.place, access.place, identity.place]
        state.overlay = .health(offset: 0)
        state.health.askedAt = state.now.addingTimeInterval(-asked)
    }

    private static let discovery = ServiceFinding(
        ServicePlace(.discovery, at: "https://portal.example/discovery"), .healthy, milliseconds: 41,
        version: "2.11.6", detail: "UP")
    private static let access = ServiceFinding(
        ServicePlace(.access, at: "https://portal.example/daam"), .unhealthy, milliseconds: 1204,
        because: .joining(.answer(.status(503)), .words("No server is available to handle this request.")), rest: 23)
    private static let identity = ServiceFinding(
        ServicePlace(.identity, at: "https://login.portal.example/auth/realms/genomic-data-infrastructure"),
        .unreachable, milliseconds: 5002, because: .answer(.noAnswer(seconds: 5)))
}
