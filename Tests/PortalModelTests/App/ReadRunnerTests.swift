import Foundation
import PortalModel
import Synchronization
import Testing

/// What is recalled, what is asked, and what is kept of it.
@Suite("Reads and what was kept of them", .timeLimit(.minutes(5)))
struct ReadRunnerTests {
    /// A portal and a cache made by the test; everything that happens to them is noted in order.
    private final class World: Sendable {
        private let state = Mutex(State())

        private struct State {
            var lines: [String] = []
            var kept: [Question: KeptAnswer] = [:]
            var page = SearchPage(start: 0, total: 0, results: [])
            var isDown = false
        }

        var lines: [String] { state.withLock { $0.lines } }
        func add(_ line: String) { state.withLock { $0.lines.append(line) } }
        func keep(_ question: Question, _ answer: Answer, isFresh: Bool, language: String? = nil) {
            let kept = KeptAnswer(answer, at: Story.beginning, isFresh: isFresh, language: language)
            state.withLock { $0.kept[question] = kept }
        }
        func fail() { state.withLock { $0.isDown = true } }
        func answer(_ page: SearchPage) { state.withLock { $0.page = page } }

        func expect(_ line: String) async { while !lines.contains(line) { await Task.yield() } }

        private func call<Value>(_ name: String, _ value: Value) throws(PortalError) -> Value {
            add("asked \(name)")
            if state.withLock({ $0.isDown }) { throw Made.offline }
            return value
        }

        private var discovery: DiscoveryService {
            DiscoveryService { calls in
                calls.search.perform = { _, _, _ async throws(PortalError) in
                    try self.call("search", self.state.withLock { $0.page })
                }
                calls.filters.perform = { () async throws(PortalError) in try self.call("filters", Made.filters) }
                calls.filterValues.perform = { _ async throws(PortalError) in try self.call("values", []) }
                calls.dataset.perform = { _ async throws(PortalError) in try self.call("dataset", Made.detail(1)) }
            }
        }

        private var access: AccessService {
            AccessService { calls in
                calls.applications.perform = { () async throws(PortalError) in try self.call("applications", []) }
                calls.application.perform = { id async throws(PortalError) in
                    try self.call("application", Application(id: id, title: "", state: .draft))
                }
                calls.create.perform = { _ async throws(PortalError) in try self.call("create", ApplicationID(7)) }
                calls.save.perform = { _, _ async throws(PortalError) in try self.call("save", ()) }
                calls.accept.perform = { _, _ async throws(PortalError) in try self.call("accept", ()) }
                calls.submit.perform = { _ async throws(PortalError) in try self.call("submit", ()) }
                calls.delete.perform = { _ async throws(PortalError) in try self.call("delete", ()) }
                calls.entitlements.perform = { () async throws(PortalError) in try self.call("entitlements", []) }
                calls.form.perform = { _ async throws(PortalError) in
                    try self.call("form", Application(id: .unsent, title: "", state: .draft))
                }
                calls.send.perform = { _, _ async throws(PortalError) in try self.call("send", ApplicationID(7)) }
                calls.attach.perform = { _, _, _ async throws(PortalError) in try self.call("attach", 3) }
                calls.invite.perform = { _, _, _ async throws(PortalError) in try self.call("invite", ()) }
                calls.remove.perform = { _, _ async throws(PortalError) in try self.call("remove", ()) }
                calls.cancel.perform = { _ async throws(PortalError) in try self.call("cancel", ()) }
                calls.copyAsNew.perform = { _ async throws(PortalError) in try self.call("copy", nil) }
                calls.changeDatasets.perform = { _, _, _ async throws(PortalError) in try self.call("datasets", ()) }
            }
        }

        private var answers: AnswerCache {
            AnswerCache(
                recall: { question in
                    self.add("recall")
                    return self.state.withLock { $0.kept[question] }
                },
                mark: { AskingMark(asker: .somebody("ada"), forgettings: 0) },
                keep: { _, _, _ in self.add("kept") }, forget: { self.add("forget \($0.id?.rawValue ?? "list")") })
        }

