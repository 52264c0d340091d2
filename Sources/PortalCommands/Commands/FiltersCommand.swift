import ArgumentParser
import PortalModel
import PortalViews

/// `portal filters`: what a search can be narrowed by.
struct FiltersCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "filters", abstract: "List the filters of the catalogue, or the values of one.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reading: KeptFlags

    @Argument(help: "The filter whose values to list: key, or source:key.", completion: LocalNames.filters)
    var key: String?

    @Flag(help: "One JSON object a filter or value (docs/schemas/filters.json, filter-values.json).")
    var json = false

    struct FilterRecord: Encodable {
        var source: String
        var key: String
        var label: String
        var kind: String
        var group: String?
        var help: String?
        var operators: [String]
        var minimum: String?
        var maximum: String?
        /// Of a filter with entries.
        var entries: [String]?
    }

    struct ValueRecord: Encodable {
        var value: String
        var label: String
        var count: Int?
    }

    @Flag(help: LinearFlag.help) var linear = false

    func perform() async throws {
        try await CommandPortal.with(portal, reading.way) { portal in
            let filters = try await portal.discovery.filters()
            let output = CommandOutput(json: json, portal.reading, linear: linear)
            let info = portal.portal.info
            // Those of the network are listed for nobody else.
            let isSignedIn = info.user != nil || !info.capabilities.offers(.individualLevel)
            guard let key else {
                try list(filters, output)
                if !isSignedIn { output.say(SearchCommandWords.beaconFiltersNeedSignIn) }
                return
            }
            guard let filter = filters.first(where: { $0.key.key == key || "\($0.key.source):\($0.key.key)" == key })
            else {
                let known = filters.map(\.key.key)
                let suggestions = Misspelling.suggestions(for: key, among: known)
                throw CommandFailure(
                    SearchCommandWords.noFilter(
                        key: key, suggestions: suggestions, known: known, isSignedIn: isSignedIn),
                    .notFound)
            }
            let values = try await portal.discovery.allValues(of: filter)
            try output.emit(
                values.map { ValueRecord(value: $0.term.value, label: $0.term.label, count: $0.count) },
                as: [.count, .label, .value], none: SearchCommandWords.noValues,
                row: { [$0.count.map { String($0) } ?? "", $0.label, $0.value] })
        }
    }

    /// For people; JSON has the contract's own.
    private static func word(of kind: String) -> String {
        FilterKind(rawValue: kind).map { Phrasing.person.text(SearchCommandWords.filterKind($0)) } ?? kind
    }

    private func list(_ filters: [Filter], _ output: CommandOutput) throws {
        try output.emit(
            filters.map { filter in
                FilterRecord(
                    source: filter.key.source, key: filter.key.key, label: filter.label, kind: filter.kind.rawValue,
                    group: filter.group, help: filter.help, operators: filter.comparisons.map(\.rawValue),
                    minimum: filter.minimum, maximum: filter.maximum,
                    entries: filter.kind == .entries ? filter.values.map(\.term.value) : nil)
            },
            as: [.source, .key, .kind, .signs, .label], none: SearchCommandWords.noFilters,
            row: { [$0.source, $0.key, Self.word(of: $0.kind), $0.operators.joined(separator: " "), $0.label] })
    }
}
