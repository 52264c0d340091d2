import Foundation
import PortalMirror
import PortalModel
import PortalServices
import PortalStorage
import Synchronization

extension PreparedPortal {
    /// The catalogue on this machine, for the screen: the same files as `portal mirror` has.
    func mirror() -> MirrorService {
        let shared = settings.configuration.mirror(of: profile)
        guard !settings.isEphemeral || shared != nil else { return .none }
        // Made anew each time: whoever is signed in now has a mirror of their own.
        let open = OpenMirror { [profile, login, settings] () throws(PortalError) in
            try MirrorShelf(profile, login, settings, shared: shared)
        }
        return MirrorService(
            discovery: .of(open), facts: { () throws(PortalError) in try await open.facts() },
            fill: { records, tell throws(PortalError) in try await fill(open, records, tell) })
    }

    private func fill(
        _ open: OpenMirror, _ records: Int, _ tell: @escaping @Sendable (MirrorProgress) -> Void
    ) async throws(PortalError) -> MirrorReport {
        let shelf = try open.shelf()
        let isPublic = !shelf.hasOwner
        let writer = try await Blocking.run { () throws(PortalError) in
            do { return try shelf.fill(isPublic: isPublic, isAnew: false) } catch let error as PortalError {
                throw error
            } catch {
                throw PortalError(.local, operation: "filling the mirror")
            }
        }
        let source = MirrorSource(self, settings, isPublic: isPublic)
        let result = await Self.result { () async throws(PortalError) in
            let report = try await MirrorSync(writer, from: source.discovery).run { tell(MirrorProgress($0)) }
            if records > 0 {
                let basket = disk.loadStart().basket.map(\.id)
                _ = try await MirrorRecords(writer, from: source.discovery)
                    .run(first: basket, atMost: records) { tell(MirrorProgress($0)) }
            }
            return report
        }
        await source.close()
        let isWhole = if case .success = result { true } else { false }
        let ended = Self.result { () throws(PortalError) in try writer.close(isWhole: isWhole || result.endedEarly) }
        // A shared one is another file now.
        await open.renew()
        let report = try result.get()
        try ended.get()
        return MirrorReport(
            new: report.new, changed: report.changed, removed: report.removed, datasets: report.state.datasets)
    }

    private static func result<Value>(
        _ body: () async throws(PortalError) -> Value
    ) async -> Result<Value, PortalError> {
        do throws(PortalError) { return .success(try await body()) } catch { return .failure(error) }
    }

    private static func result<Value>(_ body: () throws(PortalError) -> Value) -> Result<Value, PortalError> {
        do throws(PortalError) { return .success(try body()) } catch { return .failure(error) }
    }
}

extension Result where Success == SyncReport, Failure == PortalError {
    /// As much is here as the portal gives.
    fileprivate var endedEarly: Bool {
        guard case .failure(let error) = self, case .mirror(.endedEarly) = error.reason else { return false }
        return true
    }
}

extension MirrorProgress {
    fileprivate init(_ progress: SyncProgress) {
        let work: Work =
            switch progress.work {
            case .filling: .filling
            case .refreshing: .refreshing
            case .sweeping: .sweeping
            case .records: .records
            }
        self.init(work, done: progress.done, total: progress.total)
    }
}

/// The mirror while it is read: opened with the first question, and anew after it was filled.
actor OpenMirror {
    /// Which mirrors there are now.
    nonisolated let shelf: @Sendable () throws(PortalError) -> MirrorShelf
    private var opened: Mirror?

    init(_ shelf: @escaping @Sendable () throws(PortalError) -> MirrorShelf) { self.shelf = shelf }

    func mirror() throws(PortalError) -> Mirror {
        if let opened { return opened }
        let mirror = try shelf().open()
        opened = mirror
        return mirror
    }

    /// What another program has put in its place is what counts from then on. A search that reads the one before holds
    /// that as long as it needs it.
    func renew() { opened = nil }

    /// What it holds; nil where there is none.
    func facts() async throws(PortalError) -> MirrorFacts? {
        renew()
        let mirror: Mirror
        do throws(PortalError) { mirror = try self.mirror() } catch {
            if case .mirror(.none) = error.reason { return nil }
            throw error
        }
        let status = try await mirror.status()
        return MirrorFacts(
            path: mirror.place.path, bytes: status.bytes, datasets: status.state.datasets, total: status.state.total,
            fullRecords: status.state.fullRecords, checkedAt: status.state.checkedAt, isWhole: status.state.isWhole,
            isPrivate: status.isPrivate, isShared: mirror.place.kind == .shared)
    }
}
