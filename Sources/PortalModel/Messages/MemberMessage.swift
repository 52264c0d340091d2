/// What is told of who takes part in a request.
public enum MemberMessage: Equatable, Sendable {
    /// One change at a time.
    case awaited
    /// Nobody is under the cursor.
    case nobodyHere
    /// The service has sent the invitation.
    case invited(name: String)
    /// The service has taken the invitation back.
    case takenBack(name: String)
    /// The service has removed the member.
    case removed(name: String)
    /// The service does not list it among what the user may do, in a state that it names or not.
    case mayNot(state: ApplicationState?, what: MemberRight)
    /// A change was not made, told where its people are not on the screen; without an error the service does not have it.
    case asTheyWere(number: String, error: PortalError?)
    /// The field is empty.
    case nameNeeded
    /// The field is empty.
    case emailNeeded
    /// By the rule that REMS has for e-mail addresses.
    case invalidEmail
    /// Somebody has this address already, as a member or invited.
    case known(name: String, invited: Bool)
}
