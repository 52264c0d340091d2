extension ResearchPurpose {
    /// What answers of a form name of their purpose: codes of DUO wherever they stand, with the diseases of MONDO beside
    /// them, and options that are a shorthand or the name of a term. Nil where none names any: what is written in plain
    /// words is for people to judge.
    public init?(namedIn answers: [String]) {
        var purpose = ResearchPurpose()
        var isNamed = false
        for answer in answers {
            for word in Self.words(in: answer) where (try? purpose.take(word)) != nil { isNamed = true }
        }
        guard isNamed else { return nil }
        self = purpose
    }

    private static func words(in answer: String) -> [String] {
        let codes = DataUseCode.mentioned(in: answer)
        guard codes.isEmpty else {
            let diseases = DataUseCode.diseases(in: answer)
            return codes.map { code in
                code.term?.shorthand == "DS" ? ([code.id] + diseases).joined(separator: " ") : code.id
            }
        }
        guard let term = DataUseTerm.named(answer), let shorthand = term.shorthand else { return [] }
        return [shorthand]
    }

    /// As it is read by `init(parsing:)`: `HMB, NCU`. Empty where nothing is said.
    public var written: String {
        var words: [String] = []
        switch aim {
        case .unrestricted?: words.append("NRES")
        case .general?: words.append("GRU")
        case .health?: words.append("HMB")
        case .diseases(let diseases)?: words += diseases.map { "DS:\($0)" }
        case .ancestry?: words.append("POA")
        case .methods?: words.append("methods")
        case nil: break
        }
        switch (isCommercial, isNotForProfit) {
        case (false?, true?): words.append("NPUNCU")
        case (let commercial, let profit):
            if let commercial { words.append(commercial ? "commercial" : "NCU") }
            if profit == true { words.append("NPU") }
        }
        if isSensitive { words.append("sensitive") }
        words += agreed.map { use in
            ([use.code.term?.shorthand ?? use.code.id] + use.restrictions.prefix(1)).joined(separator: ":")
        }
        return words.joined(separator: ", ")
    }

    /// As terms of DUO; what is none of them, such as `methods` and `commercial`, is left out.
    public var uses: [DataUse] {
        var found: [DataUse] = []
        func add(_ shorthand: String, _ restrictions: [String] = []) {
            guard let term = DataUseTerm.byShorthand[shorthand] else { return }
            found.append(DataUse(term.code, restrictions: restrictions))
        }
        switch aim {
        case .unrestricted?: add("NRES")
        case .general?: add("GRU")
        case .health?: add("HMB")
        case .diseases(let diseases)?: add("DS", diseases)
        case .ancestry?: add("POA")
        case .methods?, nil: break
        }
        switch (isCommercial, isNotForProfit) {
        case (false?, true?): add("NPUNCU")
        case (false?, _): add("NCU")
        case (_, true?): add("NPU")
        default: break
        }
        return found + agreed
    }

    /// What is said with words of another purpose on top: what those say counts.
    public func adding(_ other: ResearchPurpose) -> ResearchPurpose {
        var sum = self
        sum.aim = other.aim ?? aim
        sum.isCommercial = other.isCommercial ?? isCommercial
        sum.isNotForProfit = other.isNotForProfit ?? isNotForProfit
        sum.isSensitive = isSensitive || other.isSensitive
        sum.agreed = agreed.filter { use in !other.agreed.contains { $0.code == use.code } } + other.agreed
        return sum
    }
}

extension DataUseTerm {
    /// The term that a text is, and nothing besides: `HMB`, or `health or medical or biomedical research`.
    static func named(_ text: String) -> DataUseTerm? {
        let bare = text.trimmingSpaces
        guard !bare.isEmpty, bare.utf8.count <= longestName else { return nil }
        if let term = byShorthand[bare] { return term }
        let folded = bare.lowercased()
        return all.values.first { $0.label == folded }
    }

    private static let longestName = 80
}
