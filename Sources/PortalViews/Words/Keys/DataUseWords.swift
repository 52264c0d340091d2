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
}
