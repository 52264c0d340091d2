/// A date being edited: typed in ISO form, or chosen in a calendar.
public struct DateEditor: Equatable, Sendable {
    /// What is typed, whether or not it is a date yet.
    public var text: TextEditor
    /// The day under the cursor; nil while the calendar is closed.
    public private(set) var day: ISODate?

    public init(_ text: String) { self.text = TextEditor(text, isMultiline: false) }

    /// Opens the calendar at the date that is written, or else at today.
    public mutating func open(today: ISODate) { day = ISODate(text.text.trimmingSpaces) ?? today }

    /// Closes the calendar; what is written stays.
    public mutating func close() { day = nil }

    /// By weeks, by months, or to the ends of the month. Nothing while the calendar is closed.
    mutating func move(_ movement: Movement) {
        switch movement {
        case .up: move(days: -7)
        case .down: move(days: 7)
        case .pageUp: move(months: -1)
        case .pageDown: move(months: 1)
        case .start: day = day.map { $0.adding(days: 1 - $0.day) }
        case .end: day = day.map { $0.adding(days: ISODate.days(in: $0.month, of: $0.year) - $0.day) }
        }
    }

    mutating func move(days: Int) { day = day?.adding(days: days) }

    mutating func move(months: Int) { day = day?.adding(months: months) }

    /// Moves the cursor of the calendar, which this opens; what is written stays until `choose`.
    public mutating func go(to day: ISODate) { self.day = day }

    /// Writes the day under the cursor and closes the calendar.
    public mutating func choose() -> TextEditor.Outcome {
        guard let day else { return .ignored }
        self.day = nil
        return text.replaceAll(with: day.text)
    }
}

/// The weeks of a month, each from Monday to Sunday.
public struct CalendarMonth: Equatable, Sendable {
    /// Of the Gregorian calendar, as ISO 8601 writes it.
    public let year: Int
    /// From 1 to 12.
    public let month: Int
    /// Seven days each; nil for those of the months beside it.
    public let weeks: [[ISODate?]]

    public init(of date: ISODate) {
        year = date.year
        month = date.month
        let first = date.adding(days: 1 - date.day)
        var days = [ISODate?](repeating: nil, count: first.weekday - 1)
        days += (0..<ISODate.days(in: month, of: year)).map { first.adding(days: $0) }
        days += [ISODate?](repeating: nil, count: (7 - days.count % 7) % 7)
        weeks = stride(from: 0, to: days.count, by: 7).map { Array(days[$0..<$0 + 7]) }
    }

    /// The week that holds a day of this month.
    public func week(of date: ISODate) -> Int { weeks.firstIndex { $0.contains(date) } ?? 0 }

    /// In English, January first; the views have those of other languages.
    public static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// Such as "March 2026".
    public var title: String { "\(Self.names[month - 1]) \(year)" }
}
