/// A request filled in by questions and answers, one a line: what is said, and what each line that comes in asks for.
///
/// Pure: it knows what was said last and where the dialogue is; answers and everything else are the session's, which is
/// handed in as it is. Whoever drives it does what a turn asks for, and then calls `goOn`.
public struct LinearDialogue: Equatable, Sendable {
    /// What a line asks for.
    public enum Deed: Equatable, Sendable {
        /// Nothing: the next line may come.
        case wait
        /// An answer to a field.
        case give(FieldID, FieldValue)
        /// Files for a field, by their paths.
        case attach(FieldID, [String])
        /// A licence by its number.
        case accept(Int64)
        /// The organisations that the portal lists, as far as they have these words; told by `tell(organizations:of:)`.
        case organizations(String)
        /// The file with a licence's terms; told by `tell(terms:of:)`.
        case terms(LicenceFile)
        /// The request is complete and meant to be sent.
        case submit
        /// The dialogue ends; the draft stays.
        case leave
    }

    /// What is said after a line, and what it asks for.
    public struct Turn: Equatable, Sendable {
        /// Lines to print.
        package var words: [LinearLine] = []
        /// What the line asks for.
        public var deed = Deed.wait

        static func say(_ words: [LinearLine]) -> Turn { Turn(words: words) }
    }

    /// What is being asked.
    public internal(set) var place = LinearPlace.review
    /// The last answer was not taken, and no other has come since.
    public private(set) var wasRefused = false
    let languages: [String]
    /// The portal has a list of organisations, which is read on demand where a question asks for one.
    let listsOrganizations: Bool
    /// All of them, once they were had.
    var listed: [String]?
    /// Those that were read out last, to be taken by their numbers.
    var found: [String] = []
    /// The lines of an answer that has no end yet.
    private var lines: [String] = []
    /// What was asked for when something was last said.
    private var known: [FieldID] = []

    public init(languages: [String], listsOrganizations: Bool = false) {
        self.languages = languages
        self.listsOrganizations = listsOrganizations
    }

    /// What is said first.
    /// - Parameter resumes: goes on where something is open, instead of at the first question.
    package mutating func begin(_ session: RequestSession, resumes: Bool) -> [LinearLine] {
        known = session.questions.map(\.id)
        place = resumes ? session.firstOpenPlace : session.linearPlaces[0]
        var words = [heading(session), .questionCount(known.count)]
        if resumes, place != session.linearPlaces[0], place != .review {
            words.append(.goingOn)
        }
        return words + ask(session)
    }

    private func heading(_ session: RequestSession) -> LinearLine {
        .request(
            id: session.draft.application?.rawValue, session.application?.state ?? .draft,
            titles: session.draft.datasets.map(\.title))
    }

    /// A line came in.
    public mutating func take(_ line: String, _ session: RequestSession) -> Turn {
        let changes = announce(session)
        guard session.linearPlaces.contains(place) else {
            lines = []
            place = next(session)
            return .say(changes + [.notNeeded] + ask(session))
        }
        var turn = answer(line, session)
        turn.words = changes + turn.words
        return turn
    }

    /// What was asked for is done: says what changed by it, and asks on.
    /// - Parameter failures: why it was not done; the same is asked again then.
    package mutating func goOn(_ session: RequestSession, failures: [LinearLine] = []) -> [LinearLine] {
        var words: [LinearLine] = []
        if failures.isEmpty {
            wasRefused = false
            if case .field(let id) = place, let field = session.field(id) { words.append(saved(field, session)) }
        } else {
            wasRefused = true
            words += failures
        }
        words += announce(session)
        if failures.isEmpty || !session.linearPlaces.contains(place) { place = next(session) }
        return words + ask(session)
    }

    /// The portal refused to take the request: to the first thing it found.
    package mutating func refused(_ session: RequestSession) -> [LinearLine] {
        let missing = LinearReview(session: session, languages: languages).missing
        place = firstMissing(session) ?? .review
        return [.review(.notTaken)] + missing + announce(session) + ask(session)
    }

    /// Nothing more comes in: what was begun and not ended counts as it is.
    public mutating func end(_ session: RequestSession) -> Turn? {
        guard !lines.isEmpty, case .field(let id) = place, let field = session.field(id) else { return nil }
        return finish(field, session)
    }

    // MARK: - Lines

    private mutating func answer(_ line: String, _ session: RequestSession) -> Turn {
        if !lines.isEmpty, case .field(let id) = place, let field = session.field(id) {
            if line.trimmingSpaces == "." { return finish(field, session) }
            lines.append(LinearReading.unstuffed(line))
            return Turn()
        }
        if let command = LinearCommand(line) { return obey(command, session) }
        if line.allSatisfy(\.isWhitespace) { return skip(session) }
        switch place {
        case .field(let id):
            guard let field = session.field(id) else { return Turn() }
            if field.type.shape.takesLines, line.trimmingSpaces == "." { return skip(session) }
            lines = [LinearReading.unstuffed(LinearCommand.answer(in: line))]
            return field.type.shape.takesLines ? Turn() : finish(field, session)
        case .licence(let id):
            guard ["accept", "yes", "y"].contains(line.trimmingSpaces.lowercased()) else {
                return refuse(.typeAccept)
            }
            return Turn(deed: .accept(id))
        case .review: return confirm(line, session)
        }
    }

