/// What became of a change to a request at its service, apart from the drafts and the people of it.
public enum RequestEvent: Equatable, Sendable {
    /// A draft is gone at the service, when the failure is nil.
    case deleted(AppAction.Failure?)
    /// What was asked of the service was done, when the failure is nil.
    case changed(RequestChange, AppAction.Failure?)
    /// The number of the copy, where the service tells it.
    case copied(Result<ApplicationID?, PortalError>)

    /// Why the service did not do it; nil when it did.
    var failure: PortalError? {
        switch self {
        case .deleted(let failure), .changed(_, let failure): failure
        case .copied(.failure(let error)): error
        case .copied(.success): nil
        }
    }
}

extension AppState {
    /// Its answer always arrives, whatever is on the screen by then.
    mutating func requestEvent(_ id: ApplicationID, _ event: RequestEvent) -> [Effect] {
        switch event {
        case .deleted(let failure): applicationDeleted(id, failure)
        case .changed(let change, let failure): requestChanged(id, change, failure)
        case .copied(let result): applicationCopied(id, result)
        }
    }
}
