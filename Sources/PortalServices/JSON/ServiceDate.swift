import FoundationEssentials

/// A date in one of the forms that services and their harvested sources use: ISO 8601 with or without fraction, zone
/// (UTC is meant without one), time, day or month.
struct ServiceDate: Hashable, Sendable {
    var date: Date
    /// How much of it was written.
    var precision: Precision

    enum Precision: Hashable, Sendable { case year, month, day, time }

    init?(parsing text: String) {
        let text = text.trimmed
        guard (4...40).contains(text.utf8.count), text.utf8.first.map({ (0x30...0x39).contains($0) }) == true else {
            return nil
        }
        let day = Date.ISO8601FormatStyle().year().month().day()
        switch text.utf8.count {
        case 4:
            guard let year = try? day.parse(text + "-01-01") else { return nil }
            (date, precision) = (year, .year)
        case 7:
            guard let month = try? day.parse(text + "-01") else { return nil }
            (date, precision) = (month, .month)
        default:
            if let moment = Self.moment(text) {
                (date, precision) = (moment, .time)
            } else if let moment = try? day.parse(text) {
                (date, precision) = (moment, .day)
            } else {
                return nil
            }
        }
        guard Self.isOfCalendar(text, day), date < Self.end else { return nil }
    }

    /// What no calendar has, such as 30 February, is moved on by the parser: another day than was written.
    private static func isOfCalendar(_ text: String, _ day: Date.ISO8601FormatStyle) -> Bool {
        guard text.utf8.count >= 10 else { return true }
        let written = String(text.utf8.prefix(10)) ?? ""
        return (try? day.parse(written)).map { $0.formatted(day) == written } ?? false
    }

    /// The year 10,000, which nobody means and no column has room for.
    private static let end = Date(timeIntervalSince1970: 253_402_300_800)

    /// A day and a time, with the zone if it is written.
    private static func moment(_ text: String) -> Date? {
        guard text.utf8.count > 10 else { return nil }
        let separator = text.utf8.index(text.utf8.startIndex, offsetBy: 10)
        var iso = text[..<separator] + "T" + text[text.utf8.index(after: separator)...].filter { $0 != " " }
        if !iso.hasSuffix("Z"), !iso.dropFirst(11).contains(where: { $0 == "+" || $0 == "-" }) { iso += "Z" }
        if let date = try? Date.ISO8601FormatStyle().parse(String(iso)) { return date }
        // Java leaves out seconds that are zero: 2024-03-01T10:11Z.
        let minutes = iso.utf8.index(iso.utf8.startIndex, offsetBy: 16, limitedBy: iso.utf8.endIndex)
        return minutes.flatMap { try? Date.ISO8601FormatStyle().parse(iso[..<$0] + ":00" + iso[$0...]) }
    }

    /// As a person reads it, no more precise than it was written: `2024-03-01`, `2024-03-01 10:11 UTC`.
    var readable: String {
        let iso = date.formatted(.iso8601)
        return switch precision {
        case .year: String(iso.prefix(4))
        case .month: String(iso.prefix(7))
        case .day: String(iso.prefix(10))
        case .time where iso.contains("T00:00:00"): String(iso.prefix(10))
        case .time: "\(iso.prefix(10)) \(iso.dropFirst(11).prefix(5)) UTC"
        }
    }
}
