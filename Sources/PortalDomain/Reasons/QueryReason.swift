/// What is wrong with a line that is to be a search, or what the portal cannot be asked.
public indirect enum QueryReason: Hashable, Sendable {
    // The line itself
    /// A sign without anything behind it.
    case valueExpected(name: String)
    /// A sign without a filter's name in front.
    case nameExpected(sign: String)
    /// An operator without what it joins or takes away.
    case termExpected(sign: String)
    /// A quotation mark or a bracket that is not closed.
    case quoteOpen, groupOpen
    /// Nothing between the brackets.
    case groupEmpty
    /// A bracket closes, and none is open.
    case strayClose
    /// Two values beside each other in brackets.
    case orExpected
    /// A value goes on where it has ended.
    case blankExpected
    /// Only a value that is equal has alternatives.
    case oneValue(sign: String)
    /// Longer, or with more brackets in brackets, than anybody writes.
    case tooDeep(most: Int), tooLong(most: Int)
    /// The order, or whether the Beacon is asked, is of the whole search, and said once.
    case onlyOutside(name: String), saidTwice(name: String)
    /// A word that is not among those that it takes.
    case unknownChoice(name: String, given: String, known: [String], meant: [String])

    // Against a portal's filters
    /// No filter is called so.
    /// - Parameter mayNeedSignIn: those of the Beacon network are not listed for somebody who has not signed in.
    case unknownName(name: String, known: [String], meant: [String], mayNeedSignIn: Bool = false)
    /// Codes of data use are asked for by that name, and only a mirror has them.
    case noDataUse(name: String)
    /// Several are.
    case severalNames(name: String, names: [String])
    /// A filter with entries is asked for one of them.
    case entryExpected(label: String, names: [String])
    /// A filter that has none is asked for an entry.
    case noEntries(label: String)
    /// What is typed is not what the filter compares.
    case notANumber(given: String), notADate(given: String)
    /// Nothing in it that could be looked for.
    case noValue(label: String)

    // What a portal cannot be asked
    /// Words that must not occur.
    case noNot
    /// Alternatives of which not all are words, or values of one filter; or words beside them.
    case noAlternatives, noWordsBesideAlternatives
    /// A filter that takes no range; - signs: those that it takes.
    case noOrder(label: String, sign: String, signs: String)
    /// A filter whose values cannot be left out.
    case noLeavingOut(label: String)
    /// Several values, or two bounds on one side, of a range.
    case oneBound(label: String)
    /// A filter of the Beacon network, which is not to be asked.
    case beaconNeeded
    /// With the reason of the portal.
    case notOffered(Reason)

    /// In English.
    public var sentence: String {
        switch self {
        case .valueExpected(let name): "A value is expected behind “\(name)”."
        case .nameExpected(let sign):
            "A filter's name is expected in front of “\(sign)”; what is to be found as it is stands in quotation marks."
        case .termExpected(let sign): "Something to look for is expected beside “\(sign)”."
        case .quoteOpen: "The quotation mark is not closed."
        case .groupOpen: "The bracket is not closed."
        case .groupEmpty: "There is nothing between the brackets."
        case .strayClose:
            "This bracket closes, and none is open; what is to be found as it is stands in quotation marks."
        case .orExpected: "“or” is expected between two values."
        case .blankExpected: "A blank is expected here."
        case .oneValue(let sign): "“\(sign)” takes one value."
        case .tooDeep(let most): "There are more than \(most) brackets in each other."
        case .tooLong(let most): "A search has at most \(most) characters."
        case .onlyOutside(let name): "“\(name)” stands by itself: outside of brackets, without a minus."
        case .saidTwice(let name): "“\(name)” is said twice."
        case .unknownChoice(let name, let given, let known, let meant):
            "“\(given)” is nothing that “\(name)” takes.\(Self.question(meant)) It takes \(Self.list(known))."
        case .unknownName(let name, let known, let meant, let mayNeedSignIn):
            "This portal has no filter “\(name)”.\(Self.question(meant)) "
                + (known.isEmpty ? "It has no filters at all." : "Known are \(Self.list(known)).")
                + " What is to be found as it is stands in quotation marks."
                + (mayNeedSignIn ? " Filters of the Beacon network are listed only after signing in." : "")
        case .noDataUse(let name):
            "This portal cannot be asked by “\(name)”, what data may be used for (DUO): the mirror can "
                + "(portal mirror sync --records 500, then portal search --offline)."
        case .severalNames(let name, let names): "“\(name)” is the name of several filters: \(Self.list(names))."
        case .entryExpected(let label, let names): "\(label) asks for one of its values: \(Self.list(names))."
        case .noEntries(let label): "\(label) has no values by name."
        case .notANumber(let given): "“\(given)” is not a number."
        case .notADate(let given): "“\(given)” is not a date. Write a year, or as in 2024-05 or 2024-05-31."
        case .noValue(let label): "\(label) has nothing to look for."
        case .noNot: "The portal cannot leave out what holds a word; it can leave out values of some filters."
        case .noAlternatives:
            "The portal takes alternatives among words, or among the values of one filter, and no others."
        case .noWordsBesideAlternatives: "The portal takes alternatives among all of the words or none of them."
        case .noOrder(let label, let sign, let signs):
            "\(label) cannot be compared by “\(sign)” here, only by \(signs)."
        case .noLeavingOut(let label): "The portal cannot leave out values of \(label)."
        case .oneBound(let label): "\(label) takes one value, or one bound on each side."
        case .beaconNeeded: "A filter of the Beacon network is answered by the network alone: it has to be asked."
        case .notOffered(let reason): reason.sentence
        }
    }

    private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

    private static func question(_ names: [String]) -> String {
        names.isEmpty ? "" : " Did you mean " + names.map { "“\($0)”" }.joined(separator: " or ") + "?"
    }
}
