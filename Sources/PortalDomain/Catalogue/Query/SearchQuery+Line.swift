extension SearchQuery {
    /// The same search as a line. Whether all of the words or any of them is told where there is more than one.
    public func line(_ names: QueryNames) -> QueryLine {
        var line = QueryLine(terms: Self.terms(of: text))
        if matching == .any, line.terms.count > 1 { line.terms = [QueryTerm(.either(line.terms))] }
        for facet in facets where !facet.isPartOfLine { line.add(facet, names) }
        line.sort = sort == .relevance ? nil : QuerySort(sort)
        // What was a line once is one again: it is kept as the line's printer wrote it.
        for part in facets where part.isPartOfLine {
            guard let part = try? QueryLine.parse(part.value.value) else { continue }
            line.terms += part.terms
            line.sort = part.sort ?? line.sort
        }
        line.beacon = includeBeacon ? true : nil
        return line
    }

    /// Words and closed phrases, as a search by words reads what is typed.
    private static func terms(of text: String) -> [QueryTerm] {
        let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
        // An even number of quotes makes an odd number of pieces, every second one a phrase.
        let lastIsOpen = pieces.count.isMultiple(of: 2)
        return pieces.enumerated().flatMap { index, piece -> [QueryTerm] in
            guard !index.isMultiple(of: 2), !(lastIsOpen && index == pieces.count - 1) else {
                return piece.split(whereSeparator: \.isWhitespace).map { QueryTerm(.word(String($0))) }
            }
            let phrase = piece.trimmingSpaces
            return phrase.isEmpty ? [] : [QueryTerm(.phrase(phrase))]
        }
    }
}

extension QueryLine {
    /// Alternatives beside each other are one condition.
    fileprivate mutating func add(_ facet: FacetSelection, _ names: QueryNames) {
        let name = names.name(of: facet.filter, entry: facet.entry)
        let value = names.value(of: facet)
        if facet.comparison == .equal, let last = terms.last, case .condition(var condition) = last.kind,
            condition.name == name, condition.comparison == .equal
        {
            condition.values.append(value)
            terms[terms.count - 1].kind = .condition(condition)
            return
        }
        let term = QueryTerm(.condition(QueryCondition(name, QueryComparison(facet.comparison), [value])))
        terms.append(facet.comparison == .not ? QueryTerm(.not(term)) : term)
    }
}

extension QueryComparison {
    /// That something is not so stands around the condition.
    fileprivate init(_ comparison: FacetOperator) {
        self =
            switch comparison {
            case .equal, .not: .equal
            case .less: .less
            case .greater: .greater
            case .lessOrEqual: .lessOrEqual
            case .greaterOrEqual: .greaterOrEqual
            }
    }
}

extension QueryNames {
    /// The label where it means this value and no other, else the value itself.
    public func value(of facet: FacetSelection) -> String {
        guard facet.kind == .dropdown, let filter = filters.first(where: { $0.key == facet.filter }) else {
            return facet.value.value
        }
        let label = facet.value.label.trimmingSpaces
        return filter.terms(named: label).map(\.value) == [facet.value.value] ? label : facet.value.value
    }
}

extension Filter {
    /// The value of this name, or all whose label it is: in the same letters, or else in small and capital ones.
    package func terms(named name: String) -> [LabelledValue] {
        let terms = values.map(\.term)
        if let value = terms.first(where: { $0.value == name }) { return [value] }
        let exact = terms.filter { $0.label == name }
        guard exact.isEmpty else { return exact }
        let wanted = name.folded
        let alike = terms.filter { $0.label.folded == wanted }
        guard alike.isEmpty, isOfDataUse, let code = DataUseCode(naming: name) else { return alike }
        // Catalogues write a code in several ways, with words or without.
        return terms.filter { DataUseCode(of: $0) == code }
    }
}
