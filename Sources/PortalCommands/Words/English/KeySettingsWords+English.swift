import PortalViews
import TerminalCanvas

extension KeySettingsWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .taken(let key, let other, let context, let command):
            """
            “\(key)” is \(other) in \(context) already and cannot be \(command) too. Give \(other) another key there, or \
            none: \(other): []
            """
        case .noContext(let name, let suggestions, let known):
            """
            “\(name)” is no place that has keys.\(c(CommonCommandWords.didYouMean(suggestions))) portal keys names them: \
            \(known.joined(separator: ", ")).
            """
        case .noCommand(let name, let context, let suggestions, let known):
            """
            “\(name)” is no command of \(context).\(c(CommonCommandWords.didYouMean(suggestions))) Allowed are \
            \(known.joined(separator: ", ")).
            """
        case .twice(let key, let command, let context): "“\(key)” is there twice for \(command) in \(context)."
        case .noKey(let word, let examples):
            "“\(word)” is no key that a terminal sends. Keys are written like \(examples)."
        case .typedAsText(let word, let context):
            "“\(word)” is typed as text in \(context). Take one with Ctrl or Alt, or a function key."
        case .mapping(let context):
            """
            “keys\(context.map { " of \($0)" } ?? "")” takes names, each with a colon and what belongs to it, such as keys: {browserList: {addToBasket: \
            [b, Ins]}}
            """
        }
    }
}
