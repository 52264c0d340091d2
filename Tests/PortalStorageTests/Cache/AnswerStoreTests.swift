import Foundation
import PortalModel
import Testing

@testable import PortalStorage

@Suite struct AnswerStoreTests {
    private let bench: AnswerBench

    init() throws { bench = try AnswerBench() }

    @Test func everyKindOfAnswerIsThereAtTheNextStart() async throws {
        let store = bench.store()
        for (question, answer) in Sample.answers { await store.take(answer, to: question) }
        store.close()
        bench.now += 60

        let next = bench.store()
        for (question, answer) in Sample.answers {
            let kept = await next.cache.recall(question)
            #expect(kept == KeptAnswer(answer, at: Workbench.noon, isFresh: true))
        }
        #expect(bench.log.isEmpty)
    }

    @Test(arguments: [(299.0, true), (300, false), (86_400, false), (-5, false)])
    func anAnswerIsFreshForFiveMinutes(_ age: Double, _ isFresh: Bool) async {
        let store = bench.store()
        await store.take(.filters([]), to: .filters)
        bench.now += age
        #expect(await store.cache.recall(.filters)?.isFresh == isFresh)
        #expect(await store.cache.recall(.filters)?.at == Workbench.noon)
    }

    @Test func nothingIsWrittenUntilThereIsAnAnswer() async {
        let store = bench.store()
        #expect(await store.cache.recall(.filters) == nil)
        store.cache.forget(ChangedRequest(ApplicationID(4)))
        store.close()
        #expect(!FileManager.default.fileExists(atPath: bench.directory))
    }

    @Test func aLaterAnswerTakesThePlaceOfTheOneBefore() async throws {
        let store = bench.store()
        await store.take(.filters(Sample.page.filters), to: .filters)
        bench.now += 10
        await store.take(.filters([]), to: .filters)
        #expect(await store.cache.recall(.filters) == KeptAnswer(.filters([]), at: bench.now, isFresh: true))
        store.close()
        #expect(try bench.rows() == 1)
    }

    // MARK: Whose it is

