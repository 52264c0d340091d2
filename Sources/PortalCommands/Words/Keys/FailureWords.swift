import FoundationEssentials
import PortalModel

/// What a command says of a call that failed, and of one that stands still.
enum FailureWords {
    /// What happened, why, and what to do next at a command line.
    case call(PortalError)
    case signIn(LoginFailure)
    case waiting(CallWait, now: Date)
    /// Of what is no failure of a call.
    case unknown(String)
}
