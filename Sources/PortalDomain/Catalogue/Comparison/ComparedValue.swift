/// What a dataset says in a field that is compared.
public enum ComparedValue: Hashable, Sendable {
    /// Any number of texts; none where it says nothing.
    case texts([String])
    /// A count.
    case number(Int64)
    /// A size, in bytes.
    case bytes(Int64)
    /// A day, of UTC.
    case day(ISODate)
    /// How open it is, and what the catalogue says of that besides.
    case access(AccessLevel, terms: String?)

    /// Nothing is said.
    public static let none = ComparedValue.texts([])

    /// Whether something is said.
    public var isKnown: Bool { self != .none }

    /// As programs read it: digits, days of ISO 8601, the levels by their names.
    public var plain: [String] {
        switch self {
        case .texts(let texts): texts
        case .number(let number), .bytes(let number): [String(number)]
        case .day(let day): [day.text]
        case .access(let level, let terms): [level.rawValue] + [terms].compactMap(\.self)
        }
    }

    /// The same for all that say the same, in whatever order.
    var sense: ComparedValue {
        if case .texts(let texts) = self { .texts(texts.map { $0.lowercased() }.sorted()) } else { self }
    }
}
