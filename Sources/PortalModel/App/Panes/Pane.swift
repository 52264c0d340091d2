/// What has the keys: an overlay, or else the screen below it. Its commands stand in the key table; this is what reaches
/// it without being one.
protocol Pane {
    /// Where its keys are looked up now.
    func context(in state: AppState) -> KeyContext
    /// Rows of its list or text that are in sight: what a page is.
    func pageRows(in state: AppState) -> Int
    /// The application that the person has before them in it.
    func application(in state: AppState) -> Application?
    /// The cursor or the text moves.
    func move(_ movement: Movement, in state: inout AppState) -> [Effect]
    /// Enter, where it takes what has the cursor.
    func choose(in state: inout AppState) -> [Effect]
    /// One level up.
    func goBack(in state: inout AppState) -> [Effect]
    /// The text that has the cursor is changed.
    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect]
    /// A key that is no command where text is typed.
    func type(_ key: Key, in state: inout AppState) -> [Effect]
    func paste(_ text: String, in state: inout AppState) -> [Effect]
    /// A click on what the view has drawn for it.
    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect]
    /// A notch of the wheel.
    func wheel(_ movement: Movement, in state: inout AppState) -> [Effect]
    /// A command takes its place: what is typed in it is to be kept before.
    func left(for command: Command, in state: inout AppState) -> [Effect]
}

extension Pane {
    func pageRows(in state: AppState) -> Int { max(state.layout.body.rows - 4, 1) }
    func application(in state: AppState) -> Application? { nil }
    func move(_ movement: Movement, in state: inout AppState) -> [Effect] { [] }
    func choose(in state: inout AppState) -> [Effect] { [] }
    func goBack(in state: inout AppState) -> [Effect] { [] }
    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] { [] }

    func type(_ key: Key, in state: inout AppState) -> [Effect] { edit({ $0.apply(key) }, in: &state) }

    func paste(_ text: String, in state: inout AppState) -> [Effect] {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return edit({ $0.insert(line) }, in: &state)
    }

    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] { [] }

    func wheel(_ movement: Movement, in state: inout AppState) -> [Effect] { wheelAsArrows(movement, in: &state) }

    /// As the arrows do, where they do something now.
    func wheelAsArrows(_ movement: Movement, in state: inout AppState) -> [Effect] {
        let command: Command = movement == .up ? .moveUp : .moveDown
        guard let spec = state.keys.spec(of: command, in: state.keyContexts), spec.availability(state).isAvailable
        else { return [] }
        var effects: [Effect] = []
        for _ in 0..<Self.notch { effects += state.perform(spec) }
        return effects
    }

    func left(for command: Command, in state: inout AppState) -> [Effect] { [] }

    /// Rows of a notch of the wheel.
    static var notch: Int { 3 }
}

extension AppState {
    /// What has the keys.
    var pane: any Pane { overlay?.pane ?? screen.pane }

    mutating func move(_ movement: Movement) -> [Effect] { pane.move(movement, in: &self) }
    mutating func choose() -> [Effect] { pane.choose(in: &self) }

    /// The overlay goes; a login that is under way comes to the front again, and so do datasets that are compared.
    mutating func leaveOverlay() -> [Effect] {
        closeOverlay()
        return []
    }

    mutating func closeOverlay() {
        if case .menu(let menu) = overlay, let behind = menu.subject.liesOver {
            overlay = behind
            return
        }
        overlay = login == nil ? nil : .login
        if overlay == nil, comparison != nil { overlay = .comparison }
        if overlay == nil, allPortals.isBehind { overlay = .allPortals }
        allPortals.isBehind = false
        if overlay == nil, fetching.isBehind { overlay = .fetching }
        fetching.isBehind = false
    }
}

extension Screen {
    /// The one place where a screen leads to what it does.
    var pane: any Pane {
        switch self {
        case .browser: BrowserPane()
        case .basket: BasketPane()
        case .requests: RequestsPane()
        case .wizard: WizardPane()
        case .setup: SetupPane()
        }
    }
}

extension Overlay {
    /// The one place where an overlay leads to what it does.
    var pane: any Pane {
        switch self {
        case .help(let find, let offset): HelpPane(find: find, offset: offset)
        case .palette(let palette): PalettePane(palette: palette)
        case .failures(let offset): FailuresPane(offset: offset)
        case .health(let offset): HealthPane(offset: offset)
        case .passport(let offset): PassportPane(offset: offset)
        case .fetching: FetchingPane()
        case .sort(let selection): SortPane(selection: selection)
        case .menu(let menu): MenuPane(menu: menu)
        case .chooseRequest(let selection): RequestChoicePane(selection: selection)
        case .confirm(let confirmation): ConfirmationPane(confirmation: confirmation)
        case .text(let title, let body, let offset): TextPane(title: title, body: body, offset: offset)
        case .licence(let offset): LicencePane(offset: offset)
        case .members(let id): MembersPane(application: id)
        case .login: SignInPane()
        case .person(let form): PersonPane(form: form)
        case .portals: PortalsPane()
        case .comparison: ComparisonPane()
        case .mirror(let offset): MirrorPane(offset: offset)
        case .savedSearches: SavedSearchesPane()
        case .allPortals: AllPortalsPane()
        case .frequencies: FrequenciesPane()
        case .datasetFind(let find, let offset): DatasetFindPane(find: find, offset: offset)
        case .news(let selection): NewsPane(selection: selection)
        case .export(let selection): ExportPane(selection: selection)
        case .answersFile(let prompt): AnswersPane(prompt: prompt)
        }
    }
}

extension Overlay {
    /// Help and palette lie over what they speak of.
    var speaksOfBelow: Bool {
        if case .help = self { return true }
        return if case .palette = self { true } else { false }
    }
}

extension KeyMap {
    /// The keys as they come. Arrows and hjkl, as users of terminal programs expect. The footer keeps this order, and of
    /// two commands that claim a key in one context the first has it.
    public static let standard: KeyMap = {
        let own =
            BrowserPane.commands + FacetsPane.commands + DatasetPane.commands + BasketPane.commands
            + RequestsPane.commands + RequestPane.commands + GrantedPane.commands + ExportPane.commands
            + AnswersPane.commands + LicencePane.commands + WizardPane.commands + SetupPane.commands
            + PortalsPane.commands + HelpPane.commands + PalettePane.commands + FailuresPane.commands
            + HealthPane.commands + SortPane.commands + MenuPane.commands + ConfirmationPane.commands
            + TextPane.commands + MembersPane.commands + SignInPane.commands + PersonPane.commands
            + ComparisonPane.commands + MirrorPane.commands + AllPortalsPane.commands
            + SavedSearchesPane.commands + NewsPane.commands + FrequenciesPane.commands
            + DatasetFindPane.commands + PassportPane.commands + FetchingPane.commands
        return KeyMap(own + refreshing + moving(in: KeyMap.contexts(of: own)) + everywhere)
    }()
}
