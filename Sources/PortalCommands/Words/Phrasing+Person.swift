import ArgumentParser
import PortalModel
import PortalViews

extension Environment {
    /// The language that the program speaks, on the screen and in commands.
    package var language: Language { Language(preferring: languages) }
}

extension Phrasing {
    /// Says things to the person who started the program. What a program reads says nothing by it: JSON, CSV and exit
    /// statuses are the same in every language.
    package static var person: Phrasing { Phrasing(Environment.current.language) }
}

extension ValidationError {
    /// What is wrong with a command line, in the person's language.
    init(_ words: some Wording) { self.init(Phrasing.person.text(words)) }
}
