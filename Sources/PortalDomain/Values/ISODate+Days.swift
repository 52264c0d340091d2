import FoundationEssentials

/// Reckoning with days. The arithmetic is that of Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms"; years
/// from 0 to 9999 are dates that can be written, and what would lie outside stays at the edge.
extension ISODate {
    private static let first = -719_528
    private static let last = 2_932_896

    /// Days since 1970-01-01.
    public var dayNumber: Int {
        // The year begins with March, so that the leap day is its last.
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    public init(dayNumber: Int) {
        let shifted = min(max(dayNumber, Self.first), Self.last) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The day that it is somewhere with Greenwich's time.
    public init(_ moment: Date) {
        self.init(dayNumber: Int((moment.timeIntervalSince1970 / 86_400).rounded(.down)))
    }

    /// 1 for Monday to 7 for Sunday, as ISO 8601 counts.
    public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

    /// The day so many days later; earlier for negative ones.
    public func adding(days: Int) -> ISODate { ISODate(dayNumber: dayNumber + days) }

    /// The same day of another month, or its last one where it is shorter.
    public func adding(months: Int) -> ISODate {
        let count = min(max(year * 12 + month - 1 + months, 0), 9999 * 12 + 11)
        var date = self
        date.year = count / 12
        date.month = count % 12 + 1
        date.day = min(day, Self.days(in: date.month, of: date.year))
        return date
    }

    /// `yyyy-MM-dd`.
    public var text: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(width - digits.count, 0)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
