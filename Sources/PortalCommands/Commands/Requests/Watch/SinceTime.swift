import ArgumentParser
import Foundation
import PortalModel

/// A time in the past, as a person writes it: `2d`, `12h`, `30m`, `3w` ago; a day, a month or a year; or a moment by
/// ISO 8601.
struct SinceTime: ExpressibleByArgument, Equatable, Sendable {
    /// What was written.
    private enum Written: Equatable, Sendable {
        case ago(seconds: Double)
        case moment(Date)
    }

    private let written: Written

    init?(argument: String) {
        let text = argument.trimmingCharacters(in: .whitespaces)
        if let unit = text.last.flatMap({ Self.units[$0] }), let count = UInt32(text.dropLast()) {
            written = .ago(seconds: Double(count) * unit)
        } else if let days = QueryDays(text) {
            written = .moment(Date(timeIntervalSince1970: Double(days.first.dayNumber) * 86_400))
        } else if let moment = try? Date(text, strategy: .iso8601) {
            written = .moment(moment)
        } else {
            return nil
        }
    }

    /// - Parameter now: from which is counted back.
    func date(now: Date) -> Date {
        switch written {
        case .ago(let seconds): now.addingTimeInterval(-seconds)
        case .moment(let date): date
        }
    }

    private static let units: [Character: Double] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
}
