import FoundationEssentials
import PortalDomain
import Testing

@testable import PortalModel

@Suite("A portal that tells at once what changes")
struct FollowingTests {
    private static let profile: ProfileInfo = {
        var profile = ProfileInfo(name: "demo", title: "Demo portal", user: "ada", signInWay: .browser)
        profile.isFollowed = true
        return profile
    }()
    private static let lost = ChannelState.lost(
        since: Story.beginning, next: Story.beginning.addingTimeInterval(1),
        PortalError(.offline, operation: "following your requests"))

    /// One that has begun, with a list of one request.
    private func begun(_ profile: ProfileInfo = Self.profile) -> Story {
        let story = Story(profile: profile)
        story.start()
        #expect(story.effects.contains(.host(.follow)) == profile.isFollowed)
        story.answerApplications(with: .success([Made.application(1, .submitted, changed: -3600)]))
        story.answerEntitlements(with: .success([]))
        return story
    }

    private func isAskingForRequests(_ story: Story) -> Bool { story.state.requests.pending != nil }

    @Test("It is followed where it tells, and only asked where it does not")
    func follows() {
        let story = begun()
        #expect(story.state.channel == .connecting)
        #expect(story.timers[.pollRequests] == 30_000)
        let other = begun(.test)
        #expect(other.state.channel == .none)
        other.send(.channel(.changed))
        #expect(other.timers[.askAsTold] == nil, "What nobody asked for is not listened to.")
    }

    @Test("While it is live the list is asked for seldom, and at once when something has changed")
    func live() {
        let story = begun()
        story.send(.channel(.state(.live)))
        #expect(story.timers[.pollRequests] == 300_000)
        story.fire(.askAsTold)
        #expect(isAskingForRequests(story), "What happened before was told to nobody.")
        story.answerApplications(with: .success([Made.application(1, .submitted, changed: -3600)]))
        story.answerEntitlements(with: .success([]))

        story.pass(seconds: 60)
        story.send(.channel(.changed))
        story.send(.channel(.changed))
        story.fire(.askAsTold)
        #expect(story.timers[.askAsTold] == nil, "One question answers both.")
        story.answerApplications(with: .success([Made.application(1, .approved, changed: 0)]))
        #expect(story.state.requests.unreadCount == 1)
        #expect(
            story.effects.contains {
                if case .host(.ring(.requests(.hasChanged(number: "1", state: .approved)), _)) = $0 {
                    true
                } else {
                    false
                }
            })
    }

    @Test("An answer that was under way when something was told does not count as the answer to it")
    func underWay() {
        let story = begun()
        story.fire(.pollRequests)
        story.send(.channel(.changed))
        story.fire(.askAsTold)
        #expect(story.timers[.askAsTold] == 500)
        story.answerApplications(with: .success([]))
        story.fire(.askAsTold)
        #expect(isAskingForRequests(story))
    }

    @Test("What is told while a request is filled in is asked for when the wizard is left, not half a minute later")
    func toldInTheWizard() {
        var state = begun().state
        state.screen = .wizard
        _ = reduce(into: &state, .channel(.changed))
        #expect(reduce(into: &state, .timerFired(.askAsTold)).isEmpty)
        let effects = reduce(into: &state, .commandChosen(.showRequests))
        #expect(effects.contains(.host(.startTimer(.askAsTold, milliseconds: 200))))
    }

    @Test("A server that tells without end is asked every two seconds at most")
    func bounded() {
        let story = begun()
        story.send(.channel(.changed))
        #expect(story.timers[.askAsTold] == 200)
        story.fire(.askAsTold)
        story.answerApplications(with: .success([]))
        story.answerEntitlements(with: .success([]))
        story.send(.channel(.changed))
        #expect(story.timers[.askAsTold] == 2000)
    }

    @Test("When it is lost the list is asked for as often as without it")
    func lost() {
        let story = begun()
        story.send(.channel(.state(.live)))
        story.send(.channel(.state(Self.lost)))
        #expect(story.timers[.pollRequests] == 30_000)
        #expect(story.state.channel == Self.lost)
        story.send(.channel(.state(Self.lost)))
        #expect(!story.effects.contains(.host(.startTimer(.pollRequests, milliseconds: 30_000))))
    }

    @Test("Where it does not take the sign-in that is said once, nobody is signed out, and signing in begins anew")
    func refused() {
        let story = begun()
        let error = PortalError(.forbidden, operation: "following your requests")
        story.send(.channel(.state(.refused(error))))
        #expect(story.state.toast?.message == .requests(.notFollowed))
        #expect(story.state.profile?.user == "ada")
        story.fire(.pollRequests)
        #expect(!story.effects.contains(.host(.follow)))
        story.send(.identity(.signedInElsewhere(Account(subject: "b", name: "Grace"))))
        #expect(story.effects.contains(.host(.follow)))
    }

    @Test("It ends with the sign-in")
    func signedOut() {
        let story = begun()
        story.send(.channel(.state(.live)))
        story.send(.identity(.signedOut(SignOutReport(revoked: .done))))
        #expect(story.effects.contains(.host(.stopFollowing)))
        #expect(story.state.channel == .none)
        story.fire(.askAsTold)
        #expect(!isAskingForRequests(story), "Nobody asks on behalf of nobody.")
        story.send(.channel(.changed))
        #expect(story.timers[.askAsTold] == nil)
    }

    @Test("The bell is for what others did: not for what was there at first, drafts, and what one has sent oneself")
    func rings() {
        let story = begun()
        func rings(_ applications: [ApplicationSummary]) -> Bool {
            story.fire(.pollRequests)
            story.answerApplications(with: .success(applications))
            return story.effects.contains { if case .host(.ring) = $0 { true } else { false } }
        }
        #expect(!rings([Made.application(1, .submitted, changed: -10)]), "touched")
        #expect(!rings([Made.application(1, .submitted, changed: -10), Made.application(2, .approved)]), "appeared")
        #expect(rings([Made.application(1, .returned), Made.application(2, .approved)]))
        #expect(!rings([Made.application(1, .submitted), Made.application(2, .approved)]), "sent again")
        #expect(rings([Made.application(1, .rejected), Made.application(2, .revoked)]))
        #expect(!rings([]), "gone")
    }
}