    @Test func nobodySeesWhatAnotherWasAnswered() async throws {
        let store = bench.store()
        for (question, answer) in Sample.answers { await store.take(answer, to: question) }
        for other in [Asker.somebody("grace"), .nobody, nil] {
            bench.asker = other
            for (question, _) in Sample.answers { #expect(await store.cache.recall(question) == nil) }
        }
        bench.asker = .somebody("ada")
        #expect(await store.cache.recall(.entitlements) != nil)
    }

    @Test func anotherPortalOfTheSameProfileHasAnswersOfItsOwn() async {
        await bench.store().take(.filters([]), to: .filters)
        #expect(await bench.store(portal: "ckan https://other.example").cache.recall(.filters) == nil)
    }

    @Test func requestsAreKeptForSomebodyKnownOnly() async throws {
        let store = bench.store()
        for asker in [Asker.nobody, nil] {
            bench.asker = asker
            for (question, answer) in Sample.answers where question.handling.isPrivate {
                await store.take(answer, to: question)
            }
        }
        store.close()
        #expect(!FileManager.default.fileExists(atPath: bench.path))
    }

    @Test func anAnswerToWhoeverSignedOutMeanwhileIsNotKept() async throws {
        let store = bench.store()
        let before = await store.cache.mark()
        bench.asker = .somebody("grace")
        await store.cache.keep(.entitlements, .entitlements([]), before)
        bench.asker = .somebody("ada")
        #expect(await store.cache.recall(.entitlements) == nil)

        // Out and in again, as the same person.
        let mark = await store.cache.mark()
        try await store.forgetPrivate()
        await store.cache.keep(.entitlements, .entitlements([]), mark)
        #expect(await store.cache.recall(.entitlements) == nil)
    }

    @Test func afterSigningOutNothingPrivateIsLeftOnTheDisk() async throws {
        let words = "planted words of a long night"
        let store = bench.store()
        bench.asker = .nobody
        await store.take(.filters(Sample.page.filters), to: .filters)
        bench.asker = .somebody("ada")
        for number in Int64(1)...40 {
            let application = Sample.application(number, text: String(repeating: words, count: 200))
            await store.take(.application(application), to: .application(application.id))
        }
        await store.take(.page(Sample.page), to: .search(SearchQuery(text: words), start: 0, rows: 50))
        #expect(await store.cache.recall(.application(ApplicationID(40))) != nil)
        #expect(try Data(contentsOf: URL(fileURLWithPath: bench.path)).range(of: Data(words.utf8)) != nil)

        try await store.forgetPrivate()
        for name in try FileManager.default.contentsOfDirectory(atPath: bench.directory) {
            let contents = try Data(contentsOf: URL(fileURLWithPath: bench.directory + "/" + name))
            #expect(contents.range(of: Data(words.utf8)) == nil, "\(name) still holds it")
        }
        bench.asker = .nobody
        #expect(await store.cache.recall(.filters) != nil, "what anybody is answered stays")
    }

    @Test func onlyTheOwnerCanRead() async throws {
        try FileManager.default.createDirectory(atPath: bench.directory, withIntermediateDirectories: true)
        #expect(FileManager.default.createFile(atPath: bench.path, contents: nil, attributes: nil))
        let store = bench.store()
        await store.take(.page(Sample.page), to: .search(SearchQuery(), start: 0, rows: 50))
        store.close()
        #expect(try bench.mode(bench.directory) == 0o700)
        #expect(try bench.mode(bench.path) == 0o600)
        #expect(try bench.mode(bench.resultsPath) == 0o600)
    }

    // MARK: Changes

    @Test func aChangeForgetsTheRequestAndTheListAndNothingElse() async throws {
        let store = bench.store()
        for (question, answer) in Sample.answers { await store.take(answer, to: question) }
        await store.take(.application(Sample.application(5)), to: .application(ApplicationID(5)))
        store.cache.forget(ChangedRequest(ApplicationID(4)))
        for question in [Question.applications, .entitlements, .application(ApplicationID(4))] {
            #expect(await store.cache.recall(question) == nil)
        }
        for question in [Question.application(ApplicationID(5)), .filters, .dataset(DatasetID("d-1"))] {
            #expect(await store.cache.recall(question) != nil)
        }
    }

    @Test func whatWasAskedBeforeAChangeIsNotKeptAfterIt() async {
        let store = bench.store()
        let mark = await store.cache.mark()
        store.cache.forget(ChangedRequest(nil))
        await store.cache.keep(.applications, .applications([]), mark)
        #expect(await store.cache.recall(.applications) == nil)
    }

    @Test func aDecisionInTheListForgetsTheRequestAsItWas() async {
        let store = bench.store()
        for number in Int64(1)...3 {
            await store.take(
                .application(Sample.application(number, .submitted)), to: .application(ApplicationID(number)))
        }
        let list = [Sample.application(1, .approved).summary, Sample.application(2, .submitted).summary]
        await store.take(.applications(list), to: .applications)
        #expect(await store.cache.recall(.application(ApplicationID(1))) == nil)
        #expect(await store.cache.recall(.application(ApplicationID(2))) != nil)
        #expect(await store.cache.recall(.application(ApplicationID(3))) == nil, "it is not there any more")
    }

    // MARK: The first screen

    @Test func theLastResultsAreThoseOfThatPersonAndThatPortal() async {
        let query = SearchQuery(text: "asthma", sort: .newest)
        let store = bench.store()
        await store.take(.page(Sample.page), to: .search(query, start: 0, rows: 50))
        await store.take(.page(SearchPage(start: 50, total: 2, results: [])), to: .search(query, start: 50, rows: 50))
        store.close()

        let next = bench.store()
        let stored = next.loadLastResults(for: .somebody("ada"))
        #expect(stored?.query == query)
        #expect(stored?.at == Workbench.noon)
        #expect(stored?.page.results.last == Sample.page.results.last)
        let description = stored?.page.results.first?.dataset?.description
        #expect(description?.count == ResultsCache.descriptionLength, "a list shows a line of it")
        #expect(next.loadLastResults(for: .somebody("grace")) == nil)
        #expect(next.loadLastResults(for: .nobody) == nil)
        #expect(next.loadLastResults(for: nil) == nil)
        #expect(bench.store(portal: "another").loadLastResults(for: .somebody("ada")) == nil)
    }

    @Test func anotherLanguageIsBetterThanNothing() async {
        let (english, german) = (bench.store(language: "en"), bench.store(language: "de"))
        await english.take(.filters([]), to: .filters)
        bench.now += 5
        let kept = await german.cache.recall(.filters)
        #expect(kept == KeptAnswer(.filters([]), at: Workbench.noon, isFresh: false, language: "en"))
        #expect(await bench.store(portal: "gdi https://portal", language: "de").cache.recall(.filters) == nil)
        #expect(await bench.store(portal: "gdi", language: "de").cache.recall(.filters) == nil)
        await german.take(.filters([]), to: .filters)
        #expect(await german.cache.recall(.filters)?.language == nil)
        #expect(await english.cache.recall(.filters)?.at == Workbench.noon)
    }

    @Test func whatAChangeMakesUntrueIsUntrueInEveryLanguage() async {
        let (english, german) = (bench.store(language: "en"), bench.store(language: "de"))
        await english.take(.applications([]), to: .applications)
        // Each has a queue of its own: what is forgotten has to be there.
        #expect(await english.cache.recall(.applications) != nil)
        german.cache.forget(.new)
        #expect(await german.cache.recall(.applications) == nil)
        #expect(await english.cache.recall(.applications) == nil)
    }

    @Test func aFreshAnswerThatIsShownAgainIsTheLastOne() async {
        let store = bench.store()
        for text in ["asthma", "cancer"] {
            await store.take(.page(Sample.page), to: .search(SearchQuery(text: text), start: 0, rows: 50))
        }
        bench.now += 5
        #expect(await store.cache.recall(.search(SearchQuery(text: "asthma"), start: 0, rows: 50)) != nil)
        store.close()
        let stored = bench.store().loadLastResults(for: .somebody("ada"))
        #expect(stored?.query.text == "asthma")
        #expect(stored?.at == Workbench.noon)
    }
}
