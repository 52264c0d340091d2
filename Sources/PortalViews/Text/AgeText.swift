import FoundationEssentials

/// How long ago something was, in whole minutes beyond the first: what is drawn changes at most once a minute.
public enum AgeText {
    /// - Parameter seconds: since it happened; a future time (clocks differ) counts as now.
    public static func text(seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 60 else { return "just now" }
        let minutes = seconds < 1e12 ? Int(seconds / 60) : Int(1e12 / 60)
        let hours = minutes / 60
        let days = hours / 24
        return switch (minutes, hours, days) {
        case (_, 0, _): "\(minutes) min ago"
        case (_, _, 0): "\(hours) h ago"
        case (_, _, ..<60): "\(days) d ago"
        case (_, _, ..<730): "\(days / 30) months ago"
        default: "\(days / 365) years ago"
        }
    }

    public static func text(of time: Date, now: Date) -> String { text(seconds: now.timeIntervalSince(time)) }

    /// The elapsed time of something under way: seconds, then minutes and seconds.
    public static func elapsed(seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 1 else { return "0 s" }
        let whole = Int(min(seconds, 1e9))
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }

    /// How long an answer took, such as "0.1 s".
    public static func duration(seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 0.05 else { return "0.0 s" }
        let tenths = Int((min(seconds, 1e9) * 10).rounded())
        return tenths < 100 ? "\(tenths / 10).\(tenths % 10) s" : "\(tenths / 10) s"
    }
}
