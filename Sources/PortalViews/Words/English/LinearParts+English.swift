import PortalModel
import TerminalCanvas

// The parts that lines of a dialogue are made of.

extension LinearLine.Guide {
    var english: TerminalText {
        switch self {
        case .keeps: "An empty line keeps the present answer and goes on."
        case .moves: ":back goes back one question, :next goes on without an answer."
        case .goesTo:
            """
            :goto and a number goes to that question; a part of its title will do, and :goto review goes to the end.
            """
        case .reads: ":again reads the question once more, :choices reads what can be chosen, :terms reads a licence."
        case .clears: ":clear takes the present answer out."
        case .lists: ":missing tells what is missing, :list lists all questions, :review reads all answers."
        case .quits: ":quit stops and keeps everything."
        case .colon: "An answer that begins with a colon is written with two."
        }
    }
}

extension LinearLine.Title {
    var english: String {
        switch self {
        case .question(let number, let count, let title): "Question \(number) of \(count). \(title)"
        case .licence(let number, let count, let title): "Licence \(number) of \(count). \(title)"
        case .review: "Review."
        }
    }
}

extension LinearLine.Mark {
    var english: String {
        switch self {
        case .missing: "Missing."
        case .wrong: "Wrong."
        case .noAnswer: "No answer."
        case .answered: "Answered."
        case .accepted: "Accepted."
        case .review: ":goto review."
        }
    }
}

extension LinearLine.Short {
    var english: String {
        switch self {
        case .words(let words): words
        case .rows(let count): count == 1 ? "one row." : "\(count) rows."
        case .characters(let count, let left):
            "\(count) characters\(left.map { ", \($0) more would fit" } ?? "")."
        }
    }
}

extension LinearLine.Column {
    var english: String {
        if isEmail { return "\(label) (an e-mail address)" }
        return options.map { "\(label) (one of \($0.joined(separator: " or ")))" } ?? label
    }
}

extension AnswerShape {
    /// How it is typed. Goes before what an empty line does.
    func english(areNumbered: Bool) -> String {
        switch self {
        case .lines: "Answer, and end it with a line that has only a dot."
        case .rows: "Answer with one row a line, commas between the cells, and end with a line that has only a dot."
        case .files: "Answer with one path a line, and end with a line that has only a dot."
        case .choice: "Answer\(areNumbered ? " with a number or the words" : "")."
        case .choices: "Answer with one or more, commas between them."
        case .heading, .explanation, .line: "Answer."
        }
    }
}

extension TypedAnswer.Refusal {
    /// Why it cannot be taken, and what to do, in a sentence or more.
    func english(_ c: Phrasing) -> String {
        switch self {
        case .faulty(let problems): return problems.map { c.text($0) }.joined(separator: " ")
        case .noFile: return "No file was named."
        case .noRow: return "There was no row in this."
        case .notOffered(let text): return "“\(text)” is not one of the choices; :choices reads them."
        case .ambiguous(let text, let labels):
            let named = labels.prefix(10).map { "“\($0)”" }.joined(separator: ", ")
            let more = labels.count > 10 ? " and \(labels.count - 10) more" : ""
            return "“\(text)” could be \(named)\(more). Type more of it."
        }
    }
}
