import PortalModel

/// Where a request stands, what is done once it is granted, and whom to ask: on its page and by a command.
package enum NextStepWords: Equatable {
    /// A stage, in a word.
    case step(RequestStage.Step)
    /// How far it is, in a word.
    case progress(RequestStage.Progress)
    case heading
    /// What a command is for.
    case what(NextStep)
    /// Whom to ask, with the request's number. `takesNotes`: whether the portal takes notes to who handles it.
    case helpdesk(place: String, id: String)
    /// The same where the profile names nobody.
    case noNotes
}
