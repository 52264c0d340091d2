extension AppState {
    mutating func openWizard(on draft: Draft) -> [Effect] { [] }
    mutating func wizardInput(_ key: Key) -> [Effect] { [] }
    mutating func wizardPaste(_ text: String) -> [Effect] { [] }
    mutating func wizardCommand(_ command: Command) -> [Effect] { [] }
    func wizardAvailability(of command: Command) -> Availability { .available }
    mutating func wizardEvent(_ action: AppAction) -> [Effect] { [] }
    mutating func confirmedSubmit(_ id: DraftID) -> [Effect] { [] }
    func flushDrafts() -> [Draft] { [] }
    var wizardContext: KeyContext { .wizardDatasets }
}
