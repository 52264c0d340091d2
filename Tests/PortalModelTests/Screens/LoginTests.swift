import Foundation
import PortalModel
import Testing

@Suite("Signing in and out")
struct LoginTests {
    private static let profile = ProfileInfo(name: "gdi", title: "GDI", user: "Ada", signInWay: .device)
    private static let signedOut = PortalError(.signedOut, operation: "loading your requests")
    private static let device = LoginPrompt.device(
        DevicePrompt(
            code: "ABCD-EFGH", address: "https://id.example/device",
            completeAddress: "https://id.example/device?code=ABCD-EFGH",
            expires: Story.beginning.addingTimeInterval(600)))
    private static let browser = LoginPrompt.browser(
        BrowserPrompt(
            address: "https://id.example/auth?x=1", port: 4711, host: "login1",
            expires: Story.beginning.addingTimeInterval(600)))

    @Test("I begins, the code is shown and copied, and afterwards everything is as it was")
    func byCode() throws {
        let story = begun(user: nil)
        story.press("j", "j")
        let before = story.state.browser.selection
        story.press("I")
        let number = try attempt(story, .device)
        #expect(story.state.overlay == .login)
        story.send(.identity(.prompted(number, Self.device)))
        #expect(story.state.login?.prompt == Self.device)
        #expect(story.timers[.ticker] != nil)
        story.press("c")
        #expect(story.effects == [.host(.copy("https://id.example/device?code=ABCD-EFGH"))])
        story.press("y")
        #expect(story.effects == [.host(.copy("ABCD-EFGH"))], "the code alone")
        story.send(.identity(.ended(number, .success(Account(subject: "42", name: "Ada Lovelace")))))
        #expect(story.state.overlay == nil && story.state.login == nil)
        #expect(story.state.profile?.user == "Ada Lovelace")
        #expect(story.state.browser.selection == before)
        #expect(story.state.toast?.text == "Signed in as Ada Lovelace.")
        #expect(story.reads[.filters] != nil)
        #expect(story.reads[.applications] != nil)
    }

    @Test("A login that was lost is offered, and what was refused is asked for again afterwards")
    func lost() throws {
        let story = begun(user: "Ada")
        story.press("r")
        story.answerSearch(with: .failure(PortalError(.signedOut, operation: "search")))
        #expect(story.state.overlay == .login)
        #expect(story.state.login?.step == .offered)
        #expect(story.state.profile?.user == nil)
        story.press(.enter)
        let number = try attempt(story, .device)
        story.send(.identity(.prompted(number, Self.device)))
        story.send(.identity(.ended(number, .success(nil))))
        #expect(story.state.profile?.user == "signed in")
        #expect(story.reads[.results(page: 0)] != nil)
        story.answerSearch(total: 3)
        #expect(story.state.browser.results.error == nil)
    }

    @Test("Where nothing is typed the offer comes up, over the form too")
    func offeredOverForm() throws {
        let world = WizardWorld()
        world.state.profile?.signInWay = .device
        world.openNewRequest()
        world.type("My study")
        world.perform(.showReview)
        world.perform(.saveNow)
        world.runJournal()
        world.runService(.refused(Self.signedOut))
        #expect(world.state.login?.step == .offered)
        world.press(.escape)
        #expect(world.state.wizard?.step == .review)
    }

    @Test("Somebody who signs in in the next window is signed in here")
    func elsewhere() throws {
        let story = begun(user: nil)
        story.press("3")
        story.answerApplications(with: .failure(Self.signedOut))
        story.answerEntitlements(with: .failure(Self.signedOut))
        #expect(story.state.overlay == .login)
        story.send(.identity(.signedInElsewhere(Account(subject: "42", name: "Ada Lovelace"))))
        #expect(story.state.overlay == nil)
        #expect(story.state.profile?.user == "Ada Lovelace")
        #expect(story.effects.contains(.identity(.cancelSignIn)))
        #expect(story.reads[.applications] != nil)
        // Told of it again, nothing happens.
        story.send(.identity(.signedInElsewhere(Account(subject: "42", name: "Ada Lovelace"))))
        #expect(story.effects.isEmpty)
        // Another person's requests are not shown to this one.
        story.answerApplications(with: .success([Made.application(1, .submitted)]))
        story.send(.identity(.signedInElsewhere(Account(subject: "43", name: "Grace Hopper"))))
        #expect(story.state.requests.applications.isEmpty)
        #expect(story.state.profile?.user == "Grace Hopper")
    }

