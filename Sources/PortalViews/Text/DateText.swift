import FoundationEssentials
import PortalModel

/// Dates as they are shown, in UTC: ISO 8601, in German day, month and year. Computed without a calendar, because lists need them in every frame.
public enum DateText {
    /// `2025-11-03`, in German `03.11.2025`.
    public static func day(_ date: Date, in language: Language = .english) -> String {
        let day = civilDay(date)
        return switch language {
        case .english: "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
        case .german: "\(padded(day.day, 2)).\(padded(day.month, 2)).\(padded(day.year, 4))"
        }
    }

    /// `2025-11-03 14:05`.
    public static func minute(_ date: Date, in language: Language = .english) -> String {
        let minutes = Int((secondsOfDay(date) / 60).rounded(.down))
        return "\(day(date, in: language)) \(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    }

    /// The year in UTC, in digits.
    public static func year(_ date: Date) -> String { String(civilDay(date).year) }

    /// A period with one or two ends, in months where it spans them.
    public static func period(from start: Date?, to end: Date?, in language: Language = .english) -> String? {
        let isGerman = language == .german
        return switch (start, end) {
        case (.some(let start), .some(let end)): "\(day(start, in: language)) – \(day(end, in: language))"
        case (.some(let start), nil): "\(isGerman ? "seit" : "since") \(day(start, in: language))"
        case (nil, .some(let end)): "\(isGerman ? "bis" : "until") \(day(end, in: language))"
        case (nil, nil): nil
        }
    }

    /// How much longer a right lasts.
    /// - Returns: the words, and whether they ask for attention: 30 days or less, or over.
    public static func remaining(
        until end: Date?, now: Date, in language: Language = .english
    ) -> (text: String, isUrgent: Bool) {
        let isGerman = language == .german
        guard let end else { return (isGerman ? "ohne Ende" : "no end", false) }
        let seconds = end.timeIntervalSince(now)
        if seconds < 0 {
            let age = AgeText.text(seconds: -seconds, in: language)
            return (isGerman ? "\(age) abgelaufen" : "ended \(age)", true)
        }
        let days = Int(min(seconds / 86_400, 1e6))
        if days == 0 { return (isGerman ? "endet heute" : "ends today", true) }
        let counted = CountText.text(days, in: language)
        let text =
            isGerman
            ? (days == 1 ? "noch 1 Tag" : "noch \(counted) Tage") : days == 1 ? "1 day left" : "\(counted) days left"
        return (text, days <= 30)
    }

    private static func secondsOfDay(_ date: Date) -> Double {
        let seconds = bounded(date)
        return seconds - (seconds / 86_400).rounded(.down) * 86_400
    }

    /// Some catalogues hold dates far beyond any calendar.
    private static func bounded(_ date: Date) -> Double {
        min(max(date.timeIntervalSince1970, -62_135_596_800), 253_402_300_799)
    }

    /// Days since 1970 to a Gregorian date (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    private static func civilDay(_ date: Date) -> (year: Int, month: Int, day: Int) {
        let shifted = Int((bounded(date) / 86_400).rounded(.down)) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return text.utf8.count >= digits ? text : String(repeating: "0", count: digits - text.utf8.count) + text
    }
}
