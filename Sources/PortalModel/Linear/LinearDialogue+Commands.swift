/// What is typed in place of an answer.
extension LinearDialogue {
    mutating func obey(_ command: LinearCommand, _ session: RequestSession) -> Turn {
        let places = session.linearPlaces
        let here = places.firstIndex(of: place) ?? 0
        switch command {
        case .help: return .say(LinearLine.Guide.allCases.map { .guide($0) })
        case .again: return .say(ask(session))
        case .back where here == 0: return .say([.firstQuestion] + again(session))
        case .back: return move(to: places[here - 1], session)
        case .next: return move(to: next(session), session)
        case .review: return move(to: .review, session)
        case .goTo(let target):
            guard let place = find(target, session) else {
                return .say([.noQuestion(target)])
            }
            return move(to: place, session)
        case .missing:
            let missing = LinearReview(session: session, languages: languages).missing
            return .say(missing.isEmpty ? [.review(.nothingMissing)] : missing)
        case .list: return .say(list(session))
        case .choices: return choices("", session)
        case .choicesWith(let words): return choices(words, session)
        case .take(let number): return take(number, session)
        case .clear: return clear(session)
        case .terms: return terms(session)
        case .quit: return Turn(deed: .leave)
        case .unknown(let typed): return .say([.unknown(typed)])
        }
    }

    private mutating func move(to place: LinearPlace, _ session: RequestSession) -> Turn {
        self.place = place
        return .say(ask(session))
    }

    private mutating func choices(_ words: String, _ session: RequestSession) -> Turn {
        guard case .field(let id) = place, let field = session.field(id) else { return .say([.nothingToChoose]) }
        if asksForOrganization(field) {
            guard let listed else { return Turn(deed: .organizations(words)) }
            return .say(tell(organizations: listed, of: words, session))
        }
        guard field.isChoice else { return .say([.nothingToChoose]) }
        let lines = TypedChoices(field: field, languages: languages).lines
        let fitting = lines.filter { line in
            switch line {
            case .choice(_, let label), .words(let label): OfferedOrganizations.fits(label, words)
            default: true
            }
        }
        return .say(fitting.isEmpty ? [.noneFits(words)] : fitting)
    }

    private func clear(_ session: RequestSession) -> Turn {
        guard case .field(let id) = place, let field = session.field(id) else {
            return .say([.nothingToTakeOut])
        }
        return Turn(deed: .give(id, field.blank))
    }

    private func list(_ session: RequestSession) -> [LinearLine] {
        let question = LinearQuestion(session: session, languages: languages)
        let missing = Set(session.missingFields.map(\.id))
        return session.linearPlaces.map { place in
            let mark: LinearLine.Mark
            switch place {
            case .field(let id):
                let isBlank = session.field(id).map { FormValidation.isBlank(session.value(of: $0)) } ?? true
                mark = missing.contains(id) ? (isBlank ? .missing : .wrong) : isBlank ? .noAnswer : .answered
            case .licence(let id): mark = session.licence(id).map(session.isAccepted) == true ? .accepted : .missing
            case .review: mark = .review
            }
            return .listed(question.title(of: place), mark)
        }
    }

    /// By number, as form/field, or by a part of the title that fits one alone.
    private func find(_ target: String, _ session: RequestSession) -> LinearPlace? {
        let places = session.linearPlaces
        if let number = Int(target) { return places.indices.contains(number - 1) ? places[number - 1] : nil }
        if target.lowercased() == "review" { return .review }
        if let field = session.questions.first(where: { "\($0.id.form)/\($0.id.field)" == target }) {
            return .field(field.id)
        }
        let titled = places.filter { place in
            let title: LocalizedText? =
                switch place {
                case .field(let id): session.field(id)?.title
                case .licence(let id): session.licence(id)?.title
                case .review: nil
                }
            return title?.text(in: languages).lowercased().contains(target.lowercased()) ?? false
        }
        return titled.count == 1 ? titled[0] : nil
    }
}