    @Test("Whoever only browses is not asked to sign in; who opens the requests is, once")
    func browsing() {
        let story = begun(user: nil)
        story.press("3")
        #expect(story.state.overlay == nil)
        story.answerApplications(with: .failure(Self.signedOut))
        #expect(story.state.overlay == .login)
        story.press(.escape)
        #expect(story.state.overlay == nil)
        story.answerEntitlements(with: .failure(Self.signedOut))
        #expect(story.timers[.pollRequests] == nil, "every call would be refused")
        #expect(story.state.overlay == nil)

        let reader = begun(user: nil)
        reader.press("r")
        reader.answerSearch(with: .failure(PortalError(.signedOut, operation: "search")))
        #expect(reader.state.overlay == nil)
    }

    @Test("Who was let in just before stopping is signed in: the tokens are kept already")
    func stoppedTooLate() throws {
        let story = begun(user: nil)
        story.press("I")
        let account = Account(subject: "42", name: "Ada Lovelace")
        let ended = AppAction.identity(.ended(try attempt(story, .device), .success(account)))
        story.press(.escape)
        story.send(ended)
        #expect(story.state.profile?.user == "Ada Lovelace")
        story.press("I")
        story.send(ended)
        #expect(story.state.login == nil && story.effects.contains(.identity(.cancelSignIn)))
    }

    @Test("The other way, a pasted address, one that does not do, and stopping")
    func byBrowser() throws {
        let story = begun(user: nil)
        story.press("I")
        let first = try attempt(story, .device)
        story.press("o")
        let second = try attempt(story, .browser)
        // The code that came too late is nobody's.
        story.send(.identity(.prompted(first, Self.device)))
        story.send(.identity(.ended(first, .failure(.cancelled))))
        #expect(story.state.login?.step == .beginning)
        story.send(.identity(.prompted(second, Self.browser)))
        story.paste("http://127.0.0.1:4711/callback?\n  code=c&state=s ")
        #expect(story.effects == [.identity(.pasteSignIn(second, "http://127.0.0.1:4711/callback?code=c&state=s"))])
        story.send(.identity(.pasted(second, .notTheAnswer(.noCode))))
        #expect(story.state.login?.note == .notTheAnswer(.noCode))
        story.press(.escape)
        #expect(story.state.login?.pasted == nil)
        #expect(story.state.overlay == .login)
        story.press("p")
        story.type("cq?1:")
        #expect(story.state.login?.pasted?.text == "cq?1:")
        story.press(.enter)
        #expect(story.effects == [.identity(.pasteSignIn(second, "cq?1:"))])
        story.press(.escape, .escape)
        #expect(story.effects == [.identity(.cancelSignIn)])
        #expect(story.state.overlay == nil)
        #expect(story.state.login == nil)
    }

    @Test(
        "Every ending says what to do, and Enter begins again",
        arguments: [
            LoginFailure.denied, .expired, .unsupported(.device), .wrongClock(minutesAhead: 61),
            .failed(PortalError(.offline, operation: "x")), .notTheAnswer(.noCode),
        ])
    func endings(failure: LoginFailure) throws {
        let story = begun(user: nil)
        story.press("I")
        let number = try attempt(story, .device)
        story.send(.identity(.ended(number, .failure(failure))))
        #expect(story.state.login?.step == .ended(failure))
        #expect(!failure.sentence.isEmpty && !failure.advice.isEmpty)
        story.press(.enter)
        #expect(try attempt(story, .device) != number)
    }

    @Test("Help and a text to select lie over a login and give it back")
    func overlays() throws {
        let story = begun(user: nil)
        story.press("I")
        let number = try attempt(story, .device)
        story.send(.identity(.prompted(number, Self.device)))
        story.press(.function(1), .escape)
        #expect(story.state.overlay == .login)
        story.send(.clipboardUnavailable("https://id.example"))
        story.press(.escape)
        #expect(story.state.overlay == .login)
        // Keys of the screens below do not reach them.
        story.press("1", "3", "b", "j")
        #expect(story.state.overlay == .login)
        #expect(story.state.screen == .browser)
        story.press(.control("c"))
        #expect(story.state.login == nil)
    }

