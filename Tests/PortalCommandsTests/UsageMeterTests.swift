import Foundation
import PortalModel
import PortalServices
import PortalStorage
import Testing

@testable import PortalCommands

/// What is counted, and how it is told.
@Suite struct UsageMeterTests {
    private let directory = FileManager.default.temporaryDirectory.appending(path: "meter-\(UUID().uuidString)").path

    @Test func whatWasCountedIsWrittenOnceAndOnlyWhereThereIsSomething() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let meter = UsageMeter(in: directory)
        meter.write()
        #expect(!FileManager.default.fileExists(atPath: directory))
        meter.count(.answered(.milliseconds(80)))
        meter.count(.retried)
        meter.count(.failed(.seconds(40)))
        meter.countSave(.milliseconds(3))
        for _ in 0..<5 { meter.countFrame() }
        let answers = meter.counting(
            AnswerCache(
                recall: { _ in KeptAnswer(.entitlements([]), at: Date(), isFresh: true) }, mark: AnswerCache.none.mark,
                keep: { _, _, _ in }, forget: { _ in }))
        _ = await answers.recall(.entitlements)
        meter.write()
        meter.write()
        let days = UsageFile(in: directory).read()
        #expect(days.count == 1)
        let figures = try #require(days.first?.figures)
        let counted: [Int] = [figures.answered, figures.failed, figures.retries, figures.frames, figures.hits]
        #expect(counted == [1, 1, 1, 5, 1])
        #expect(figures.calls.counts == [1, 0, 0, 0, 0, 0, 0, 0, 1])
        #expect(figures.saves.count == 1)
    }

    @Test func whereNothingIsCountedNothingIsWritten() {
        let meter = UsageMeter.none
        meter.count(.answered(.seconds(1)))
        meter.countFrame()
        meter.write()
    }

    @Test func openMetricsAreAsTheSpecificationHasThem() {
        var total = UsageFigures()
        total.answered = 2
        total.failed = 1
        total.calls.add(.milliseconds(50))
        total.calls.add(.milliseconds(700))
        total.calls.add(.seconds(60))
        let lines = OpenMetrics(total).text.split(separator: "\n")
        #expect(lines.last == "# EOF")
        for line in [
            "# TYPE portal_calls counter", "portal_calls_total{outcome=\"answered\"} 2",
            "portal_calls_total{outcome=\"failed\"} 1", "# UNIT portal_call_duration_seconds seconds",
            "portal_call_duration_seconds_bucket{le=\"0.1\"} 1", "portal_call_duration_seconds_bucket{le=\"1.0\"} 2",
            "portal_call_duration_seconds_bucket{le=\"+Inf\"} 3", "portal_call_duration_seconds_count 3",
            "portal_retries_total 0",
        ] { #expect(lines.contains(Substring(line)), "\(line)") }
    }
}