    private mutating func finish(_ field: FormField, _ session: RequestSession) -> Turn {
        let typed = lines
        lines = []
        switch field.kind.typed(typed, for: field, in: languages) {
        case .value(let value): return Turn(deed: .give(field.id, value))
        case .files(let paths): return Turn(deed: .attach(field.id, paths))
        case .refused(let why): return refuse(.refused(why), session)
        }
    }

    /// - Parameter session: to ask the question once more.
    private mutating func refuse(_ why: LinearLine, _ session: RequestSession? = nil) -> Turn {
        wasRefused = true
        guard let session else { return .say([why]) }
        return .say([why] + again(session))
    }

    /// What came could not be read as a line; the question stays open, and nothing of an answer in several lines is taken:
    /// without that line it would be another one.
    public mutating func refuseUnread() {
        lines = []
        wasRefused = true
    }

    /// The question in short: all of it was read just before.
    func again(_ session: RequestSession) -> [LinearLine] {
        let question = LinearQuestion(session: session, languages: languages)
        return [.title(question.title(of: place))] + question.lines(at: place).suffix(1)
    }

    /// An empty line.
    private mutating func skip(_ session: RequestSession) -> Turn {
        wasRefused = false
        var words: [LinearLine] = []
        switch place {
        case .field(let id):
            guard let field = session.field(id) else { break }
            let value = session.value(of: field)
            if FormValidation.isBlank(value) {
                words = [field.isOptional ? .noAnswer : .leftOpen]
            } else {
                words = [.kept(short(value, field, session))]
            }
        case .licence(let id):
            let isAccepted = session.licence(id).map(session.isAccepted) ?? false
            words = [isAccepted ? .staysAccepted : .licenceLeftOpen]
        case .review:
            guard let first = firstMissing(session) else { return .say(ask(session, isFull: false)) }
            place = first
            return .say(ask(session))
        }
        place = next(session)
        return .say(words + ask(session))
    }

    private mutating func confirm(_ line: String, _ session: RequestSession) -> Turn {
        guard session.missingCount == 0, session.conflicts.isEmpty else { return .say(ask(session, isFull: false)) }
        guard line.trimmingSpaces.lowercased() == "submit" else {
            return refuse(.review(.notSent))
        }
        return Turn(words: [.review(.sending)], deed: .submit)
    }
}

// MARK: - Words

extension LinearDialogue {
    func ask(_ session: RequestSession, isFull: Bool = true) -> [LinearLine] {
        place == .review
            ? LinearReview(session: session, languages: languages).lines(isFull: isFull)
            : withOrganizations(LinearQuestion(session: session, languages: languages).lines(at: place), session)
    }

    /// The place after this one, among what is asked for now.
    func next(_ session: RequestSession) -> LinearPlace {
        let places = session.linearPlaces
        if let here = places.firstIndex(of: place) { return places[min(here + 1, places.count - 1)] }
        // The question is gone: on with the first one that stands after it in its form.
        guard case .field(let id) = place else { return .review }
        let all = (session.application?.forms ?? []).flatMap(\.fields).map(\.id)
        let rest = all.firstIndex(of: id).map { all[$0...] } ?? []
        return rest.map { LinearPlace.field($0) }.first(where: places.contains)
            ?? places.first { if case .field = $0 { false } else { true } } ?? .review
    }

    private func firstMissing(_ session: RequestSession) -> LinearPlace? {
        let places = session.linearPlaces
        return session.missingFields.map { LinearPlace.field($0.id) }.first(where: places.contains)
            ?? session.licencesToAccept.first.map { .licence($0.id) }
    }

    /// What is asked for now and was not before, and the other way round.
    private mutating func announce(_ session: RequestSession) -> [LinearLine] {
        let questions = session.questions
        let (before, now) = (Set(known), Set(questions.map(\.id)))
        guard before != now else { return [] }
        let title = { [languages] (id: FieldID) in
            LinearQuestion.sentence(session.field(id)?.title.text(in: languages) ?? id.field)
        }
        let gone = known.filter { !now.contains($0) }.map { LinearLine.notAsked(title($0)) }
        let new = questions.filter { !before.contains($0.id) }.map {
            LinearLine.askedNow(title($0.id))
        }
        known = questions.map(\.id)
        return gone + new
    }

    private func saved(_ field: FormField, _ session: RequestSession) -> LinearLine {
        let value = session.value(of: field)
        return FormValidation.isBlank(value) ? .savedNothing : .saved(short(value, field, session))
    }

    /// The answer where it is short, else how long it is.
    private func short(_ value: FieldValue, _ field: FormField, _ session: RequestSession) -> LinearLine.Short {
        if case .table(let rows) = value { return .rows(rows.count) }
        let words = session.spoken(value, of: field, languages: languages)
        guard words.count > 80 else { return .words(words) }
        let length = FormValidation.length(of: value.text)
        return .characters(length, left: field.maxLength.map { $0 - length })
    }
}
