import FoundationEssentials

/// What the datasets of the request in the wizard may be used for.
public struct WizardDataUses: Equatable, Sendable {
    /// As far as the catalogue has told.
    public var found: [RequestedUse] = []
    /// What the person has said of the purpose besides the answers. It is of this run alone: what is to be judged stands
    /// in the answers.
    public var said: ResearchPurpose?
    /// The datasets that were asked about last: not again while they are the same.
    var asked: [UseSubject] = []
    /// The read whose answer is awaited.
    var awaited: ReadID?
    /// When not all of them could be asked for; nil where all were.
    var failedAt: Date?

    public init() {}
}

/// Something that data can be wanted for, in the menu of purposes.
public enum PurposeChoice: Hashable, Sendable {
    /// The aim.
    case general, health, ancestry, methods
    /// A disease that one of the datasets names, as `MONDO:0005105`.
    case disease(String)
    /// For whom.
    case commercial, notCommercial, notForProfit
    /// Of people or questions of which no rule decides.
    case sensitive

    /// As a purpose is written (`ResearchPurpose.init(parsing:)`).
    var key: String {
        switch self {
        case .general: "GRU"
        case .health: "HMB"
        case .ancestry: "POA"
        case .methods: "methods"
        case .disease(let disease): "DS:\(disease)"
        case .commercial: "commercial"
        case .notCommercial: "NCU"
        case .notForProfit: "NPU"
        case .sensitive: "sensitive"
        }
    }

    private static let aims: Set = ["NRES", "GRU", "HMB", "POA", "methods"]

    /// Whether two can be ticked together; diseases go with each other.
    static func goTogether(_ key: String, _ other: String) -> Bool {
        if isAim(key), isAim(other) { return key.hasPrefix("DS:") && other.hasPrefix("DS:") }
        return !(key == "commercial" && ["NCU", "NPU"].contains(other))
            && !(other == "commercial" && ["NCU", "NPU"].contains(key))
    }

    /// Whether it says what the research is about.
    static func isAim(_ key: String) -> Bool { aims.contains(key) || key.hasPrefix("DS:") }
}

extension RequestSession {
    /// What the answers name of the purpose by codes of DUO; nil where they name none.
    public var namedPurpose: ResearchPurpose? {
        let fields = (application?.forms ?? []).flatMap(\.fields).filter { $0.isVisible && $0.type.takesValue }
        return ResearchPurpose(namedIn: fields.flatMap(words(of:)))
    }

    private func words(of field: FormField) -> [String] {
        let text = value(of: field).text
        guard !text.isEmpty else { return [] }
        guard field.isChoice else { return [text] }
        let chosen = Set(text.split(separator: " ").map(String.init))
        return field.options.filter { chosen.contains($0.key) }.flatMap { option in
            [option.key] + option.label.variants.map(\.text)
        }
    }

    /// - Parameter said: of the purpose besides the answers; what it says counts.
    public func dataUseHints(_ uses: [RequestedUse], said: ResearchPurpose?) -> [DataUseHint] {
        let named = namedPurpose
        let purpose = said.map { said in named?.adding(said) ?? said } ?? named
        return DataUseHint.hints(for: draft.datasets, uses: uses, purpose: purpose)
    }
}

extension WizardState {
    /// One for each dataset whose page was read.
    public var dataUseHints: [DataUseHint] { session.dataUseHints(uses.found, said: uses.said) }

    /// Whether one of the datasets says what it may be used for: then a purpose can be held against it.
    var namesDataUse: Bool { uses.found.contains { $0.uses?.isEmpty == false } }
}

