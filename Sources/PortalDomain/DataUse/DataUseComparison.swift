/// Whether a purpose fits what a dataset may be used for. Where its page says so there are three answers, and the
/// committee decides: this is a hint, by the rules of DUOS (`DataUseMatchCasesV3.java`) and REMS (`src/clj/rems/ext/duo.clj`). Where they differ, or
/// would need the tree of diseases, a person is needed.
public enum DataUseAnswer: String, Hashable, Sendable, Codable, Comparable {
    /// Nothing that is said stands against it.
    case fits = "fits"
    /// No rule decides.
    case needsPerson = "needs-a-person"
    /// What is said stands against it.
    case doesNotFit = "does-not-fit"
    /// The dataset's page names no code at all.
    case notSaid = "not-said"

    private var weight: Int {
        switch self {
        case .fits: 0
        case .notSaid: 1
        case .needsPerson: 2
        case .doesNotFit: 3
        }
    }

    public static func < (left: DataUseAnswer, right: DataUseAnswer) -> Bool { left.weight < right.weight }
}

/// Permissions and modifiers held against a purpose.
public struct DataUseComparison: Hashable, Sendable {
    /// Of each code by itself, in the dataset's order. What several permissions come to is `permission`.
    public var answers: [DataUse: DataUseAnswer]
    /// What the permissions come to: the widest holds.
    public var permission: DataUseAnswer
    /// All in all.
    public var answer: DataUseAnswer

    public init(_ uses: [DataUse], _ purpose: ResearchPurpose) {
        var answers: [DataUse: DataUseAnswer] = [:]
        for use in uses {
            // DUOS abstains from these purposes whatever the dataset says.
            let answer = use.answer(to: purpose)
            answers[use] = purpose.isSensitive ? .needsPerson : answer
        }
        let permissions = uses.filter { $0.code.term?.kind == .permission }.compactMap { answers[$0] }
        let others = uses.filter { $0.code.term?.kind != .permission }.compactMap { answers[$0] }
        // Nothing that is said is no permission.
        permission = permissions.min() ?? .needsPerson
        answer = max(permission, others.max() ?? .fits)
        self.answers = answers
    }
}

extension DataUse {
    fileprivate func answer(to purpose: ResearchPurpose) -> DataUseAnswer {
        guard let term = code.term else { return .needsPerson }
        return switch term.kind {
        case .heading: .needsPerson
        case .permission: permission(term.shorthand ?? "", purpose)
        case .modifier: modifier(term.shorthand ?? "", purpose)
        }
    }

    private func permission(_ shorthand: String, _ purpose: ResearchPurpose) -> DataUseAnswer {
        guard shorthand != "NRES" else { return .fits }
        // What is not research at all is wider than any research.
        guard shorthand != "GRU" else { return purpose.aim == .unrestricted ? .needsPerson : .fits }
        switch (shorthand, purpose.aim) {
        case (_, nil): return .needsPerson
        case ("HMB", .health?), ("HMB", .diseases?), ("HMB", .methods?): return .fits
        case ("POA", .ancestry?), ("POA", .methods?): return .fits
        case ("DS", .diseases(let wanted)?):
            // A disease below one of the dataset's fits too, and the tree of diseases is not here.
            return wanted.allSatisfy(restrictions.contains) ? .fits : .needsPerson
        // DUOS takes methods where the disease fits, and says nothing of other research on one disease.
        case ("DS", .methods?), ("DS", .general?), ("POA", .general?): return .needsPerson
        case ("DS", .unrestricted?), ("POA", .unrestricted?): return .needsPerson
        case ("HMB", .general?), ("HMB", .unrestricted?), ("HMB", .ancestry?): return .doesNotFit
        case ("DS", .health?), ("DS", .ancestry?), ("POA", .health?), ("POA", .diseases?): return .doesNotFit
        default: return .needsPerson
        }
    }

    private func modifier(_ shorthand: String, _ purpose: ResearchPurpose) -> DataUseAnswer {
        switch shorthand {
        case "NCU": Self.answer(allowed: purpose.isCommercial.map { !$0 })
        case "NPU": purpose.isCommercial == true ? .doesNotFit : Self.answer(allowed: purpose.isNotForProfit)
        case "NPUNCU":
            max(
                Self.answer(allowed: purpose.isCommercial.map { !$0 }),
                purpose.isCommercial == true ? .doesNotFit : Self.answer(allowed: purpose.isNotForProfit))
        case "NMDS": purpose.aim.map { $0 == .methods ? .doesNotFit : .fits } ?? .needsPerson
        case "NPOA": purpose.aim.map { $0 == .ancestry ? .doesNotFit : .fits } ?? .needsPerson
        // It allows something besides.
        case "CC": .fits
        default: agreement(purpose)
        }
    }

    private static func answer(allowed: Bool?) -> DataUseAnswer {
        allowed.map { $0 ? .fits : .doesNotFit } ?? .needsPerson
    }

    /// REMS asks for the same code of the applicant; what is restricted to words is for a person to compare, and a
    /// moratorium by its day.
    private func agreement(_ purpose: ResearchPurpose) -> DataUseAnswer {
        guard let agreed = purpose.agreed.first(where: { $0.code == code }) else { return .needsPerson }
        guard code.term?.shorthand == "MOR" else { return restrictions.isEmpty ? .fits : .needsPerson }
        guard let needed = restrictions.first, let day = agreed.restrictions.first else { return .needsPerson }
        // Days of ISO 8601 come in the order of their letters.
        return day >= needed ? .fits : .doesNotFit
    }
}
