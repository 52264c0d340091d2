import PortalModel
import Synchronization
import Testing

@Suite("The effect runner", .timeLimit(.minutes(5)))
struct EffectRunnerTests {
    /// What was called and delivered, in order; some calls wait until they are let go.
    private final class Log: Sendable {
        private let lines = Mutex<[String]>([])
        private let gates = Mutex<[String: Gate]>([:])

        private enum Gate {
            case open
            case closed(CheckedContinuation<Void, Never>)
        }

        var all: [String] { lines.withLock { $0 } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }

        /// Waits at a gate that `letGo` opens.
        func wait(at name: String) async {
            await withCheckedContinuation { continuation in
                gates.withLock { gates in
                    if case .open = gates[name] { continuation.resume() } else { gates[name] = .closed(continuation) }
                }
            }
        }

        func letGo(_ name: String) {
            gates.withLock { gates in
                if case .closed(let continuation) = gates[name] { continuation.resume() }
                gates[name] = .open
            }
        }

        func expect(_ line: String) async {
            while !all.contains(line) { await Task.yield() }
        }
    }

    private func makeServices(_ log: Log) -> Services {
        let discovery = DiscoveryService { calls in
            calls.search.perform = { query, _, _ async throws(PortalError) in
                log.add("search \(query.text)")
                await log.wait(at: query.text)
                return SearchPage(start: 0, total: 0, results: [])
            }
        }
        let access = AccessService { calls in
            calls.save.perform = { id, _ async throws(PortalError) in
                log.add("save \(id.rawValue)")
                await log.wait(at: "service")
            }
            calls.accept.perform = { _, _ async throws(PortalError) in log.add("accept") }
            calls.submit.perform = { _ async throws(PortalError) in log.add(Task.isCancelled ? "cancelled" : "submit") }
        }
        let journal = Journal(
            openDraft: { _, _ async throws(PortalError) in nil }, takeOver: { _, _ async throws(PortalError) in nil },
            saveDraft: { draft async throws(PortalError) in
                if draft.revision == 1 { await log.wait(at: "disk") }
                log.add("\(draft.id.rawValue) \(draft.revision)")
            },
            keepForm: { _, _ async throws(PortalError) in },
            discardDraft: { id async throws(PortalError) in log.add("\(id.rawValue) gone") },
            saveBasket: { _ async throws(PortalError) in log.add("basket") },
            saveSeen: { _ async throws(PortalError) in })
        return Services(
            discovery: discovery, access: access, journal: journal, tryAtOnce: { log.add("tries at once") })
    }

    private func makeRunner(_ log: Log) -> EffectRunner {
        EffectRunner(
            services: makeServices(log), makeID: { "made" },
            deliver: { action in
                switch action {
                case .answered(let id, _): log.add("answered \(id.number)")
                case .session(_, .journalled(let revision, _)): log.add("journalled \(revision)")
                case .session(_, .submitted): log.add("submitted")
                default: break
                }
            })
    }

    private func draft(_ revision: Int, _ name: String = "a") -> Draft {
        var draft = Made.draft(name)
        draft.revision = revision
        return draft
    }

    private func search(_ text: String, _ number: Int) -> Effect {
        .read(ReadID(.results(page: 0), number), .search(SearchQuery(text: text), start: 0, rows: 10))
    }

    @Test func writesOfADraftArriveAllAndInOrder() async {
        let log = Log()
        let runner = makeRunner(log)
        for revision in 1...100 { runner.run(.disk(.journalDraft(draft(revision)))) }
        runner.run(.disk(.discardDraft(DraftID("a"))))
        log.letGo("disk")
        await runner.finishJournal()
        let expected = (1...100).flatMap { ["a \($0)", "journalled \($0)"] } + ["a gone"]
        #expect(log.all == expected)
    }

    @Test func theDiskDoesNotWaitForTheNetworkNorOneDraftForAnother() async {
        let log = Log()
        let runner = makeRunner(log)
        runner.run(.write(.saveAnswers(DraftID("a"), ApplicationID(17), revision: 1, [:])))
        runner.run(.write(.submit(DraftID("a"), ApplicationID(17))))
        runner.run(.disk(.journalDraft(draft(1, "b"))))
        runner.run(.disk(.journalDraft(draft(2))))
        await log.expect("a 2")
        log.letGo("disk")
        await runner.finishJournal()
        #expect(log.all.contains("b 1"))
        #expect(!log.all.contains("submit"), "The calls of a draft go one after the other.")
        log.letGo("service")
        await runner.finishWrites()
        #expect(log.all.contains("submitted"))
    }

    @Test func writesAreNotCancelled() async {
        let log = Log()
        let runner = makeRunner(log)
        runner.run(.write(.saveAnswers(DraftID("a"), ApplicationID(17), revision: 1, [:])))
        runner.run(.write(.submit(DraftID("a"), ApplicationID(17))))
        runner.cancelReads()
        log.letGo("service")
        await runner.finishWrites()
        #expect(log.all == ["save 17", "submit", "submitted"])
    }

    @Test func aNewReadTakesThePlaceOfTheOneBefore() async {
        let log = Log()
        let runner = makeRunner(log)
        runner.run(search("old", 1))
        await log.expect("search old")
        runner.run(search("new", 2))
        await log.expect("search new")
        log.letGo("new")
        await log.expect("answered 2")
        log.letGo("old")
        for _ in 0..<100 { await Task.yield() }
        #expect(!log.all.contains("answered 1"))
    }

    @Test func aCallCarriesWhatItIsMadeFor() async {
        let log = Log()
        var services = makeServices(log)
        services.discovery.calls.filters.perform = { () async throws(PortalError) in
            log.add(CallPurpose.current == .read(ReadID(.filters, 3)) ? "for the read" : "for nobody")
            return []
        }
        services.access.calls.submit.perform = { _ async throws(PortalError) in
            log.add(CallPurpose.current == .draft(DraftID("a")) ? "for the draft" : "for nobody")
        }
        let runner = EffectRunner(services: services, makeID: { "made" }, deliver: { _ in })
        runner.run(.tryAtOnce)
        runner.run(.read(ReadID(.filters, 3), .filters))
        runner.run(.write(.submit(DraftID("a"), ApplicationID(17))))
        await runner.finishWrites()
        await log.expect("for the read")
        #expect(Set(log.all) == ["tries at once", "for the read", "for the draft"])
    }
}
