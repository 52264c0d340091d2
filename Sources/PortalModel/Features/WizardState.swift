/// The request wizard on one draft.
public struct WizardState: Equatable, Sendable {
    public var draft: Draft
    public var application: Application?

    public init(draft: Draft) { self.draft = draft }
}
