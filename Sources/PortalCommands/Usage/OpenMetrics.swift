import Foundation
import PortalModel

/// What was counted, as OpenMetrics has it (prometheus/OpenMetrics, specification 1.0): counters since the first day.
struct OpenMetrics {
    private(set) var text = ""

    init(_ total: UsageFigures) {
        counter(
            "portal_calls", "Calls of services, by how they ended",
            [("{outcome=\"answered\"}", total.answered), ("{outcome=\"failed\"}", total.failed)])
        histogram("portal_call_duration_seconds", "How long calls took, with all their tries", total.calls)
        counter("portal_retries", "Tries of calls beyond the first", [("", total.retries)])
        counter("portal_cache_hits", "Answers that were shown from what was kept", [("", total.hits)])
        counter("portal_frames", "Frames that were drawn", [("", total.frames)])
        histogram("portal_save_duration_seconds", "How long writing a draft took", total.saves)
        text += "# EOF\n"
    }

    private mutating func describe(_ name: String, _ kind: String, _ help: String, unit: String? = nil) {
        text += "# TYPE \(name) \(kind)\n"
        if let unit { text += "# UNIT \(name) \(unit)\n" }
        text += "# HELP \(name) \(help)\n"
    }

    private mutating func counter(_ name: String, _ help: String, _ values: [(labels: String, value: Int)]) {
        describe(name, "counter", help)
        for (labels, value) in values { text += "\(name)_total\(labels) \(value)\n" }
    }

    private mutating func histogram(_ name: String, _ help: String, _ durations: UsageFigures.Durations) {
        describe(name, "histogram", help, unit: "seconds")
        var sum = 0
        for (place, count) in durations.counts.enumerated() {
            sum += count
            let bounds = UsageFigures.Durations.bounds
            let bound = place < bounds.count ? "\(bounds[place])" : "+Inf"
            text += "\(name)_bucket{le=\"\(bound)\"} \(sum)\n"
        }
        text += "\(name)_count \(sum)\n\(name)_sum \(durations.sum)\n"
    }
}
