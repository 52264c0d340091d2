import FoundationEssentials
import PortalModel

/// A day as somebody says it who means one of the last: "Tuesday"; before those its date.
public enum RecentDayText {
    /// Days are those of UTC, as all dates that are shown.
    public static func text(_ date: Date, now: Date, in language: Language = .english) -> String {
        let (day, today) = (number(of: date), number(of: now))
        let isGerman = language == .german
        switch today - day {
        case ...0: return isGerman ? "heute" : "today"
        case 1: return isGerman ? "gestern" : "yesterday"
        case 2...6: return weekday(day, isGerman: isGerman)
        default: return DateText.day(date, in: language)
        }
    }

    private static func number(of date: Date) -> Int {
        Int((min(max(date.timeIntervalSince1970, -1e11), 1e12) / 86_400).rounded(.down))
    }

    /// The first of January 1970 was a Thursday.
    private static func weekday(_ day: Int, isGerman: Bool) -> String {
        let names =
            isGerman
            ? ["Donnerstag", "Freitag", "Samstag", "Sonntag", "Montag", "Dienstag", "Mittwoch"]
            : ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"]
        return names[((day % 7) + 7) % 7]
    }
}
