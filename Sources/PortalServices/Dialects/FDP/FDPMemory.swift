import PortalDomain

/// What a FAIR Data Point was found to have, kept while it is browsed: it has no search, so that every search is one here,
/// over everything. It is collected once for all who ask meanwhile; who gives up does not end it, since a person who types
/// on asks again at once.
actor FDPMemory {
    private var kept: (collection: FDPCollection, at: ContinuousClock.Instant)?
    private var isCollecting = false
    private var waiting: [Int: CheckedContinuation<Result<FDPCollection, PortalError>, Never>] = [:]
    private var last = 0

    /// As long as the screen takes an answer for fresh.
    private static let longest = Duration.seconds(300)

    /// What was collected, as long as it is fresh.
    var fresh: FDPCollection? {
        guard let kept, kept.at.duration(to: .now) < Self.longest else { return nil }
        return kept.collection
    }

    func collection(
        by collect: @escaping @Sendable () async throws(PortalError) -> FDPCollection
    ) async throws(PortalError) -> FDPCollection {
        if let fresh { return fresh }
        if !isCollecting {
            isCollecting = true
            Task { finish(await Self.result(of: collect)) }
        }
        last += 1
        let number = last
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation {
                (continuation: CheckedContinuation<Result<FDPCollection, PortalError>, Never>) in
                if Task.isCancelled {
                    continuation.resume(returning: .failure(PortalError(.cancelled, operation: "search")))
                } else {
                    waiting[number] = continuation
                }
            }
        } onCancel: {
            Task { await self.giveUp(number) }
        }
        return try result.get()
    }

    private static func result(
        of collect: @Sendable () async throws(PortalError) -> FDPCollection
    ) async -> Result<FDPCollection, PortalError> {
        do throws(PortalError) { return .success(try await collect()) } catch { return .failure(error) }
    }

    private func finish(_ result: Result<FDPCollection, PortalError>) {
        isCollecting = false
        if case .success(let collection) = result { kept = (collection, .now) }
        let all = waiting.values
        waiting = [:]
        for continuation in all { continuation.resume(returning: result) }
    }

    private func giveUp(_ number: Int) {
        waiting.removeValue(forKey: number)?
            .resume(returning: .failure(PortalError(.cancelled, operation: "search")))
    }
}
