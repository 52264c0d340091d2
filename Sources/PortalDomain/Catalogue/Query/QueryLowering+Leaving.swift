/// A part of a line that a portal cannot be asked.
public struct LeftOutPart: Hashable, Sendable {
    /// As it is written in a line.
    public var text: String
    /// Why, and where it stood.
    public var problem: QueryProblem

    public init(text: String, problem: QueryProblem) {
        self.text = text
        self.problem = problem
    }
}

/// As much of a line as a portal can be asked.
public struct AskableQuery: Hashable, Sendable {
    /// What is asked for.
    public var lowered: LoweredQuery
    /// What is not asked for, in the order in which it was found.
    public var leftOut: [LeftOutPart]
    /// Something of what narrows the line is left: without that a portal would be asked for all that it has.
    public var isWorthAsking: Bool
}

extension QueryLowering {
    /// For a search of several portals, which need not all be able to be asked the same: whatever this one cannot be asked
    /// is left out and named, so that somebody can be told.
    public func lowerWhatCanBe(_ line: QueryLine) -> AskableQuery {
        var rest = line
        var leftOut: [LeftOutPart] = []
        while true {
            let problem: QueryProblem
            do throws(QueryProblem) {
                let lowered = try lower(rest)
                return AskableQuery(
                    lowered: lowered, leftOut: leftOut, isWorthAsking: line.terms.isEmpty || !rest.terms.isEmpty)
            } catch {
                problem = error
            }
            guard let part = rest.remove(problem) else {
                leftOut.append(LeftOutPart(text: rest.text, problem: problem))
                return AskableQuery(lowered: LoweredQuery(SearchQuery()), leftOut: leftOut, isWorthAsking: false)
            }
            leftOut.append(LeftOutPart(text: part, problem: problem))
        }
    }
}

extension QueryLine {
    /// Takes away the part that a problem is about.
    ///
    /// - Returns: it as it is written; nil where none stands there.
    fileprivate mutating func remove(_ problem: QueryProblem) -> String? {
        if let sort, sort.known == nil, sort.place.start == problem.start {
            self.sort = nil
            return QueryLine(sort: sort).text
        }
        if let place = terms.firstIndex(where: { $0.place.holds(problem.start) }) {
            return terms.remove(at: place).text
        }
        guard beacon != nil, beaconPlace.start == problem.start else { return nil }
        defer { beacon = nil }
        return QueryLine(beacon: beacon).text
    }
}

extension QueryPlace {
    fileprivate func holds(_ character: Int) -> Bool { start <= character && character < start + max(length, 1) }
}
