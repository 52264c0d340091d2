extension FacetOperator {
    /// As it is typed in a command.
    public var sign: String { self == .not ? "!=" : rawValue }
}

extension Filter {
    /// Narrowed by an operator and a typed value instead of a list.
    public var takesCondition: Bool {
        switch kind {
        case .number, .dateTime, .freeText, .entries: true
        case .dropdown: false
        }
    }

    /// The operators that can be chosen, the one that is wanted most often first.
    public var comparisons: [FacetOperator] {
        // Entries are given, not compared.
        if kind == .entries { return [.equal] }
        let usual: [FacetOperator] =
            switch kind {
            case .number, .dateTime: [.greaterOrEqual, .lessOrEqual, .equal, .greater, .less, .not]
            // Of a Beacon it is a number with a unit, such as an age.
            case .freeText where key.isOfBeacon: [.equal, .greaterOrEqual, .lessOrEqual, .greater, .less, .not]
            case .freeText, .dropdown, .entries: [.equal, .not]
            }
        let offered = usual.filter(operators.contains)
        return offered.isEmpty ? usual.filter { $0 != .not } : offered
    }
}
