import PortalModel
import TerminalCanvas

extension AnswersFileReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .inLine(let line, let path, let reason): "\(path), Zeile \(line): \(c(reason))"
        case .noForm(let form, let known):
            """
            ein Formular \(form) hat der Antrag nicht. Er hat \(known.map { String($0) }.joined(separator: ", ")).
            """
        case .noField(let field, let form, let known):
            "Formular \(form) hat kein Feld „\(field)“. Es hat \(known.joined(separator: ", "))."
        case .otherForm(let field, let guidance, let shape):
            """
            „\(field)“ (\(FieldGuidance.german[guidance] ?? TerminalText(singleLine: guidance.phrase))) nimmt \
            \(shape.german).
            """
        case .noColumn(let name, let field, let known):
            "„\(field)“ hat keine Spalte „\(name)“. Es hat \(known.joined(separator: ", "))."
        }
    }
}

extension AnswerShape {
    fileprivate var german: TerminalText {
        switch self {
        case .choices: "eine Liste"
        case .rows: "eine Liste von Zeilen"
        case .heading, .explanation, .line, .lines, .choice, .files: "einen Text"
        }
    }
}
