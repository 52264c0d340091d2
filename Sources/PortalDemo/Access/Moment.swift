import Foundation

/// A point in time, to the millisecond as the services write it.
struct Moment: Comparable, Hashable, Sendable {
    /// Since 1970.
    let milliseconds: Int64

    init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    init(_ date: Date) {
        milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded(.down))
    }

    static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }

    func advanced(by seconds: TimeInterval) -> Moment {
        Moment(milliseconds: milliseconds + Int64(seconds * 1000))
    }

    /// The same day and time a year later.
    var oneYearLater: Moment {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar.date(byAdding: .year, value: 1, to: date).map(Moment.init) ?? self
    }

    /// `2024-03-05T15:16:17.176Z`
    var wire: String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    private var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