        var services: Services {
            let journal = Journal(
                openDraft: { _, _ async throws(PortalError) in nil },
                takeOver: { _, _ async throws(PortalError) in nil },
                saveDraft: { _ async throws(PortalError) in },
                keepForm: { _, _ async throws(PortalError) in }, discardDraft: { _ async throws(PortalError) in },
                saveBasket: { _ async throws(PortalError) in },
                saveSeen: { _ async throws(PortalError) in })
            return Services(
                discovery: discovery, access: access.forgetting(in: answers), journal: journal, answers: answers)
        }

        func runner() -> EffectRunner {
            EffectRunner(services: services, makeID: { "made" }) { action in
                switch action {
                case .recalled: self.add("recalled")
                case .answered(_, .failure): self.add("failed")
                default: self.add("answered")
                }
            }
        }
    }

    private static let query = SearchQuery(text: "asthma")
    private static let question = Question.search(query, start: 0, rows: 50)
    private static func search(anew: Bool = false) -> Effect {
        .read(ReadID(.results(page: 0), 1, asksAnew: anew), .search(query, start: 0, rows: 50))
    }
    private static let applications = Effect.read(ReadID(.applications, 2), .applications)

    private func linesOf(_ effect: Effect, until end: String, _ prepare: (World) -> Void = { _ in }) async -> [String] {
        let world = World()
        prepare(world)
        let runner = world.runner()
        runner.run(effect)
        await world.expect(end)
        return world.lines
    }

    @Test("With nothing kept the service is asked, and its answer is shown before it is kept")
    func nothingKept() async {
        #expect(await linesOf(Self.search(), until: "kept") == ["recall", "asked search", "answered", "kept"])
    }

    @Test("A fresh answer is enough")
    func fresh() async {
        let lines = await linesOf(Self.search(), until: "recalled") { world in
            world.keep(Self.question, .page(.made(total: 3)), isFresh: true)
        }
        #expect(lines == ["recall", "recalled"])
    }

    @Test("An older one is shown at once, and the service asked behind it")
    func stale() async {
        let lines = await linesOf(Self.search(), until: "kept") { world in
            world.keep(Self.question, .page(.made(total: 3)), isFresh: false)
        }
        #expect(lines == ["recall", "recalled", "asked search", "answered", "kept"])
    }

    @Test("What was kept in another language is shown where the service does not answer, and else not")
    func anotherLanguage() async {
        for isDown in [false, true] {
            let lines = await linesOf(Self.search(), until: isDown ? "failed" : "kept") { world in
                world.keep(Self.question, .page(.made(total: 3)), isFresh: false, language: "de")
                if isDown { world.fail() }
            }
            let end = isDown ? ["recalled", "failed"] : ["answered", "kept"]
            #expect(lines == ["recall", "asked search"] + end)
        }
    }

    @Test("A failure is told after it, and nothing is kept of it")
    func failure() async {
        let lines = await linesOf(Self.search(), until: "failed") { world in
            world.keep(Self.question, .page(.made(total: 3)), isFresh: false)
            world.fail()
        }
        #expect(lines == ["recall", "recalled", "asked search", "failed"])
    }

    @Test("What the person asks for anew is asked of the service, however fresh the kept one is")
    func anew() async {
        let lines = await linesOf(Self.search(anew: true), until: "kept") { world in
            world.keep(Self.question, .page(.made(total: 3)), isFresh: true)
        }
        #expect(lines == ["asked search", "answered", "kept"])
    }

    @Test("Requests are always asked for: committees decide in between")
    func requests() async {
        let lines = await linesOf(Self.applications, until: "kept") { world in
            world.keep(.applications, .applications([Made.application(1, .draft)]), isFresh: true)
        }
        #expect(lines == ["recall", "recalled", "asked applications", "answered", "kept"])
    }

