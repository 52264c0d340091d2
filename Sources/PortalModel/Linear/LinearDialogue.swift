/// A request filled in by questions and answers, one a line: what is said, and what each line that comes in asks for.
///
/// Pure: it knows what was said last and where the dialogue is; answers and everything else are the wizard's, which is
/// handed in as it is. Whoever drives it does what a turn asks for, and then calls `goOn`.
public struct LinearDialogue: Equatable, Sendable {
    /// What a line asks for.
    public enum Deed: Equatable, Sendable {
        /// Nothing: the next line may come.
        case wait
        case give(FieldID, FieldValue)
        case attach(FieldID, [String])
        case accept(Int64)
        case submit
        case leave
    }

    public struct Turn: Equatable, Sendable {
        public var words: [String] = []
        public var deed = Deed.wait

        static func say(_ words: [String]) -> Turn { Turn(words: words) }
    }

    public internal(set) var place = LinearPlace.review
    /// The last answer was not taken, and no other has come since.
    public private(set) var wasRefused = false
    let languages: [String]
    /// The lines of an answer that has no end yet.
    private var lines: [String] = []
    /// What was asked for when something was last said.
    private var known: [FieldID] = []

    public init(languages: [String]) { self.languages = languages }

    /// What is said first.
    /// - Parameter resumes: goes on where something is open, instead of at the first question.
    public mutating func begin(_ wizard: WizardState, resumes: Bool) -> [String] {
        known = wizard.questions.map(\.id)
        place = resumes ? wizard.firstOpenPlace : wizard.linearPlaces[0]
        let count = known.count == 1 ? "One question" : "\(known.count) questions"
        var words = [heading(wizard), "\(count). :help tells what else can be typed."]
        if resumes, place != wizard.linearPlaces[0], place != .review {
            words.append("Going on at the first that is open; :goto 1 goes to the beginning.")
        }
        return words + ask(wizard)
    }

    private func heading(_ wizard: WizardState) -> String {
        let id = wizard.draft.application.map { " \($0.rawValue)" } ?? ""
        let titles = wizard.draft.datasets.map(\.title).joined(separator: "; ")
        return "Request\(id), \(wizard.application?.state.word ?? "draft"), for \(titles)."
    }

    /// A line came in.
    public mutating func take(_ line: String, _ wizard: WizardState) -> Turn {
        let changes = announce(wizard)
        guard wizard.linearPlaces.contains(place) else {
            lines = []
            place = next(wizard)
            return .say(changes + ["What you typed was not needed any more."] + ask(wizard))
        }
        var turn = answer(line, wizard)
        turn.words = changes + turn.words
        return turn
    }

    /// What was asked for is done: says what changed by it, and asks on.
    /// - Parameter failures: why it was not done; the same is asked again then.
    public mutating func goOn(_ wizard: WizardState, failures: [String] = []) -> [String] {
        var words: [String] = []
        if failures.isEmpty {
            wasRefused = false
            if case .field(let id) = place, let field = wizard.field(id) { words.append(saved(field, wizard)) }
        } else {
            wasRefused = true
            words += failures
        }
        words += announce(wizard)
        if failures.isEmpty || !wizard.linearPlaces.contains(place) { place = next(wizard) }
        return words + ask(wizard)
    }

    /// The portal refused to take the request: to the first thing it found.
    public mutating func refused(_ wizard: WizardState) -> [String] {
        let missing = LinearReview(wizard: wizard, languages: languages).missing
        place = firstMissing(wizard) ?? .review
        return ["The portal did not take the request."] + missing + announce(wizard) + ask(wizard)
    }

    /// Nothing more comes in: what was begun and not ended counts as it is.
    public mutating func end(_ wizard: WizardState) -> Turn? {
        guard !lines.isEmpty, case .field(let id) = place, let field = wizard.field(id) else { return nil }
        return finish(field, wizard)
    }

    // MARK: - Lines

    private mutating func answer(_ line: String, _ wizard: WizardState) -> Turn {
        if !lines.isEmpty, case .field(let id) = place, let field = wizard.field(id) {
            if line.trimmingSpaces == "." { return finish(field, wizard) }
            lines.append(LinearReader.unstuffed(line))
            return Turn()
        }
        if let command = LinearCommand(line) { return obey(command, wizard) }
        if line.allSatisfy(\.isWhitespace) { return skip(wizard) }
        switch place {
        case .field(let id):
            guard let field = wizard.field(id) else { return Turn() }
            if LinearReader.takesLines(field), line.trimmingSpaces == "." { return skip(wizard) }
            lines = [LinearReader.unstuffed(LinearCommand.answer(in: line))]
            return LinearReader.takesLines(field) ? Turn() : finish(field, wizard)
        case .licence(let id):
            guard ["accept", "yes", "y"].contains(line.trimmingSpaces.lowercased()) else {
                return refuse("Type accept, or an empty line to leave it open.")
            }
            return Turn(deed: .accept(id))
        case .review: return confirm(line, wizard)
        }
    }

