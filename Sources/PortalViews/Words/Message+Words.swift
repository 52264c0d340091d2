import PortalModel
import TerminalCanvas

extension Message: Wording {
    package func english(_ c: Phrasing) -> TerminalText { words(c) }

    package func german(_ c: Phrasing) -> TerminalText? { words(c) }

    private func words(_ c: Phrasing) -> TerminalText {
        switch self {
        case .general(let message): c(message)
        case .basket(let message): c(message)
        case .search(let message): c(message)
        case .dataset(let message): c(message)
        case .requests(let message): c(message)
        case .wizard(let message): c(message)
        case .members(let message): c(message)
        case .signIn(let message): c(message)
        case .person(let message): c(message)
        case .documents(let message): c(message)
        case .portals(let message): c(message)
        case .mirror(let message): c(message)
        case .fetching(let message): c(message)
        case .frequencies(let message): c(message)
        case .fault(let problem): c(problem)
        case .reason(let error): c.reason(error)
        case .because(let reason): c(reason)
        case .failure(let error, let kept, let next):
            c.sentences([c(error), c(error.reason), c(kept), c(next)]) + c.idNote(error)
        case .several(let messages): c.sentences(messages.map { c($0) })
        case .verbatim(let text): TerminalText(sanitizing: text)
        }
    }
}

extension Phrasing {
    package func callAsFunction(_ message: Message?) -> TerminalText { message.map { self($0) } ?? .empty }

    /// Why something failed: in the service's own words where there are some, else in a sentence.
    func reason(_ error: PortalError) -> TerminalText { self(error.why) }

    /// Empty where there is none.
    package func callAsFunction(_ reason: Reason?) -> TerminalText { reason.map { self($0) } ?? .empty }

    /// To stand behind a sentence: with a space before it, empty where there is none.
    func behind(_ reason: Reason?) -> TerminalText { reason.map { " \(self($0).singleLine)" } ?? .empty }

    fileprivate func sentences(_ sentences: [TerminalText]) -> TerminalText {
        sentences.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Such as "Title, Purpose of use and 3 more".
    func names(_ fields: NamedFields) -> TerminalText {
        let titles = quoted(fields.titles)
        return fields.more > 0 ? self(CommonWords.andMore(titles: titles, count: fields.more)) : titles
    }

    /// With a line of air between them.
    func paragraphs(_ paragraphs: [TerminalText]) -> TerminalText {
        TerminalText(sanitizing: paragraphs.map(\.plain).joined(separator: "\n\n"))
    }

    func quoted(_ titles: [String]) -> TerminalText {
        titles.map { self(CommonWords.quoted(title: TerminalText(sanitizing: $0))) }.joined(separator: ", ")
    }

    /// Before a returned request is submitted: that what the committee asked for was not changed.
    /// - Parameter unchanged: titles of the fields that it asked about, or none in particular; nil where all is well.
    func warning(_ unchanged: [String]?) -> TerminalText {
        guard let unchanged else { return .empty }
        let words: SubmissionWords = unchanged.isEmpty ? .unchanged : .asItWas(titles: quoted(unchanged))
        return "\n" + self(words)
    }
}

extension ViewContext {
    /// In the person's language, for what is said when the screen is gone.
    public func text(_ reason: Reason) -> String { words.text(reason) }

    /// In the person's language, for what leaves the screen.
    public func text(_ message: Message) -> String { words.text(message) }

    /// How long a message stays, in milliseconds: as long as reading it takes, and a failure twice as long.
    public func readingTime(of toast: Toast) -> Int {
        let reading = min(12_000, Toast.leastMilliseconds + words.text(toast.message).count * 50)
        return toast.kind == .failure ? reading * 2 : reading
    }
}