    @Test("A page without the counts that were asked for is shown and not kept")
    func partial() async {
        let world = World()
        world.answer(SearchPage(start: 0, total: 0, results: [], beaconError: "no answer"))
        let runner = world.runner()
        runner.run(Self.search(anew: true))
        runner.run(.read(ReadID(.filters, 9, asksAnew: true), .filters))
        await world.expect("kept")
        await world.expect("asked search")
        while world.lines.count(where: { $0 == "answered" }) < 2 { await Task.yield() }
        await runner.finishWrites()
        #expect(world.lines.count(where: { $0 == "kept" }) == 1)
    }

    @Test("What the wizard loads, and what was lost, is asked of the service alone")
    func wizard() async {
        let kept: (World) -> Void = { world in
            world.keep(.application(ApplicationID(4)), .application(Made.fullApplication(4, .draft)), isFresh: true)
            world.keep(.applications, .applications([Made.application(4, .draft)]), isFresh: true)
        }
        let load = Effect.read(ReadID(.wizardApplication, 5), .application(ApplicationID(4)))
        #expect(await linesOf(load, until: "kept", kept) == ["asked application", "answered", "kept"])
        let form = Effect.read(ReadID(.wizardApplication, 5), .form(identifiers: ["EGAD1"]))
        #expect(await linesOf(form, until: "answered", kept) == ["asked form", "answered"])
        let known = Effect.write(
            .reconcile(
                DraftID("a"), ApplicationID(4), LostCreation(identifiers: ["EGAD1"], since: Story.beginning),
                Inquiry(.lostCreation(look: 0), 1)))
        #expect(await linesOf(known, until: "answered", kept) == ["asked application", "answered"])
        let lost = Effect.write(
            .reconcile(
                DraftID("a"), nil, LostCreation(identifiers: ["EGAD1"], since: Story.beginning),
                Inquiry(.lostCreation(look: 0), 1)))
        #expect(await linesOf(lost, until: "answered", kept) == ["asked applications", "answered"])
    }

    @Test("What a write may have changed is forgotten before it and after it, whatever came of it")
    func writes() async {
        let draft = DraftID("a")
        let id = ApplicationID(4)
        let writes: [(Effect, [String])] = [
            (
                .write(.createApplication(draft, identifiers: ["EGAD1"])),
                ["forget list", "asked create", "forget list"]
            ),
            (.write(.sendRequest(draft, identifiers: ["EGAD1"], [:])), ["forget list", "asked send", "forget list"]),
            (.write(.saveAnswers(draft, id, revision: 1, [:])), ["forget 4", "asked save", "forget 4"]),
            (.write(.acceptLicences(draft, id, [1])), ["forget 4", "asked accept", "forget 4"]),
            (.write(.submit(draft, id)), ["forget 4", "asked submit", "forget 4"]),
            (.write(.deleteApplication(id)), ["forget 4", "asked delete", "forget 4"]),
        ]
        for isDown in [false, true] {
            for (effect, expected) in writes {
                let lines = await linesOf(effect, until: "answered") { if isDown { $0.fail() } }
                #expect(lines == expected + ["answered"])
            }
        }
    }

    @Test("So is what other changes may have changed")
    func otherChanges() async throws {
        let world = World()
        let access = world.services.access
        let id = ApplicationID(4)
        _ = try await access.attach(id, FileContents(name: "ethics.pdf", bytes: Data()), nil)
        try await access.invite(id, "Grace", "grace@example.org")
        try await access.remove(id, Member(name: "Grace"))
        try await access.cancel(id)
        _ = try await access.copyAsNew(id)
        try await access.changeDatasets(id, ["EGAD1"], nil)
        let expected = ["attach", "invite", "remove", "cancel", "copy", "datasets"].flatMap {
            ["forget 4", "asked \($0)", "forget 4"]
        }
        #expect(world.lines == expected)
    }

    @Test("A read that is cancelled while the kept answer is on its way says nothing more")
    func cancelled() async {
        let world = World()
        world.keep(Self.question, .page(.made(total: 3)), isFresh: true)
        let runner = world.runner()
        for _ in 0..<50 {
            runner.run(Self.search())
            runner.run(.cancelRead(.results(page: 0)))
        }
        runner.run(.read(ReadID(.filters, 9, asksAnew: true), .filters))
        await world.expect("kept")
        #expect(!world.lines.contains("asked search"))
    }
}
