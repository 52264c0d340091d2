import FoundationEssentials
import PortalModel

/// How long ago something was, in whole minutes beyond the first: what is drawn changes at most once a minute.
public enum AgeText {
    /// - Parameter seconds: since it happened; a future time (clocks differ) counts as now.
    public static func text(seconds: Double, in language: Language = .english) -> String {
        guard seconds.isFinite, seconds >= 60 else { return language == .german ? "gerade eben" : "just now" }
        let minutes = seconds < 1e12 ? Int(seconds / 60) : Int(1e12 / 60)
        let hours = minutes / 60
        let days = hours / 24
        switch language {
        case .english:
            return switch (minutes, hours, days) {
            case (_, 0, _): "\(minutes) min ago"
            case (_, _, 0): "\(hours) h ago"
            case (_, _, ..<60): "\(days) d ago"
            case (_, _, ..<730): "\(days / 30) months ago"
            default: "\(days / 365) years ago"
            }
        case .german:
            return switch (minutes, hours, days) {
            case (_, 0, _): "vor \(minutes) Min."
            case (_, _, 0): "vor \(hours) Std."
            case (_, _, 1): "vor 1 Tag"
            case (_, _, ..<60): "vor \(days) Tagen"
            case (_, _, ..<730): "vor \(days / 30) Monaten"
            default: "vor \(days / 365) Jahren"
            }
        }
    }

    /// How long ago a time is, in the largest unit that fits: “3 d ago”.
    public static func text(of time: Date, now: Date, in language: Language = .english) -> String {
        text(seconds: now.timeIntervalSince(time), in: language)
    }

    /// The elapsed time of something under way: seconds, then minutes and seconds.
    public static func elapsed(seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 1 else { return "0 s" }
        let whole = Int(min(seconds, 1e9))
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }

    /// How long an answer took, such as "0.1 s".
    public static func duration(seconds: Double, in language: Language = .english) -> String {
        let point = language.decimalPoint
        guard seconds.isFinite, seconds >= 0.05 else { return "0\(point)0 s" }
        let tenths = Int((min(seconds, 1e9) * 10).rounded())
        return tenths < 100 ? "\(tenths / 10)\(point)\(tenths % 10) s" : "\(tenths / 10) s"
    }
}
