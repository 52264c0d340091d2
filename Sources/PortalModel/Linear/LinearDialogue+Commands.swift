/// What is typed in place of an answer.
extension LinearDialogue {
    mutating func obey(_ command: LinearCommand, _ wizard: WizardState) -> Turn {
        let places = wizard.linearPlaces
        let here = places.firstIndex(of: place) ?? 0
        switch command {
        case .help: return .say(LinearCommand.guide)
        case .again: return .say(ask(wizard))
        case .back where here == 0: return .say(["This is the first question."] + again(wizard))
        case .back: return move(to: places[here - 1], wizard)
        case .next: return move(to: next(wizard), wizard)
        case .review: return move(to: .review, wizard)
        case .goTo(let target):
            guard let place = find(target, wizard) else {
                return .say(["There is no question “\(target)”; :list reads all with their numbers."])
            }
            return move(to: place, wizard)
        case .missing:
            let missing = LinearReview(wizard: wizard, languages: languages).missing
            return .say(missing.isEmpty ? ["Nothing is missing."] : missing)
        case .list: return .say(list(wizard))
        case .choices: return .say(choices(wizard))
        case .clear: return clear(wizard)
        case .quit: return Turn(deed: .leave)
        case .unknown(let typed):
            return .say([
                "\(typed) means nothing here; :help tells what can be typed. An answer that begins with a colon is "
                    + "written with two."
            ])
        }
    }

    private mutating func move(to place: LinearPlace, _ wizard: WizardState) -> Turn {
        self.place = place
        return .say(ask(wizard))
    }

    private func choices(_ wizard: WizardState) -> [String] {
        guard case .field(let id) = place, let field = wizard.field(id), field.isChoice else {
            return ["There is nothing to choose from here."]
        }
        return LinearReader.choices(of: field, languages: languages)
    }

    private func clear(_ wizard: WizardState) -> Turn {
        guard case .field(let id) = place, let field = wizard.field(id) else {
            return .say(["There is no answer to take out here."])
        }
        return Turn(deed: .give(id, field.type == .table ? .table([]) : .text("")))
    }

    private func list(_ wizard: WizardState) -> [String] {
        let question = LinearQuestion(wizard: wizard, languages: languages)
        let missing = Set(wizard.missingFields.map(\.id))
        return wizard.linearPlaces.map { place in
            let mark: String
            switch place {
            case .field(let id):
                let isBlank = wizard.field(id).map { FormValidation.isBlank(wizard.value(of: $0)) } ?? true
                mark = missing.contains(id) ? (isBlank ? "Missing." : "Wrong.") : isBlank ? "No answer." : "Answered."
            case .licence(let id): mark = wizard.licence(id).map(wizard.isAccepted) == true ? "Accepted." : "Missing."
            case .review: mark = ":goto review."
            }
            return "\(question.title(of: place)) \(mark)"
        }
    }

    /// By number, as form/field, or by a part of the title that fits one alone.
    private func find(_ target: String, _ wizard: WizardState) -> LinearPlace? {
        let places = wizard.linearPlaces
        if let number = Int(target) { return places.indices.contains(number - 1) ? places[number - 1] : nil }
        if target.lowercased() == "review" { return .review }
        if let field = wizard.questions.first(where: { "\($0.id.form)/\($0.id.field)" == target }) {
            return .field(field.id)
        }
        let titled = places.filter { place in
            let title: LocalizedText? =
                switch place {
                case .field(let id): wizard.field(id)?.title
                case .licence(let id): wizard.licence(id)?.title
                case .review: nil
                }
            return title?.text(in: languages).lowercased().contains(target.lowercased()) ?? false
        }
        return titled.count == 1 ? titled[0] : nil
    }
}
