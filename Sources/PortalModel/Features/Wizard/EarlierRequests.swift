import FoundationEssentials

/// The answers of earlier requests: asked for when a request is filled in, and offered there.
public struct EarlierRequests: Equatable, Sendable {
    /// By the questions that they were given to.
    public var answers = EarlierAnswers()
    /// The requests that were asked for last: not again while they are the same.
    var asked: [ApplicationID] = []
    /// The read whose answer is awaited.
    var awaited: ReadID?

    public init() {}
}

extension AppState {
    /// So many of the newest requests are looked through: older ones say little, and each may cost a call.
    private static let looksThrough = 6

    /// Has the newest requests that were sent read, besides the one that is filled in.
    mutating func askForEarlierAnswers() -> [Effect] {
        guard screen == .wizard, let wizard else { return [] }
        let sent = requests.applications.filter { $0.state.showsSubmission || $0.state == .returned }
            .filter { $0.id != wizard.session.draft.application }
        let newest = sent.sorted {
            ($0.stateChanged ?? $0.created ?? .distantPast, $0.id.rawValue)
                > ($1.stateChanged ?? $1.created ?? .distantPast, $1.id.rawValue)
        }
        let ids = newest.prefix(Self.looksThrough).map(\.id)
        guard ids != earlier.asked else { return [] }
        earlier.asked = ids
        guard !ids.isEmpty else {
            earlier.answers = EarlierAnswers()
            earlier.awaited = nil
            return []
        }
        let id = nextRead(.earlierRequests)
        earlier.awaited = id
        return [.read(id, .earlier(ids))]
    }

    mutating func earlierAnswered(_ id: ReadID, _ applications: [Application]) -> [Effect] {
        guard earlier.awaited == id else { return [] }
        earlier.awaited = nil
        earlier.answers = EarlierAnswers(applications)
        return []
    }
}
