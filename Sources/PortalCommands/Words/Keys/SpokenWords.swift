import TerminalCanvas

/// What `--linear` says besides the results: one thing a line.
enum SpokenWords {
    /// What a dataset has a line for.
    enum Name {
        case id, identifier, access, terms, publisher, themes, keywords, format, size, address, contact
        case catalogue, created, modified, page, licence
    }

    /// The beginning of a row. Without a name, the number alone.
    case row(number: Int, of: Int, name: TerminalText)
    /// By the name of a column, as a table has it, or of a field.
    case fact(name: TerminalText, value: TerminalText)
    case named(Name, TerminalText)
    /// What follows is the description.
    case description
    /// What the data may be used for, and how that fits what they are wanted for.
    case use(TerminalText, answer: TerminalText?)
    case section(number: Int, of: Int, title: TerminalText)
    case help(label: TerminalText, TerminalText)
    case member(number: Int, of: Int, title: TerminalText)
    case file(number: Int, of: Int, title: TerminalText)
    case compared(number: Int, title: TerminalText)
    case differing(count: Int, of: Int)
    case different(label: TerminalText)
    case same(label: TerminalText, value: TerminalText)
    case ofDataset(number: Int, value: TerminalText)
    case nothingSaid
}
