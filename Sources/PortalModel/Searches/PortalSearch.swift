import Synchronization

/// A search of one of several portals, which is not waited for longer than the person has patience.
package struct PortalSearch: Sendable {
    private let discovery: DiscoveryService
    private let capabilities: Capabilities

    /// Rows of a page, as the commands ask for them: so that a kept answer is found again.
    private static let page = 100

    /// - Parameter isSignedIn: the Beacon network is asked for those alone; else it is among what is left out.
    package init(_ discovery: DiscoveryService, _ capabilities: Capabilities, isSignedIn: Bool) {
        var capabilities = capabilities
        if !isSignedIn, capabilities.offers(.individualLevel) {
            capabilities.lose([.individualLevel], because: .savedSearch(.beaconNeedsSignIn))
        }
        self.discovery = discovery
        self.capabilities = capabilities
    }

    /// Asks, and returns what came of it: at the latest when the time is over, whatever the portal does then.
    ///
    /// - Parameters:
    ///   - rows: how many datasets at most.
    ///   - seconds: for all of it, the portal's filters among it.
    ///   - pause: lets time pass; throws when its task is cancelled.
    package func outcome(
        of line: QueryLine, rows: Int, within seconds: Int, pause: @escaping @Sendable (Duration) async throws -> Void
    ) async -> PortalOutcome {
        let soFar = SoFar()
        let (outcomes, ended) = AsyncStream<PortalOutcome>.makeStream()
        let asking = Task {
            do throws(PortalError) {
                ended.yield(try await ask(line, rows: rows) { finds in soFar.finds.withLock { $0 = finds } })
            } catch {
                ended.yield(.failed(error, soFar.finds.withLock { $0 }))
            }
        }
        let waiting = Task {
            do { try await pause(.seconds(seconds)) } catch { return }
            ended.yield(.slow(seconds: seconds, soFar.finds.withLock { $0 }))
        }
        defer {
            asking.cancel()
            waiting.cancel()
        }
        for await outcome in outcomes { return outcome }
        // Whoever asked does not want to know any more.
        return .failed(PortalError(.cancelled, operation: "search"), nil)
    }

    /// Page by page.
    ///
    /// - Parameter told: gets what there is after each page.
    package func ask(
        _ line: QueryLine, rows: Int, told: @Sendable (PortalFinds) -> Void = { _ in }
    ) async throws(PortalError) -> PortalOutcome {
        let asked = try await discovery.askable(line, capabilities)
        guard asked.isWorthAsking else { return .notAsked(asked.leftOut) }
        var finds = PortalFinds()
        finds.leftOut = asked.leftOut
        finds.notes = asked.lowered.notes
        finds.asked = asked.lowered.query
        var start = 0
        var watch = PageWatch()
        while start < rows {
            let page = try await discovery.search(asked.lowered.query, start, min(Self.page, rows - start))
            do throws(PortalError) { try watch.take(page) } catch {
                // What came before is what the portal has; that there is no more of it is told as where it gives no more.
                guard !finds.datasets.isEmpty else { throw error }
                finds.isCut = true
                break
            }
            start += page.results.count
            finds.datasets += page.results.compactMap(\.dataset)
            finds.unreadable += page.results.count { $0.dataset == nil }
            finds.total = page.total
            finds.isCut = page.isCut == true
            finds.beaconError = page.beaconError ?? finds.beaconError
            told(finds)
            if page.results.isEmpty || start >= page.total { break }
        }
        return .answered(finds)
    }
}

/// What has come of a portal so far.
private final class SoFar: Sendable {
    let finds = Mutex<PortalFinds?>(nil)
}
