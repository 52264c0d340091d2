import ArgumentParser
import Foundation
import PortalMirror
import PortalModel
import PortalStorage
import Synchronization

/// `portal mirror sync`.
struct MirrorSyncCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "sync", abstract: "Fill the mirror, or bring it up to date.",
        discussion: """
            The first time everything is read, a page after the other; afterwards what is new or changed, and what is gone \
            where the numbers tell that something is. It may be stopped at any time and goes on there. What the portal \
            asks to wait for is waited for.

            What you see while you are signed in is kept apart from what everybody may see.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var mirror: MirrorFlags

    @Flag(help: "Begin a new mirror; it takes the place of the old one when it is whole.")
    var anew = false

    @Flag(name: .customLong("public"), help: "Mirror what everybody may see although you are signed in.")
    var isPublic = false

    @Option(
        help: ArgumentHelp(
            "Read so many full records too, of your basket first, then the newest.", valueName: "number"))
    var records: Int?

    @Flag(help: "One JSON object a step, and one at the end (docs/schemas/mirror-sync.json).")
    var json = false

    func validate() throws {
        if let records, records < 1 { throw ValidationError(MirrorWords.recordsNumber) }
    }

    @Flag(help: LinearFlag.help) var linear = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let shelf = try MirrorShelf(portal, path: mirror.path)
            let output = CommandOutput(json: json, linear: linear)
            let isPublic = isPublic || !shelf.hasOwner
            let writer = try shelf.fill(isPublic: isPublic, isAnew: anew)
            let discovery = MirrorSource(portal.portal, portal.settings, isPublic: isPublic)
            let result: Result<MirrorSyncRecord, any Error>
            do {
                result = .success(try await sync(writer, discovery, portal, output))
            } catch {
                result = .failure(error)
            }
            await discovery.close()
            let isWhole = if case .success = result { true } else { false }
            do { try writer.close(isWhole: isWhole || result.endedEarly) } catch {
                // What went wrong first is told.
                _ = try result.get()
                throw error
            }
            var record = try result.get()
            record.path = shelf.place(isPublic: isPublic).path
            try output.report(record, MirrorWords.synced(record))
        }
    }

    private func sync(
        _ writer: MirrorWriter, _ source: MirrorSource, _ portal: CommandPortal, _ output: CommandOutput
    ) async throws -> MirrorSyncRecord {
        let teller = MirrorTeller(output)
        var report = try await MirrorSync(writer, from: source.discovery).run { teller.tell($0) }
        if let records {
            let basket = (try? portal.portal.drafts.required().loadStart().basket.map(\.id)) ?? []
            report.records = try await MirrorRecords(writer, from: source.discovery)
                .run(first: basket, atMost: records) { teller.tell($0) }
            report.state.fullRecords += report.records
        }
        return MirrorSyncRecord(report)
    }
}

extension Result where Success == MirrorSyncRecord, Failure == any Error {
    /// As much is here as the portal gives.
    fileprivate var endedEarly: Bool {
        guard case .failure(let error as PortalError) = self, case .mirror(.endedEarly) = error.reason else {
            return false
        }
        return true
    }
}

/// Tells how far a filling is, often enough to be seen and seldom enough to be read.
private final class MirrorTeller: Sendable {
    private let output: CommandOutput
    private let last = Mutex<(work: SyncProgress.Work?, share: Int)>((nil, -1))

    init(_ output: CommandOutput) { self.output = output }

    func tell(_ progress: SyncProgress) {
        if output.isJSON {
            _ = try? output.emit(MirrorProgressRecord(progress))
            return
        }
        let share = progress.total.map { $0 > 0 ? progress.done * 20 / $0 : 20 } ?? 0
        let isNews = last.withLock { last in
            guard last.work != progress.work || last.share != share else { return false }
            last = (progress.work, share)
            return true
        }
        if isNews { output.note(MirrorWords.progress(progress)) }
    }
}

/// How far a filling is (docs/schemas/mirror-sync.json).
struct MirrorProgressRecord: Encodable {
    var work: String
    var done: Int
    var total: Int?

    init(_ progress: SyncProgress) {
        work = progress.work.rawValue
        done = progress.done
        total = progress.total
    }
}

/// What became of a filling (docs/schemas/mirror-sync.json).
struct MirrorSyncRecord: Encodable {
    var work = "done"
    var new: Int
    var changed: Int
    var removed: Int
    /// Full records that were read in this run.
    var records: Int
    var calls: Int
    /// Records of the portal that cannot be kept.
    var left: Int
    var datasets: Int
    var fullRecords: Int
    var path = ""

    init(_ report: SyncReport) {
        new = report.new
        changed = report.changed
        removed = report.removed
        records = report.records
        calls = report.calls
        left = report.left
        datasets = report.state.datasets
        fullRecords = report.state.fullRecords
    }
}
