import PortalModel

/// A person who does anything that the keys allow, most often something that makes sense.
extension HostileWorld {
    func press(_ keys: Key...) { for key in keys { send(.input(.key(key))) } }
    func type(_ text: String) { for character in text { press(.character(character)) } }
    func perform(_ command: Command) { send(.commandChosen(command)) }

    func act() {
        if let overlay = state.overlay { return answer(overlay) }
        switch state.screen {
        case .wizard: actInWizard()
        case .requests: actInRequests()
        default: actElsewhere()
        }
    }

    private func answer(_ overlay: Overlay) {
        guard case .confirm(let confirmation) = overlay, !chance(4) else { return press(.escape) }
        type(confirmation.word)
        press(.enter)
    }

    private func actElsewhere() {
        if state.basket.items.isEmpty || chance(8) { fillBasket() }
        if chance(3) {
            perform(.showRequests)
        } else {
            state.screen = .basket
            perform(.newRequest)
        }
    }

    private func actInRequests() {
        guard state.requests.open == nil else { return press(.escape) }
        let rows = state.requests.rows
        guard let index = any(Array(rows.indices)), !chance(4) else { return perform(.showBasket) }
        state.requests.selection = index
        switch Int.random(in: 0..<10, using: &random) {
        case 0: perform(.deleteRequest)
        case 1: perform(.open)
        case 2: perform(.refresh)
        default: perform(.editRequest)
        }
    }

    private func actInWizard() {
        if state.wizard?.mode == .opening, !chance(6) { return }
        if state.wizard?.mode == .comparing, !chance(6) { return choose() }
        if state.wizard?.session.conflicts.isEmpty == false, chance(3) { return perform(.compareAnswers) }
        switch Int.random(in: 0..<24, using: &random) {
        case 0...10: putRight()
        case 11: submit()
        case 12: anyKey()
        case 13: perform(any([.nextField, .previousField, .nextStep, .previousStep, .jumpToField]) ?? .nextStep)
        case 14: perform(any([.toggleChoice, .acceptLicence, .moveDown, .moveUp]) ?? .moveDown)
        case 15: changeMind()
        case 16: perform(.saveNow)
        case 17, 18: perform(any([.retry, .open]) ?? .retry)
        case 19: perform(.leaveWizard)
        case 20: perform(any([.showBrowser, .showBasket, .showRequests]) ?? .showBasket)
        case 21: perform(.editInEditor)
        case 22: closeEditor()
        default: send(.input(.paste("pasted\ntwice")))
        }
    }

    /// Between answers that were changed here and there.
    private func choose() {
        perform(any([.keepMine, .takeTheirs, .keepAllMine, .takeAllTheirs, .goBack, .open]) ?? .keepMine)
    }

    /// Answers the next thing that is missing, wrong ones anew.
    private func putRight() {
        perform(.nextMissing)
        guard let wizard = state.wizard else { return }
        if wizard.step == .licences { return perform(.acceptAllLicences) }
        guard let field = wizard.focusedField else { return }
        switch field.type {
        case .option: perform(.toggleChoice)
        case .email:
            press(.control("u"))
            type(chance(4) ? "ada@" : "ada@example.org")
        case .date:
            press(.control("u"))
            type("2026-03-31")
        default:
            if wizard.session.value(of: field).text.count > 20 { press(.control("u")) }
            type(any(["what for", "é 漢", "a very long title that does not fit"]) ?? "x")
        }
    }

    /// Goes to the condition of another field and chooses the other way.
    private func changeMind() {
        for _ in 0..<8 where state.wizard?.focus != WizardPortal.abroad { press(.backTab) }
        guard state.wizard?.focus == WizardPortal.abroad else { return }
        press(any([.up, .down]) ?? .up)
        press(.character(" "))
        guard chance(2) else { return }
        press(.tab)
        type("No")
    }

    private func submit() {
        guard state.wizard?.session.missingCount == 0 || chance(8) else { return putRight() }
        perform(.showReview)
        perform(.submitRequest)
    }

    private func anyKey() {
        let keys: [Key] = [.character("a"), .character("漢"), .character("\u{301}"), .backspace, .control("w"), .enter]
        press(any(keys) ?? .enter)
    }
}
