/// Of predicates and classes the same few come again and again: one copy of each is kept.
struct RepeatedNames {
    private var known: [String: String] = [:]
    private static let most = 10_000

    mutating func shared(_ text: String) -> String {
        if let one = known[text] { return one }
        if known.count < Self.most { known[text] = text }
        return text
    }
}
