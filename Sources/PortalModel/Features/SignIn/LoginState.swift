import FoundationEssentials

/// A login as it lies over the screen. What is below stays as it is: list, dataset, form and cursor.
public struct LoginState: Equatable, Sendable {
    public enum Step: Equatable, Sendable {
        /// A call was refused; the person decides whether to sign in now.
        case offered
        case beginning
        case waiting(LoginPrompt)
        case ended(LoginFailure)
    }

    /// Tells this attempt's answers from those of attempts before.
    public var number: Int
    public var way: LoginWay
    public var step: Step
    /// The field for the address at which the browser ended; nil while keys are commands.
    public var pasted: TextBuffer?
    /// Why what was pasted did not do.
    public var note: String?
    /// What it is offered for.
    public var reason: Message?

    public init(number: Int, way: LoginWay, step: Step, pasted: TextBuffer? = nil, note: String? = nil) {
        self.number = number
        self.way = way
        self.step = step
        self.pasted = pasted
        self.note = note
    }

    public var prompt: LoginPrompt? {
        if case .waiting(let prompt) = step { prompt } else { nil }
    }

    /// The time left is shown and has to go on.
    var isCounting: Bool { prompt != nil }
}
