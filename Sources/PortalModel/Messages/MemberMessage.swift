/// What is told of who takes part in a request.
public enum MemberMessage: Equatable, Sendable {
    case awaited
    case nobodyHere
    case invited(name: String)
    case takenBack(name: String)
    case removed(name: String)
    case mayNot(state: ApplicationState?, what: MemberRight)
    case asTheyWere(number: String, error: PortalError?)
    case nameNeeded
    case emailNeeded
    case invalidEmail
    case known(name: String, invited: Bool)
}