    private mutating func finish(_ field: FormField, _ wizard: WizardState) -> Turn {
        let typed = lines
        lines = []
        switch LinearReader(field: field, languages: languages).reply(to: typed) {
        case .value(let value): return Turn(deed: .give(field.id, value))
        case .files(let paths): return Turn(deed: .attach(field.id, paths))
        case .refused(let why): return refuse("Not taken. \(why)", wizard)
        }
    }

    /// - Parameter wizard: to ask the question once more.
    private mutating func refuse(_ why: String, _ wizard: WizardState? = nil) -> Turn {
        wasRefused = true
        guard let wizard else { return .say([why]) }
        return .say([why] + again(wizard))
    }

    /// The question in short: all of it was read just before.
    func again(_ wizard: WizardState) -> [String] {
        let question = LinearQuestion(wizard: wizard, languages: languages)
        return [question.title(of: place)] + question.lines(at: place).suffix(1)
    }

    /// An empty line.
    private mutating func skip(_ wizard: WizardState) -> Turn {
        wasRefused = false
        var words: [String] = []
        switch place {
        case .field(let id):
            guard let field = wizard.field(id) else { break }
            let value = wizard.value(of: field)
            if FormValidation.isBlank(value) {
                words = [
                    field.isOptional ? "No answer." : "Left open. It is needed before the request can be submitted."
                ]
            } else {
                words = ["Kept: \(short(value, field, wizard))"]
            }
        case .licence(let id):
            let isAccepted = wizard.licence(id).map(wizard.isAccepted) ?? false
            words = [isAccepted ? "It stays accepted." : "Left open. It has to be accepted before submitting."]
        case .review:
            guard let first = firstMissing(wizard) else { return .say(ask(wizard, isFull: false)) }
            place = first
            return .say(ask(wizard))
        }
        place = next(wizard)
        return .say(words + ask(wizard))
    }

    private mutating func confirm(_ line: String, _ wizard: WizardState) -> Turn {
        guard wizard.missingCount == 0, wizard.conflicts.isEmpty else { return .say(ask(wizard, isFull: false)) }
        guard line.trimmingSpaces.lowercased() == "submit" else {
            return refuse("Nothing was sent. Type submit to send it, or :quit to keep it for later.")
        }
        return Turn(words: ["Sending the request."], deed: .submit)
    }
}

// MARK: - Words

extension LinearDialogue {
    func ask(_ wizard: WizardState, isFull: Bool = true) -> [String] {
        place == .review
            ? LinearReview(wizard: wizard, languages: languages).lines(isFull: isFull)
            : LinearQuestion(wizard: wizard, languages: languages).lines(at: place)
    }

    /// The place after this one, among what is asked for now.
    func next(_ wizard: WizardState) -> LinearPlace {
        let places = wizard.linearPlaces
        if let here = places.firstIndex(of: place) { return places[min(here + 1, places.count - 1)] }
        // The question is gone: on with the first one that stands after it in its form.
        guard case .field(let id) = place else { return .review }
        let all = (wizard.application?.forms ?? []).flatMap(\.fields).map(\.id)
        let rest = all.firstIndex(of: id).map { all[$0...] } ?? []
        return rest.map { LinearPlace.field($0) }.first(where: places.contains)
            ?? places.first { if case .field = $0 { false } else { true } } ?? .review
    }

    private func firstMissing(_ wizard: WizardState) -> LinearPlace? {
        let places = wizard.linearPlaces
        return wizard.missingFields.map { LinearPlace.field($0.id) }.first(where: places.contains)
            ?? wizard.licencesToAccept.first.map { .licence($0.id) }
    }

    /// What is asked for now and was not before, and the other way round.
    private mutating func announce(_ wizard: WizardState) -> [String] {
        let questions = wizard.questions
        let (before, now) = (Set(known), Set(questions.map(\.id)))
        guard before != now else { return [] }
        let title = { [languages] (id: FieldID) in
            LinearQuestion.sentence(wizard.field(id)?.title.text(in: languages) ?? id.field)
        }
        let gone = known.filter { !now.contains($0) }.map { "Not asked any more: \(title($0))" }
        let new = questions.filter { !before.contains($0.id) }.map {
            "Asked now, because of your answers: \(title($0.id))"
        }
        known = questions.map(\.id)
        return gone + new
    }

    private func saved(_ field: FormField, _ wizard: WizardState) -> String {
        let value = wizard.value(of: field)
        return FormValidation.isBlank(value) ? "Saved: no answer." : "Saved: \(short(value, field, wizard))"
    }

    /// The answer where it is short, else how long it is.
    private func short(_ value: FieldValue, _ field: FormField, _ wizard: WizardState) -> String {
        if case .table(let rows) = value { return rows.count == 1 ? "one row." : "\(rows.count) rows." }
        let words = wizard.spoken(value, of: field, languages: languages)
        guard words.count > 80 else { return words }
        let length = FormValidation.length(of: value.text)
        let left = field.maxLength.map { ", \($0 - length) more would fit" } ?? ""
        return "\(length) characters\(left)."
    }
}
