/// What can be done to an application, under the names that REMS gives to its commands.
public enum ApplicationCommand: String, Hashable, Sendable, CaseIterable {
    /// To change the answers.
    case saveDraft = "save-draft"
    /// To submit it, to close it, to delete the draft.
    case submit, close, delete
    /// To begin another one with its answers.
    case copyAsNew = "copy-as-new"
    /// To change what access is asked for.
    case changeDatasets = "change-resources"
}

extension Application {
    /// Whether the service allows it now; nil where it lists no permissions at all, and only trying would tell.
    public func permits(_ command: ApplicationCommand) -> Bool? {
        guard !permissions.isEmpty else { return nil }
        // Some services leave the namespace out.
        return permissions.contains { $0.split(separator: "/").last?.lowercased() == command.rawValue }
    }
}
