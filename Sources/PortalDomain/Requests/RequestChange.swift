/// What is changed of a request that is at the service, besides its answers and licences.
public enum RequestChange: Hashable, Sendable {
    /// Ends it: REMS closes an application, AMS cancels it.
    case close
    /// Replaces the datasets by those with these identifiers.
    case datasets([String])
}
