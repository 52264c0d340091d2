import FoundationEssentials
import PortalModel
import TerminalCanvas

/// A request to be read, printed or put on file: what was asked for, the answers by their labels, licences, people,
/// files and what happened. A list of blocks that every format writes in its own way.
///
/// All text in it is safe to be shown by any terminal.
public struct RequestDocument: Equatable, Sendable {
    /// A part of the document, whatever it is written as.
    public enum Block: Equatable, Sendable {
        /// Of a part.
        case heading(String)
        /// Of a group of answers within a form.
        case subheading(String)
        /// What a form says between its questions.
        case note(String)
        /// Something in short, with what it is: "State: submitted".
        case facts([Fact])
        /// A question with its answer.
        case answer(Answer)
        /// Lines of equal worth.
        case list([String])
    }

    /// A label and what it says.
    public struct Fact: Equatable, Sendable {
        /// What it is.
        public var label: String
        /// Empty where there is none.
        public var value: String
    }

    /// A question of the form and what was answered.
    public struct Answer: Equatable, Sendable {
        /// The question, in the reader's language.
        public var question: String
        /// None where nothing was answered. One may have several lines.
        public var answers: [String]
    }

    /// The heading of the whole.
    public let title: String
    /// The first of the reader's languages.
    public let language: String
    /// The parts, in order.
    public let blocks: [Block]

    /// - Parameters:
    ///   - spoken: that of the labels; the request's own words are in the reader's languages. A committee reads English.
    ///   - isFull: with the texts of the licences, the notes of the forms and everything that is known, for paper; else
    ///     what is looked at on the way.
    public init(
        _ application: Application, languages: [String], in spoken: Language = .english, isFull: Bool = true
    ) {
        let words = Phrasing(spoken)
        let builder = Builder(application: application, languages: languages, words: words, isFull: isFull)
        title = Self.line(words.text(RequestDocumentWords.title(id: application.id.rawValue, application.state)))
        language = languages.first ?? "en"
        blocks = builder.blocks
    }

    static func line(_ text: String) -> String { TerminalText(unabridged: text, isSingleLine: true).plain }

    static func text(_ text: String) -> String { TerminalText(unabridged: text).plain }
}

/// Puts the blocks together.
private struct Builder {
    let application: Application
    let languages: [String]
    let words: Phrasing
    let isFull: Bool

    var blocks: [RequestDocument.Block] {
        [.facts(facts)] + part(.datasets, datasets) + part(.purpose, purpose) + forms + part(.licences, licences)
            + part(.people, people)
            + part(.files, files) + part(.events, events) + (isFull ? texts : [])
    }

    private func said(_ words: RequestDocumentWords) -> String { self.words.text(words) }

    private func line(_ text: LocalizedText) -> String { RequestDocument.line(text.text(in: languages)) }

    private func part(_ title: RequestDocumentWords, _ entries: [String]) -> [RequestDocument.Block] {
        entries.isEmpty ? [] : [.heading(said(title)), .list(entries)]
    }

    private var facts: [RequestDocument.Fact] {
        let changed = application.summary.stateChanged.map { words.minute($0) + " UTC" }
        let created = application.created.map { words.minute($0) + " UTC" }
        let facts = [
            (RequestDocumentWords.summary, application.title),
            (.processing, application.processingState?.text(in: languages) ?? ""),
            (.applicant, application.applicant ?? ""),
            (.made, created ?? ""), (.changed, changed ?? ""),
        ]
        return facts.filter { !$0.1.isEmpty }.map {
            RequestDocument.Fact(label: said($0.0), value: RequestDocument.line($0.1))
        }
    }

    private var datasets: [String] {
        application.datasets.map { dataset in
            // By the name that others know, and not by the number of a catalogue item.
            let (title, identifier) = (line(dataset.title), RequestDocument.line(dataset.grantedAs))
            return title == identifier || title.isEmpty ? identifier : "\(title) (\(identifier))"
        }
    }

    private var purpose: [String] {
        guard let purpose = application.purpose else { return [] }
        return PurposeLines(purpose, of: application, languages: languages).all
            .map { RequestDocument.line(words.text($0)) }
    }

    private var forms: [RequestDocument.Block] {
        application.forms.flatMap { form -> [RequestDocument.Block] in
            let fields = form.fields.filter(\.isVisible).compactMap(block)
            let title = line(form.title)
            return fields.isEmpty ? [] : [.heading(title.isEmpty ? said(.form(number: form.id)) : title)] + fields
        }
    }

    private func block(_ field: FormField) -> RequestDocument.Block? {
        switch field.type.shape {
        case .heading: return .subheading(line(field.title))
        case .explanation: return isFull ? .note(RequestDocument.text(field.title.text(in: languages))) : nil
        case .line, .lines, .choice, .choices, .files, .rows:
            let answers = AnswerText.lines(field, languages: languages, files: application.attachments)
                .map(RequestDocument.text).filter { !$0.isEmpty }
            return .answer(RequestDocument.Answer(question: line(field.title), answers: answers))
        }
    }

    private var licences: [String] {
        application.licences.map { licence in
            let state = said(licence.isAccepted ? .accepted : .notAccepted)
            let place: String =
                switch licence.content {
                case .text: ""
                case .link(let address): ": " + line(address)
                case .attachment(let name, _): ": " + line(name)
                }
            let number = said(.licenceNumber(licence.id))
            return "\(line(licence.title)): \(state), \(number)\(isFull ? place : "")"
        }
    }

    private var people: [String] {
        application.members.map { member in
            let email = member.email.map { ", " + RequestDocument.line($0) } ?? ""
            return RequestDocument.line(member.name) + email + (member.isPending ? said(.invited) : "")
        }
    }

    private var files: [String] {
        application.attachments.map { file in
            let type = isFull ? file.type.map { ", " + RequestDocument.line($0) } ?? "" : ""
            return "\(file.id): \(RequestDocument.line(file.filename))\(type)"
        }
    }

    private var events: [String] {
        application.timeline.map { event in
            let time = event.time.map { words.minute($0) + " UTC" } ?? said(.noTime)
            let actor = event.actor.isEmpty ? "" : said(.by(name: RequestDocument.line(event.actor)))
            let comment = event.comment.flatMap { $0.isEmpty ? nil : ": “\(RequestDocument.line($0))”" } ?? ""
            return "\(time): \(RequestDocument.line(words.text(event)))\(actor)\(comment)"
        }
    }

    /// What was accepted, word for word.
    private var texts: [RequestDocument.Block] {
        application.licences.flatMap { licence -> [RequestDocument.Block] in
            guard case .text(let text) = licence.content, !text.isEmpty else { return [] }
            return [
                .heading(said(.licenceText(title: line(licence.title)))),
                .note(RequestDocument.text(text.text(in: languages))),
            ]
        }
    }
}
