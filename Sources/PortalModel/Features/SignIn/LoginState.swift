import FoundationEssentials

/// A login as it lies over the screen. What is below stays as it is: list, dataset, form and cursor.
public struct LoginState: Equatable, Sendable {
    /// How far an attempt has come.
    public enum Step: Equatable, Sendable {
        /// A call was refused; the person decides whether to sign in now.
        case offered
        /// The provider is asked where to sign in.
        case beginning
        /// The person has to do something in a browser; the prompt says what, and for how long.
        case waiting(LoginPrompt)
        /// Nobody is signed in, and why; another attempt can begin.
        case ended(LoginFailure)
    }

    /// Tells this attempt's answers from those of attempts before.
    public var number: Int
    /// By a code or by a browser.
    public var way: LoginWay
    /// Somebody who has signed in closes the overlay: there is no step for it.
    public var step: Step
    /// The field for the address at which the browser ended; nil while keys are commands.
    public var pasted: TextBuffer?
    /// Why what was pasted did not do.
    public var note: LoginFailure?
    /// What it is offered for.
    public var reason: Message?

    public init(number: Int, way: LoginWay, step: Step, pasted: TextBuffer? = nil, note: LoginFailure? = nil) {
        self.number = number
        self.way = way
        self.step = step
        self.pasted = pasted
        self.note = note
    }

    /// What the person has to do now; nil in every other step.
    public var prompt: LoginPrompt? {
        if case .waiting(let prompt) = step { prompt } else { nil }
    }

    /// The time left is shown and has to go on.
    var isCounting: Bool { prompt != nil }
}
