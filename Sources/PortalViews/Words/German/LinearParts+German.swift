import PortalModel
import TerminalCanvas

// The parts that lines of a dialogue are made of. What is typed stays what it is: :help, accept, submit.

extension LinearLine.Guide {
    var german: TerminalText {
        switch self {
        case .keeps: "Eine leere Zeile behält die jetzige Antwort und geht weiter."
        case .moves: ":back geht eine Frage zurück, :next geht ohne Antwort weiter."
        case .goesTo:
            """
            :goto mit einer Zahl geht zu dieser Frage; auch ein Teil ihres Titels genügt, und :goto review geht ans \
            Ende.
            """
        case .reads:
            """
            :again liest die Frage noch einmal vor, \
            :choices liest vor, was zu wählen ist, :terms liest eine Lizenz vor.
            """
        case .clears: ":clear nimmt die jetzige Antwort heraus."
        case .lists: ":missing sagt, was fehlt, :list listet alle Fragen auf, :review liest alle Antworten vor."
        case .quits: ":quit hört auf und behält alles."
        case .colon: "Eine Antwort, die mit einem Doppelpunkt beginnt, wird mit zweien geschrieben."
        }
    }
}

extension LinearLine.Title {
    var german: String {
        switch self {
        case .question(let number, let count, let title): "Frage \(number) von \(count). \(title)"
        case .licence(let number, let count, let title): "Lizenz \(number) von \(count). \(title)"
        case .review: "Durchsicht."
        }
    }
}

extension LinearLine.Mark {
    var german: String {
        switch self {
        case .missing: "Fehlt."
        case .wrong: "Falsch."
        case .noAnswer: "Keine Antwort."
        case .answered: "Beantwortet."
        case .accepted: "Angenommen."
        case .review: ":goto review."
        }
    }
}

extension LinearLine.Short {
    var german: String {
        switch self {
        case .words(let words): words
        case .rows(let count): count == 1 ? "eine Zeile." : "\(count) Zeilen."
        case .characters(let count, let left): "\(count) Zeichen\(left.map { ", \($0) weitere passen noch" } ?? "")."
        }
    }
}

extension LinearLine.Column {
    var german: String {
        if isEmail { return "\(label) (eine E-Mail-Adresse)" }
        return options.map { "\(label) (eines von \($0.joined(separator: " oder ")))" } ?? label
    }
}

extension AnswerShape {
    /// How it is typed. Goes before what an empty line does.
    func german(areNumbered: Bool) -> String {
        switch self {
        case .lines: "Antworten, und mit einer Zeile enden, auf der nur ein Punkt steht."
        case .rows:
            """
            Mit einer Tabellenzeile je Zeile antworten, Kommas zwischen den Zellen, und mit einer Zeile enden, auf der \
            nur ein Punkt steht.
            """
        case .files: "Mit einem Pfad je Zeile antworten, und mit einer Zeile enden, auf der nur ein Punkt steht."
        case .choice: areNumbered ? "Mit einer Zahl oder den Worten antworten." : "Antworten."
        case .choices: "Mit einem oder mehreren antworten, Kommas dazwischen."
        case .heading, .explanation, .line: "Antworten."
        }
    }
}

extension TypedAnswer.Refusal {
    /// Why it cannot be taken, and what to do, in a sentence or more.
    func german(_ c: Phrasing) -> String {
        switch self {
        case .faulty(let problems): return problems.map { c.text($0) }.joined(separator: " ")
        case .noFile: return "Keine Datei wurde genannt."
        case .noRow: return "Darin war keine Tabellenzeile."
        case .notOffered(let text): return "„\(text)“ steht nicht zur Wahl; :choices liest vor, was es gibt."
        case .ambiguous(let text, let labels):
            let named = labels.prefix(10).map { "„\($0)“" }.joined(separator: ", ")
            let more = labels.count > 10 ? " und \(labels.count - 10) weitere" : ""
            return "„\(text)“ könnte \(named)\(more) sein. Mehr davon eingeben."
        }
    }
}
