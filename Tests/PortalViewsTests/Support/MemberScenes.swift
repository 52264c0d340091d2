import Foundation
import PortalModel

extension Scene {
    /// The people of a request, in the states that they go through.
    static let members = [
        scene("empty", []),
        scene("pending"),
        scene("inviting") { story in
            story.press(.inviteMember)
            story.type("Émilie du Châtelet")
            story.press(.next)
            story.type("emilie@chatelet")
            story.press(.choose)
        },
        scene("inviting-problem") { story in
            story.press(.inviteMember)
            story.type("Lin Chen")
            story.press(.next)
            story.type("lin.example.org")
            story.press(.choose)
        },
        scene("inviting-lost") { story in
            story.invite()
            story.answer(PortalError(.timedOut(seconds: 30), operation: "inviting a member", requestID: "7f3a91c2-13"))
            story.send(.members(ApplicationID(17), .checked(.success(MemberScene.application))))
        },
        scene("error") { story in
            story.invite()
            story.answer(
                PortalError(
                    .forbidden, operation: "inviting a member", detail: "Only the applicant can invite members.",
                    requestID: "7f3a91c2-13"))
        },
        scene("question") { story in
            story.press(.moveDown, .removeMember)
        },
        scene("not-allowed", permissions: ["application.command/copy-as-new"]),
        scene("unreachable", []) { story in
            story.state.members[ApplicationID(17)]?.members = nil
            if let id = story.state.members[ApplicationID(17)]?.pending?.id {
                story.send(
                    .answered(
                        id, .failure(PortalError(.offline, operation: "loading the request", requestID: "7f3a91c2"))))
            }
        },
    ]

    private static func scene(
        _ name: String, _ members: [Member] = MemberScene.people, permissions: Set<String> = [],
        _ act: @escaping @Sendable (inout MemberScene) -> Void = { _ in }
    ) -> Scene {
        Scene("members-\(name)") { state in
            var scene = MemberScene(state: state)
            scene.begin(members, permissions)
            act(&scene)
            scene.state.toast = nil
            state = scene.state
        }
    }
}

/// The detail of a submitted request with its people opened.
struct MemberScene {
    var state: AppState

    static let people = [
        Member(id: "grace", name: "Grace Hopper", email: "grace@example.org"),
        Member(name: "陳省身", email: "shiing-shen.chern@mathematics.university.example", isPending: true),
    ]

    static var application: Application {
        var application = SampleRequests.returned
        application.members = people
        return application
    }

    mutating func begin(_ members: [Member], _ permissions: Set<String>) {
        var application = SampleRequests.returned
        application.state = .submitted
        application.members = members
        application.permissions = permissions
        state.screen = .requests
        state.requests.open = OpenRequest(id: application.id)
        state.requests.open?.application = application
        press(.showMembers)
    }

    mutating func invite() {
        press(.inviteMember)
        type("Lin")
        press(.choose)
        type("lin@example.org")
        press(.choose)
    }

    mutating func answer(_ failure: PortalError) {
        send(.members(ApplicationID(17), .changed(.invite(name: "Lin", email: "lin@example.org"), failure)))
    }

    mutating func send(_ action: AppAction) { _ = reduce(into: &state, action) }
    mutating func press(_ commands: Command...) { for command in commands { send(.commandChosen(command)) } }
    mutating func type(_ text: String) { for character in text { send(.input(.key(.character(character)))) } }
}
