/// An order of the results that can be chosen: one of those that services have, or by a column of the table, which the mirror
/// alone can be asked.
public enum OfferedOrder: Equatable, Sendable {
    /// As services have it.
    case service(SearchSort)
    /// Words from A, numbers from the greatest, and chosen once more the other way round.
    case column(ListColumn)
}

extension AppState {
    /// Those of services, then those by columns of the table for which services have none.
    public var offeredOrders: [OfferedOrder] {
        let services = SearchSort.allCases.map(OfferedOrder.service)
        guard browser.table.isOn else { return services }
        return services + browser.table.columns.map(\.kind).filter { $0.order == nil }.map(OfferedOrder.column)
    }

    /// The column by which the mirror has ordered, and whether the other way round.
    public var columnOfOrder: (column: ListColumn, isReversed: Bool)? {
        guard let sort = browser.query.facets.lazy.compactMap(\.orderOfLine).first,
            let column = ListColumn.allCases.first(where: { $0.nameAtMirror == sort.name })
        else { return nil }
        return (column, sort.isReversed)
    }

    /// By its place in `offeredOrders`.
    public func isInForce(_ order: OfferedOrder) -> Bool {
        switch order {
        case .service(let sort): columnOfOrder == nil && browser.query.sort == sort
        case .column(let column): columnOfOrder?.column == column
        }
    }

    /// Why it cannot be chosen now, in a sentence.
    public func refusal(of order: OfferedOrder) -> Message? {
        guard case .column(let column) = order, browser.source == .portal else { return nil }
        return .search(.orderOfMirror(column))
    }

    mutating func chooseOrder(_ order: OfferedOrder) -> [Effect] {
        if let refusal = refusal(of: order) { return show(.warning, refusal) }
        let before = browser.query
        let inForce = columnOfOrder
        browser.query.facets.removeAll { $0.orderOfLine != nil }
        switch order {
        case .service(let sort): browser.query.sort = sort
        case .column(let column):
            guard let name = column.nameAtMirror else { return [] }
            let isReversed = inForce?.column == column && inForce?.isReversed == false
            let sort = QuerySort(written: isReversed ? "-\(name)" : name)
            browser.query.sort = .relevance
            browser.query.facets.append(.part(ofLine: QueryLine(sort: sort).text))
        }
        return browser.query == before ? [] : runSearch()
    }
}

extension FacetSelection {
    /// Of a part of a line that is an order.
    fileprivate var orderOfLine: QuerySort? {
        guard isPartOfLine, let line = try? QueryLine.parse(value.value), line.terms.isEmpty else { return nil }
        return line.sort
    }
}
