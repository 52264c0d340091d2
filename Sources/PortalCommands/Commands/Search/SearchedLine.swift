import PortalModel
import PortalViews

/// What is typed behind `portal search`, as a search of the portal.
struct SearchedLine {
    /// As it was typed, for the mark below what is wrong.
    let text: String
    let line: QueryLine

    /// - Throws: what is wrong with the line, before anything is asked.
    init(_ arguments: [String]) throws(CommandFailure) { try self.init(Self.text(of: arguments)) }

    init(_ text: String) throws(CommandFailure) {
        self.text = text
        do throws(QueryProblem) { line = try QueryLine.parse(text) } catch { throw CommandFailure(error, in: text) }
    }

    /// One argument is a line. Of several, one that begins with a condition and has blanks is all of it: a shell has
    /// taken the quotation marks from `theme:"Rare diseases"`.
    static func text(of arguments: [String]) -> String {
        guard arguments.count > 1 else { return arguments.first ?? "" }
        return arguments.map { requoted($0) ?? $0 }.joined(separator: " ")
    }

    private static func requoted(_ argument: String) -> String? {
        guard argument.contains(where: \.isWhitespace), let line = try? QueryLine.parse(argument),
            let first = line.terms.first, line.terms.dropFirst().allSatisfy(\.isWord), line.sort == nil
        else { return nil }
        var (term, isNot) = (first, false)
        if case .not(let inner) = first.kind { (term, isNot) = (inner, true) }
        guard case .condition(var condition) = term.kind, condition.values.count == 1 else { return nil }
        let written = argument.prefix(term.place.start + term.place.length)
        guard let value = condition.values.first, written.hasSuffix(value) else { return nil }
        condition.values = [value + argument.dropFirst(written.count)]
        let whole = QueryTerm(.condition(condition))
        return (isNot ? QueryTerm(.not(whole)) : whole).text
    }

    /// Asks the portal which filters it has, if the line names any, and for values by their labels.
    ///
    /// - Returns: the search, and the names by which it can be written as a line.
    /// - Throws: what the portal cannot be asked: then nothing was searched.
    func lowered(at portal: CommandPortal, _ output: CommandOutput) async throws -> (LoweredQuery, QueryNames) {
        do {
            let lowered = try await portal.discovery.lowered(line, portal.portal.info.capabilities)
            for note in lowered.0.notes { output.say(SearchLineWords.note(note)) }
            return lowered
        } catch let problem as QueryProblem {
            throw CommandFailure(problem, in: text, isSignedIn: portal.portal.info.user != nil)
        }
    }
}

extension QueryTerm {
    fileprivate var isWord: Bool { if case .word = kind { true } else { false } }
}

extension CommandFailure {
    init(_ problem: QueryProblem, in line: String, isSignedIn: Bool = true) {
        // What the portal does not have is no slip of the line.
        let status: ExitStatus = if case .notOffered = problem.reason { .failed } else { .usage }
        self.init(SearchLineWords.problem(problem, line: line, isSignedIn: isSignedIn), status)
    }
}

extension CommandPortal {
    /// The search with the Beacon network in it, where one of its facets needs that.
    ///
    /// - Throws: why it is not asked: nobody is signed in, or the portal does not have it. Then nothing was searched.
    func askingBeacon(_ query: SearchQuery) throws(CommandFailure) -> SearchQuery {
        guard query.includeBeacon || query.facets.contains(where: \.isOfBeacon) else { return query }
        try require(.individualLevel)
        guard portal.info.user != nil else {
            throw CommandFailure(SearchCommandWords.beaconNeedsSignIn, .authentication)
        }
        var asked = query
        asked.includeBeacon = true
        return asked
    }
}
