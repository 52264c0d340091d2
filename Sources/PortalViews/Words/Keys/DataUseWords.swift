import PortalModel
import TerminalCanvas

/// What a dataset may be used for, by the Data Use Ontology.
package enum DataUseWords: Equatable {
    case heading
    /// Its shorthand and what it is called, with what it is restricted to.
    case term(DataUse)
    /// In a sentence; empty for a code that is not known.
    case meaning(DataUse)
    /// What comparing a purpose came to.
    case answer(DataUseAnswer)
    /// The same of the dataset as a whole, with who decides.
    case whole(DataUseAnswer)
    /// Of a request: what comparing comes to, as a hint.
    case hint(DataUseAnswer)
    /// What the data may be used for, in one line.
    case allowed([DataUse])
    /// What the request says of its purpose; nil where it says nothing.
    case purposeSays(String?)
    /// The same on the screen, where a key says it.
    case purposeSaysOnScreen(String?)
    /// Who decides, and what is sent of it.
    case onlyHint
    /// Of a request whose service takes codes: what it says of its purpose.
    case declared
    /// The same where it has none yet.
    case noneDeclared
    /// What the service made of a dataset's code.
    case match(title: String, DataUse, DeclaredPurpose.Verdict)
    /// Nothing is open, as the service compares them.
    case allMatch
    /// A line of the menu of purposes.
    case choice(PurposeChoice)
}
