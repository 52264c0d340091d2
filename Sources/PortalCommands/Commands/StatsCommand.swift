import ArgumentParser
import Foundation
import PortalModel
import PortalStorage
import PortalViews

/// `portal stats`: what the program counted of its own runs.
struct StatsCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Show what this program counted on this machine: calls, waits, frames, saves.",
        discussion: """
            Calls of services and how long they took, tries beyond the first, answers from what was kept, frames and saved \
            drafts, a line a day for 90 days. It stays on this machine, in a file that only you can read, and holds numbers \
            and days alone. stats: off in the configuration ends the counting.
            """)

    @Flag(help: "One JSON object a day, the oldest first (docs/schemas/stats.json).")
    var json = false

    @Flag(help: "All days together, as OpenMetrics has it: for a file that a node exporter reads.")
    var openmetrics = false

    func validate() throws {
        if json, openmetrics { throw ValidationError(StatsWords.oneFormat) }
    }

    func perform() async throws {
        let configuration = try Configuration(try PortalFlags.parse([]))
        let days = UsageFile(in: configuration.environment.stateDirectory).read()
        let output = CommandOutput(json: json)
        if openmetrics {
            var total = UsageFigures()
            for day in days { total += day.figures }
            return try output.emit(document: Data(OpenMetrics(total).text.utf8))
        }
        try output.emit(
            days.map { UsageRecord($0) },
            as: [.day, .calls, .failed, .retries, .meanTime, .hits, .frames, .saves], none: StatsWords.nothing,
            row: { record in
                let mean = record.calls.mean.map { Phrasing.person.text(StatsWords.seconds($0)) } ?? ""
                return [
                    record.day ?? Phrasing.person.text(StatsWords.earlier), "\(record.answered + record.failed)",
                    "\(record.failed)", "\(record.retries)", mean, "\(record.cacheHits)", "\(record.frames)",
                    "\(record.saves.count)",
                ]
            })
        if !configuration.profiles.counts { output.note(StatsWords.isOff) }
    }
}

/// A day (docs/schemas/stats.json).
struct UsageRecord: Encodable {
    /// Durations, in seconds.
    struct Durations: Encodable {
        struct Bucket: Encodable {
            /// Missing of the last, which has no bound.
            var upTo: Double?
            var count: Int
        }

        var count: Int
        var seconds: Double
        var mean: Double?
        var buckets: [Bucket]

        init(_ durations: UsageFigures.Durations) {
            count = durations.count
            seconds = durations.sum
            mean = durations.mean
            let bounds = UsageFigures.Durations.bounds.map { Optional($0) } + [nil]
            buckets = zip(bounds, durations.counts).map { Bucket(upTo: $0, count: $1) }
        }
    }

    /// Missing of all that is older than days are told apart.
    var day: String?
    var answered: Int
    var failed: Int
    var retries: Int
    var calls: Durations
    var cacheHits: Int
    var frames: Int
    var saves: Durations

    init(_ day: UsageDay) {
        self.day = day.day
        let figures = day.figures
        (answered, failed, retries) = (figures.answered, figures.failed, figures.retries)
        (cacheHits, frames) = (figures.hits, figures.frames)
        calls = Durations(figures.calls)
        saves = Durations(figures.saves)
    }
}
