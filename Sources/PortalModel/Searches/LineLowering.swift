extension DiscoveryService {
    /// Asks which filters there are, if the line names any, and for values by their labels.
    ///
    /// - Returns: the search, and the names by which it can be written as a line.
    /// - Throws: a `PortalError`, or as a `QueryProblem` what the portal cannot be asked: then nothing was searched.
    package func lowered(
        _ line: QueryLine, _ capabilities: Capabilities
    ) async throws -> (LoweredQuery, QueryNames) {
        let names = try await names(for: line, capabilities)
        return (try QueryLowering(names: names, capabilities: capabilities).lower(line), names)
    }

    /// The same of whatever the portal can be asked, with what it cannot.
    package func askable(
        _ line: QueryLine, _ capabilities: Capabilities
    ) async throws(PortalError) -> AskableQuery {
        let names = try await names(for: line, capabilities)
        return QueryLowering(names: names, capabilities: capabilities).lowerWhatCanBe(line)
    }

    private func names(
        for line: QueryLine, _ capabilities: Capabilities
    ) async throws(PortalError) -> QueryNames {
        var filters = line.conditions.isEmpty ? [] : try await self.filters()
        let known = QueryLowering(names: QueryNames(filters), capabilities: capabilities)
        for filter in known.incompleteFilters(of: line) {
            let values = try await allValues(of: filter)
            if let index = filters.firstIndex(where: { $0.key == filter.key }) { filters[index].values = values }
        }
        return QueryNames(filters)
    }

    /// Every value of a filter. What came with the filter is all where the service has no list of its own; a Beacon's
    /// filters always hold theirs.
    package func allValues(of filter: Filter) async throws(PortalError) -> [FilterValue] {
        let isListed = filter.kind == .dropdown && !filter.key.isOfBeacon || filter.values.isEmpty
        guard isListed, filter.kind == .dropdown || filter.kind == .freeText else { return filter.values }
        do throws(PortalError) {
            let values = try await self.filterValues(filter.key)
            return values.count < filter.values.count ? filter.values : values
        } catch  where [.unsupported, .notFound, .notKept].contains(error.kind) {
            return filter.values
        }
    }
}
