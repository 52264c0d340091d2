import Foundation
import PortalModel

/// The portals that are set up: reached by the keys that a person presses.
extension Scene {
    static let portals = [
        Scene("portals-list") { open(&$0) },
        Scene("portals-reading") { perform(&$0, .commandChosen(.showPortals)) },
        Scene("portals-tried") { state in
            open(&state)
            choose("national", in: &state)
            perform(&state, .commandChosen(.tryPortal))
            perform(&state, .portals(.tried(1, PortalTrial(national, findings: wrong))))
        },
        Scene("portals-changing-over") { state in
            open(&state)
            choose("national", in: &state)
            perform(&state, .commandChosen(.choose))
        },
        Scene("portals-problem") { state in
            open(&state)
            let error = PortalError(
                .local, operation: "opening the portal",
                detail: "/home/ada/.config/portal/profiles.d/gdi.yaml, line 3: “fax” is not known in identity.")
            perform(&state, .portalOpened(.failure(error)))
        },
        Scene("portals-remove") { state in
            open(&state)
            choose("national", in: &state)
            perform(&state, .commandChosen(.removePortal))
        },
        Scene("portal-form-first") { state in
            state.profile = nil
            state.screen = .setup
            state.setup.selection = 1
            perform(&state, .commandChosen(.choose))
        },
        Scene("portal-form-dialect") { state in
            edit(&state)
            perform(&state, .commandChosen(.next))
        },
        Scene("portal-form-fault") { state in
            open(&state)
            perform(&state, .commandChosen(.addPortal))
            perform(&state, .input(.paste("my portal")))
            perform(&state, .commandChosen(.saveNow))
        },
        Scene("portal-form-asking") { state in
            edit(&state)
            perform(&state, .commandChosen(.saveNow))
        },
        Scene("portal-form-well") { state in
            edit(&state)
            perform(&state, .commandChosen(.saveNow))
            perform(&state, .portals(.tried(1, PortalTrial(national, findings: well))))
        },
        Scene("portal-form-wrong") { state in
            edit(&state)
            perform(&state, .commandChosen(.saveNow))
            perform(&state, .portals(.tried(1, PortalTrial(national, findings: wrong))))
        },
    ]

    private static let national = PortalDraft(
        name: "national", title: "National node", discovery: "https://genomes.example/discovery",
        discoveryDialect: .gdi, access: "https://genomes.example/daam", accessDialect: .gdi,
        issuer: "https://id.genomes.example/realms/gdi", client: "portal-terminal")
    private static let open = PortalDraft(
        name: "open-data", title: "open-data", discovery: "https://data.example.org/catalogue", discoveryDialect: .ckan)
    private static let well = [
        PortalTrial.Finding(service: "discovery", isWell: true, .setup(.answers(milliseconds: 41, dialect: "gdi"))),
        PortalTrial.Finding(service: "access", isWell: true, .setup(.answers(milliseconds: 52, dialect: "gdi"))),
        PortalTrial.Finding(service: "sign-in", isWell: true, .setup(.ways([.device, .browser]))),
    ]
    private static let wrong = [
        PortalTrial.Finding(service: "discovery", isWell: true, .setup(.answers(milliseconds: 41, dialect: "gdi"))),
        PortalTrial.Finding(
            service: "access", isWell: false,
            .setup(.notWell(.unreachable, .connection(.noSuchMachine("genomes.example"))))),
    ]

    private static func perform(_ state: inout AppState, _ action: AppAction) { _ = reduce(into: &state, action) }

    private static func open(_ state: inout AppState) {
        perform(&state, .commandChosen(.showPortals))
        let list = [
            KnownPortal(nil, name: "demo", title: "Demo portal", drafts: nil),
            KnownPortal(
                national, name: "national", title: "National node", isDefault: true, drafts: 2, hasSignIn: true),
            KnownPortal(
                Self.open, name: "open-data", title: "open-data", ownFile: "/home/ada/.config/portal/config.yaml"),
        ]
        perform(&state, .portals(.listed(.success(list))))
    }

    private static func choose(_ name: String, in state: inout AppState) {
        for _ in 0..<3 where state.portals.selected?.name != name { perform(&state, .commandChosen(.moveDown)) }
    }

    private static func edit(_ state: inout AppState) {
        open(&state)
        choose("national", in: &state)
        perform(&state, .commandChosen(.editPortal))
    }
}
