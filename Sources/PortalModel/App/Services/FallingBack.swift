extension DiscoveryService {
    /// The same calls; where the portal cannot be reached, with what was kept of an earlier answer. What was not kept
    /// fails as the portal does.
    ///
    /// - Parameters:
    ///   - kept: what answers then.
    ///   - failed: gets why the portal did not answer, each time that something else did.
    public func fallingBack(
        on kept: DiscoveryService, failed: @escaping @Sendable (PortalError) -> Void
    ) -> DiscoveryService {
        let fallback = Fallback(failed)
        var service = self
        service.calls.search.perform = {
            [ask = self.search, recall = kept.search] query, start, rows async throws(PortalError) in
            try await fallback.answer { () throws(PortalError) in
                try await ask(query, start, rows)
            } or: { () throws(PortalError) in
                try await recall(query, start, rows)
            }
        }
        service.calls.filters.perform = { [ask = self.filters, recall = kept.filters] () async throws(PortalError) in
            try await fallback.answer(ask, or: recall)
        }
        service.calls.filterValues.perform = {
            [ask = self.filterValues, recall = kept.filterValues] key async throws(PortalError) in
            try await fallback.answer { () throws(PortalError) in
                try await ask(key)
            } or: { () throws(PortalError) in
                try await recall(key)
            }
        }
        service.calls.dataset.perform = { [ask = self.dataset, recall = kept.dataset] id async throws(PortalError) in
            try await fallback.answer { () throws(PortalError) in
                try await ask(id)
            } or: { () throws(PortalError) in
                try await recall(id)
            }
        }
        return service
    }
}

extension AccessService {
    /// The calls that read one's own requests, as ``DiscoveryService/fallingBack(on:failed:)`` has it. To be shown and
    /// for nothing else: nothing that decides about sending may rest on it.
    public func fallingBack(
        on kept: AccessService, failed: @escaping @Sendable (PortalError) -> Void
    ) -> AccessService {
        let fallback = Fallback(failed)
        var service = self
        service.calls.applications.perform = {
            [ask = self.applications, recall = kept.applications] () async throws(PortalError) in
            try await fallback.answer(ask, or: recall)
        }
        service.calls.application.perform = {
            [ask = self.application, recall = kept.application] id async throws(PortalError) in
            try await fallback.answer { () throws(PortalError) in
                try await ask(id)
            } or: { () throws(PortalError) in
                try await recall(id)
            }
        }
        service.calls.entitlements.perform = {
            [ask = self.entitlements, recall = kept.entitlements] () async throws(PortalError) in
            try await fallback.answer(ask, or: recall)
        }
        return service
    }
}

private struct Fallback: Sendable {
    let failed: @Sendable (PortalError) -> Void

    init(_ failed: @escaping @Sendable (PortalError) -> Void) { self.failed = failed }

    func answer<Value: Sendable>(
        _ ask: @Sendable () async throws(PortalError) -> Value,
        or recall: @Sendable () async throws(PortalError) -> Value
    ) async throws(PortalError) -> Value {
        let failure: PortalError
        do throws(PortalError) { return try await ask() } catch { failure = error }
        // A portal that has answered, if only with a refusal, is not answered for.
        guard failure.kind.isOfTheWay else { throw failure }
        let value: Value
        do throws(PortalError) { value = try await recall() } catch { throw failure }
        failed(failure)
        return value
    }
}