    @Test("Signing out forgets what was private and says which step failed")
    func signingOut() {
        let story = begun(user: "Ada", applications: [Made.application(1, .submitted)])
        story.press("O")
        #expect(story.effects.contains(.identity(.signOut)))
        #expect(story.state.profile?.user == nil)
        story.send(.identity(.signedOut(SignOutReport(revoked: .failed(.words("It was offline.")), removed: .done))))
        #expect(story.state.requests.applications.isEmpty)
        #expect(story.state.toast?.text.contains("It was offline.") == true)
        story.press("O")
        #expect(story.state.toast?.text == "Nobody is signed in.")
    }

    @Test("Where nobody signs in, the commands say so and nothing is offered")
    func noSignIn() {
        let story = Story.begun()
        story.press("I")
        #expect(story.state.overlay == nil)
        #expect(story.state.toast?.text == "You are here as ada: there is nothing to sign in to.")
        story.press("3")
        story.answerApplications(with: .failure(Self.signedOut))
        #expect(story.state.overlay == nil)
        #expect(story.state.profile?.user == "ada")
    }

    @Test("Whoever writes is told and not interrupted; the save goes on after signing in again")
    func form() throws {
        let world = WizardWorld()
        world.state.profile?.signInWay = .device
        world.openNewRequest()
        world.type("My study")
        world.perform(.saveNow)
        world.runJournal()
        world.runService(.refused(Self.signedOut))
        // The next keys belong to the title: no offer takes them.
        #expect(world.state.overlay == nil)
        #expect(world.state.toast?.text.contains("F6 signs in") == true)
        #expect(world.state.profile?.user == nil)
        world.type(" of cows")
        let session = try #require(world.state.wizard?.session)
        #expect(world.state.wizard?.focusedField.map { session.value(of: $0).text } == "My study of cows")
        world.press(.function(6))
        #expect(world.state.overlay == .login)
        #expect(world.state.wizard?.session.draft.answers == session.draft.answers)
        #expect(world.state.wizard?.focus == session.inHand)
        let number = try #require(world.state.login?.number)
        let calls = world.calls.count
        world.send(.identity(.ended(number, .success(nil))))
        world.settle()
        #expect(world.state.screen == .wizard)
        #expect(world.calls.count > calls)
        #expect(world.state.wizard?.session.service.error == nil)
        #expect(world.state.wizard?.session.needsSaving == false)
    }

    @Test("Keys that are on their way into a form do not end in the offer to sign in")
    func writing() throws {
        let world = WizardWorld()
        world.state.profile?.signInWay = .device
        world.openNewRequest()
        world.type("My study")
        world.perform(.saveNow)
        world.runJournal()
        world.type(" of")
        world.runService(.refused(Self.signedOut))
        #expect(world.state.overlay == nil)
        #expect(world.state.toast?.text.contains("You are signed out.") == true)
        #expect(world.state.profile?.user == nil)
        world.type(" oaks")
        #expect(world.state.login == nil)
        let written = try #require(world.state.wizard).session.draft.answers.values
        #expect(written.contains { $0.text.hasSuffix("My study of oaks") })
        // Nor does it come up in a pause: the next key may be a second away.
        world.runJournal()
        world.perform(.saveNow)
        world.runJournal()
        world.runService(.refused(Self.signedOut))
        #expect(world.state.overlay == nil)
    }

    // MARK: -

    private func begun(user: String?, applications: [ApplicationSummary] = []) -> Story {
        var profile = Self.profile
        profile.user = user
        let story = Story(profile: profile)
        story.start()
        story.answerAllPages(total: 3)
        story.answerFilters(with: .success(Made.filters))
        story.answerApplications(with: .success(applications))
        story.answerEntitlements(with: .success([]))
        return story
    }

    /// The number of the attempt that the last step began.
    private func attempt(_ story: Story, _ way: LoginWay) throws -> Int {
        let number = try #require(
            story.effects.lazy.compactMap { effect in
                if case .identity(.signIn(let number, way)) = effect { number } else { nil }
            }.first)
        #expect(story.state.login?.number == number)
        return number
    }
}
