/// A date being edited: typed in ISO form, or chosen in a calendar.
public struct DateEditor: Equatable, Sendable {
    public var text: TextEditor
    /// The day under the cursor; nil while the calendar is closed.
    public private(set) var day: ISODate?

    public init(_ text: String) { self.text = TextEditor(text, isMultiline: false) }

    /// Opens the calendar at the date that is written, or else at today.
    public mutating func open(today: ISODate) { day = ISODate(text.text.trimmingSpaces) ?? today }

    public mutating func close() { day = nil }

    /// Goes on by days, weeks or months. False when the command means nothing here.
    public mutating func move(_ command: Command) -> Bool {
        guard let day else { return false }
        switch command {
        case .moveLeft: self.day = day.adding(days: -1)
        case .moveRight: self.day = day.adding(days: 1)
        case .moveUp: self.day = day.adding(days: -7)
        case .moveDown: self.day = day.adding(days: 7)
        case .pageUp: self.day = day.adding(months: -1)
        case .pageDown: self.day = day.adding(months: 1)
        case .previousYear: self.day = day.adding(months: -12)
        case .nextYear: self.day = day.adding(months: 12)
        case .moveToStart: self.day = day.adding(days: 1 - day.day)
        case .moveToEnd: self.day = day.adding(days: ISODate.days(in: day.month, of: day.year) - day.day)
        default: return false
        }
        return true
    }

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
    public let year: Int
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

    public static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// Such as "March 2026".
    public var title: String { "\(Self.names[month - 1]) \(year)" }
}
