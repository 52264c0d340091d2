import Foundation

/// Dates as catalogues write them, and the `date-time` that the contract wants.
///
/// Only ISO 8601 is understood: `8/28/2024` means two different days and `2003` none, so they count as unknown.
enum CatalogueDate {
    /// A date, or a date and time; without a zone it counts as UTC, as CKAN writes its own.
    static func parse(_ text: String?) -> Date? {
        guard let text, (10...40).contains(text.utf8.count) else { return nil }
        if text.utf8.count == 10 {
            return try? Date(text, strategy: .iso8601.year().month().day())
        }
        let hasZone = text.hasSuffix("Z") || text.dropFirst(11).contains { $0 == "+" || $0 == "-" }
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains("."))
        return try? Date(hasZone ? text : text + "Z", strategy: style)
    }

    /// Whether a text names a day without a time.
    static func isDay(_ text: String) -> Bool {
        text.utf8.count == 10
    }

    /// `2020-04-27T09:25:35Z`
    static func wire(_ date: Date) -> String {
        date.formatted(.iso8601)
    }

    /// The same for a catalogue's own text; nil where it cannot be read as a date.
    static func wire(_ text: String?) -> String? {
        parse(text).map { wire($0) }
    }
}