extension AppState {
    /// Has the datasets' codes read once the review is open: a hint is given before anything is sent.
    mutating func askForDataUses() -> [Effect] {
        guard screen == .wizard, let current = wizard, current.step == .review, !current.session.draft.datasets.isEmpty
        else { return [] }
        let subjects = current.session.draft.datasets.map(UseSubject.init)
        guard subjects != current.uses.asked || mayAskForUsesAgain(current.uses) else { return [] }
        let id = nextRead(.dataUses)
        wizard?.uses.asked = subjects
        wizard?.uses.awaited = id
        wizard?.uses.failedAt = nil
        return [.read(id, .dataUses(subjects))]
    }

    /// After a failure, but not with every key: a catalogue that is away would be asked each time.
    private func mayAskForUsesAgain(_ uses: WizardDataUses) -> Bool {
        guard uses.awaited == nil, let failedAt = uses.failedAt else { return false }
        return abs(now.timeIntervalSince(failedAt)) >= Self.restAfterFailedUses
    }

    /// In seconds.
    private static let restAfterFailedUses: TimeInterval = 10

    mutating func dataUsesAnswered(_ id: ReadID, _ found: [RequestedUse]) -> [Effect] {
        guard wizard?.uses.awaited == id, let current = wizard else { return [] }
        let item = current.step == .review ? current.selectedReviewItem : nil
        wizard?.uses.awaited = nil
        wizard?.uses.found = found
        // Each that was asked for is told of, so fewer are what a failure left.
        if found.count < current.uses.asked.count {
            let failedAt = now
            wizard?.uses.failedAt = failedAt
        }
        // Lines came in above: the cursor stays on what it was on.
        if let item, current.selection > 0, let place = wizard?.reviewItems.firstIndex(of: item) {
            wizard?.selection = place
        }
        return []
    }

    /// Opens the menu of purposes.
    mutating func askForPurpose() -> [Effect] {
        guard wizard?.namesDataUse == true else { return [] }
        var menu = Menu(.purpose)
        let written = wizard?.uses.said?.written.split(separator: ",").map { $0.drop { $0 == " " } } ?? []
        menu.ticked = Set(written.flatMap { $0 == "NPUNCU" ? ["NPU", "NCU"] : [String($0)] })
        overlay = .menu(menu)
        return []
    }

    var purposeChoices: [PurposeChoice] {
        let uses = wizard?.uses.found.flatMap { $0.uses ?? [] }.filter { $0.code.term?.shorthand == "DS" } ?? []
        let diseases = uses.flatMap(\.restrictions).unique.prefix(Self.mostDiseases)
        return diseases.map { .disease($0) } + [
            .health, .ancestry, .methods, .general, .notCommercial, .commercial, .notForProfit, .sensitive,
        ]
    }

    private static let mostDiseases = 12

    func purposeItems(of menu: Menu) -> [MenuItem] {
        purposeChoices.map { choice in
            MenuItem(.wizard(.purpose(choice)), key: choice.key, isOn: menu.ticked.contains(choice.key))
        }
    }

    /// Takes what is ticked; where no aim is, the line under the cursor as well if it is one.
    mutating func sayPurpose(_ menu: Menu) -> [Effect] {
        var ticked = menu.ticked
        let items = purposeItems(of: menu)
        if !ticked.contains(where: PurposeChoice.isAim), items.indices.contains(menu.selection),
            PurposeChoice.isAim(items[menu.selection].key)
        {
            ticked.insert(items[menu.selection].key)
        }
        closeOverlay()
        // A catalogue may name a disease in a way that cannot be said: the rest of what was ticked stands.
        let sayable = ticked.sorted().filter { (try? ResearchPurpose(parsing: $0)) != nil }
        let said = sayable.isEmpty ? nil : try? ResearchPurpose(parsing: sayable.joined(separator: ","))
        wizard?.uses.said = said
        return said == nil ? [] : show(.information, .wizard(.purposeSaid))
    }
}

extension WizardState {
    /// The line of the review under the cursor.
    fileprivate var selectedReviewItem: ReviewItem? {
        let items = reviewItems
        return items.indices.contains(selection) ? items[selection] : nil
    }
}
