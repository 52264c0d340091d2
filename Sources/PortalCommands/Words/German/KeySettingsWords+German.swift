import PortalViews
import TerminalCanvas

extension KeySettingsWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .taken(let key, let other, let context, let command):
            """
            „\(key)“ ist in \(context) schon \(other) und kann nicht auch \(command) sein. \(other) dort eine andere \
            Taste geben, oder keine: \(other): []
            """
        case .noContext(let name, let suggestions, let known):
            """
            „\(name)“ ist kein Ort, der Tasten hat.\(c(CommonCommandWords.didYouMean(suggestions))) portal keys nennt \
            sie: \(known.joined(separator: ", ")).
            """
        case .noCommand(let name, let context, let suggestions, let known):
            """
            „\(name)“ ist kein Befehl von \(context).\(c(CommonCommandWords.didYouMean(suggestions))) Erlaubt sind \
            \(known.joined(separator: ", ")).
            """
        case .twice(let key, let command, let context): "„\(key)“ steht bei \(command) in \(context) zweimal."
        case .noKey(let word, let examples):
            "„\(word)“ ist keine Taste, die ein Terminal sendet. Tasten schreiben sich wie \(examples)."
        case .typedAsText(let word, let context):
            "„\(word)“ wird in \(context) als Text getippt. Eine mit Strg oder Alt nehmen, oder eine Funktionstaste."
        case .mapping(let context):
            """
            „keys\(context.map { " von \($0)" } ?? "")“ nimmt Namen, jeden mit einem Doppelpunkt und dem, was dazugehört, etwa keys: {browserList: \
            {addToBasket: [b, Ins]}}
            """
        }
    }
}
