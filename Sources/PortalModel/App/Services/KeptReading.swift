import FoundationEssentials

extension DiscoveryService {
    /// The same calls, keeping what is answered.
    public func keeping(in answers: AnswerCache) -> DiscoveryService {
        let kept = Keeping(answers)
        var service = self
        service.calls.search.perform = { [search = self.search] query, start, rows async throws(PortalError) in
            // All of a large catalogue would push out everything else that is kept.
            guard start < Self.keptResults else { return try await search(query, start, rows) }
            return try await kept.keep(.search(query, start: start, rows: rows), Answer.page) {
                () throws(PortalError) in
                try await search(query, start, rows)
            }
        }
        service.calls.filters.perform = { [filters = self.filters] () async throws(PortalError) in
            try await kept.keep(.filters, Answer.filters, filters)
        }
        service.calls.filterValues.perform = { [filterValues = self.filterValues] key async throws(PortalError) in
            try await kept.keep(.filterValues(key), { .filterValues(key, $0) }) { () throws(PortalError) in
                try await filterValues(key)
            }
        }
        service.calls.dataset.perform = { [dataset = self.dataset] id async throws(PortalError) in
            try await kept.keep(.dataset(id), Answer.dataset) { () throws(PortalError) in try await dataset(id) }
        }
        return service
    }

    /// How many results of one search are kept.
    private static let keptResults = 1000

    /// Answers with what was kept and asks nobody.
    ///
    /// - Parameter told: gets each answer that is used.
    public static func kept(in answers: AnswerCache, told: @escaping @Sendable (KeptAnswer) -> Void) -> DiscoveryService
    {
        let kept = Recalling(answers, told)
        return DiscoveryService { calls in
            calls.search.perform = { query, start, rows throws(PortalError) in try await kept.page(query, start, rows) }
            calls.filters.perform = { () throws(PortalError) in
                try await kept.recall(.filters, for: "loading the filters", \.filters)
            }
            calls.filterValues.perform = { key throws(PortalError) in
                try await kept.recall(.filterValues(key), for: "loading a filter's values", \.filterValues)
            }
            calls.dataset.perform = { id throws(PortalError) in
                try await kept.recall(.dataset(id), for: "opening the dataset", \.dataset)
            }
            calls.export.perform = { _, _ throws(PortalError) in
                throw PortalError(.notKept, operation: "exporting the dataset")
            }
        }
    }
}

extension AccessService {
    /// The calls that read, keeping what is answered. Nothing that decides about sending may be made with `kept(in:)`.
    public func keeping(in answers: AnswerCache) -> AccessService {
        let kept = Keeping(answers)
        var service = self
        service.calls.applications.perform = { [applications = self.applications] () async throws(PortalError) in
            try await kept.keep(.applications, Answer.applications, applications)
        }
        service.calls.application.perform = { [application = self.application] id async throws(PortalError) in
            try await kept.keep(.application(id), Answer.application) { () throws(PortalError) in
                try await application(id)
            }
        }
        service.calls.entitlements.perform = { [entitlements = self.entitlements] () async throws(PortalError) in
            try await kept.keep(.entitlements, Answer.entitlements, entitlements)
        }
        return service
    }

    /// Answers with what was kept and asks nobody; all that changes something is refused.
    public static func kept(in answers: AnswerCache, told: @escaping @Sendable (KeptAnswer) -> Void) -> AccessService {
        let kept = Recalling(answers, told)
        var service = AccessService.none
        service.calls.applications.perform = { () async throws(PortalError) in
            try await kept.recall(.applications, for: "loading your requests", \.applications)
        }
        service.calls.application.perform = { id async throws(PortalError) in
            try await kept.recall(.application(id), for: "opening the request", \.application)
        }
        service.calls.entitlements.perform = { () async throws(PortalError) in
            try await kept.recall(.entitlements, for: "loading what you have access to", \.entitlements)
        }
        return service
    }
}

private struct Keeping: Sendable {
    let answers: AnswerCache

    init(_ answers: AnswerCache) { self.answers = answers }

    func keep<Value: Sendable>(
        _ question: Question, _ answer: @Sendable (Value) -> Answer,
        _ ask: @Sendable () async throws(PortalError) -> Value
    ) async throws(PortalError) -> Value {
        let mark = await answers.mark()
        let value = try await ask()
        if answer(value).isWhole { await answers.keep(question, answer(value), mark) }
        return value
    }
}

private struct Recalling: Sendable {
    let answers: AnswerCache
    let told: @Sendable (KeptAnswer) -> Void

    init(_ answers: AnswerCache, _ told: @escaping @Sendable (KeptAnswer) -> Void) {
        self.answers = answers
        self.told = told
    }

    func recall<Value>(
        _ question: Question, for operation: String, _ value: (Answer) -> Value?
    ) async throws(PortalError) -> Value {
        guard let kept = await answers.recall(question), let value = value(kept.answer) else {
            throw PortalError(.notKept, operation: operation)
        }
        told(kept)
        return value
    }

    /// A page of another size that begins in the same place will do: what was asked for on the screen, or with another
    /// `--limit`. The longest of them, cut off where less is wanted.
    func page(_ query: SearchQuery, _ start: Int, _ rows: Int) async throws(PortalError) -> SearchPage {
        var found = await longest(query, start, rows, inAnyLanguage: false)
        if found == nil { found = await longest(query, start, rows, inAnyLanguage: true) }
        guard let best = found else { throw PortalError(.notKept, operation: "search") }
        told(best.kept)
        var page = best.page
        page.results = Array(page.results.prefix(rows))
        return page
    }

    private func longest(
        _ query: SearchQuery, _ start: Int, _ rows: Int, inAnyLanguage: Bool
    ) async -> (page: SearchPage, kept: KeptAnswer)? {
        var best: (page: SearchPage, kept: KeptAnswer)?
        func look(_ size: Int) async {
            guard let kept = await answers.recall(.search(query, start: start, rows: size)),
                case .page(let page) = kept.answer, inAnyLanguage || kept.language == nil,
                page.results.count > best?.page.results.count ?? -1
            else { return }
            best = (page, kept)
        }
        for size in [rows] + Self.usual where size != rows || best == nil {
            await look(size)
            if let best, best.page.results.count >= min(rows, best.page.total - start) { break }
        }
        for size in Self.small where best == nil { await look(size) }
        return best
    }

    /// Of the screen, of a command's pages, of its usual limit, and of a series' members.
    private static let usual = [ResultList.pageSize, 100, 20, 200, 10, 1000]
    /// A smaller `--limit` may have been any.
    private static let small = (1..<100).reversed()
}
