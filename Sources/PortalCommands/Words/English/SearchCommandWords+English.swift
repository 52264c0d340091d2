import PortalModel
import PortalViews
import TerminalCanvas

extension SearchCommandWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .limit: "--limit takes a number from 1 to 100000."
        case .noColumn(let name, let known): "--columns takes \(known.joined(separator: ", ")), not “\(name)”."
        case .columnsOfTable: "--columns is for the table: leave out --json and --why."
        case .offset: "--offset takes a number from 0 on."
        case .nothingFound: "No dataset was found."
        case .found(let count, let total): "\(count) of \(c.count(total, .dataset))."
        case .unreadable(let records):
            """
            \(records.count == 1 ? "1 record" : "\(records.count) records") could not be understood and \
            \(records.count == 1 ? "was" : "were") left out.\(records.reasons(c))
            """
        case .restNotKept: "The datasets behind these are not kept on this machine."
        case .beaconNeedsSignIn:
            "The Beacon network answers only people who signed in: portal login signs in. Nothing was searched."
        case .beaconAskedToo: "The Beacon network is asked too: a facet is its own."
        case .beaconGaveNoCounts(let words): "The Beacon network gave no counts: \(words)"
        case .beaconHadNoPart:
            "So the conditions of the Beacon network had no part in this: the datasets are the catalogue's, without them."
        case .facetWithoutValue(let text): "--facet “\(text)” has no value. Write it as key=value."
        case .facetNotUnderstood(let text):
            "--facet “\(text)” is not understood. Signs are = != < > <= >=, then a value."
        case .facetRefused(let problem): "\(c(problem)) Nothing was searched."
        case .notInList(let value, let key):
            "“\(value)” is not in the list of \(key) and is looked for as it is; portal filters \(key) prints the list."
        case .severalValues(let value, let key, let names):
            "“\(value)” is the name of \(names.count) values of \(key): \(names.joined(separator: ", ")). All are meant."
        case .noFilter(let key, let suggestions, let known, let isSignedIn):
            """
            This portal has no filter “\(key)”.\(c(CommonCommandWords.didYouMean(suggestions))) Known are \
            \(known.joined(separator: ", ")).\(isSignedIn ? "" : Self.beaconFilters)
            """
        case .noFilters: "The catalogue has no filters."
        case .noValues: "The filter has no list of values."
        case .filterKind(let kind): TerminalText(singleLine: Self.word(of: kind))
        case .noSeries(let title): "“\(title)” is a dataset, not a series. Nothing was searched."
        case .emptySeries(let title): "The catalogue lists no datasets of the series “\(title)”."
        case .noVariant(let reason): c(Reason.variant(reason))
        case .assembly: "--assembly takes GRCh37 or GRCh38."
        case .sex: "--sex takes F or M."
        case .country: "--country takes two letters, such as FR."
        case .orderOfFrequencies: "--sort takes frequency, count or population."
        case .alleleTotal(let total, let variant):
            """
            \(variant.map { "\($0): " } ?? "")\(c.number(total.populations)) populations, together \
            \(c.alleles(total.count)) of \(c.alleles(total.number)) alleles, a share of \(c.share(total.frequency)).
            """
        case .noAlleleTotal(let variant):
            """
            \(variant.map { "\($0): " } ?? "")No total: people may have been counted in several of these populations.
            """
        case .beaconFiltersNeedSignIn:
            "Filters of the Beacon network are listed only for people who signed in (portal login)."
        case .noPopulation: "No population with this variant was found."
        }
    }

    private static let beaconFilters =
        " Those of the Beacon network are listed only for people who signed in (portal login)."

    private static func word(of kind: FilterKind) -> String {
        switch kind {
        case .dropdown: "values"
        case .freeText: "text"
        case .entries: "entries"
        case .dateTime: "date"
        case .number: "number"
        }
    }
}

extension SearchCommandWords.Unreadable {
    /// A line each.
    func reasons(_ c: Phrasing) -> TerminalText {
        first.map { "\n    \($0.id.map { TerminalText(singleLine: $0 + ": ") } ?? "")\(c($0.reason))" }
            .reduce("") { $0 + $1 }
    }
}
