/// Taking over what is offered for fields: from the personal profile and from earlier requests.
extension AppState {
    /// What could stand in a field of the open request, whether it does or not. The order is that of the choice.
    public func offers(for field: FormField) -> [FieldOffer] {
        guard let wizard, wizard.session.application != nil else { return [] }
        // What begins to be typed says more than what was answered elsewhere.
        let organizations = organizationOffers(for: field, in: wizard)
        guard organizations.isEmpty else { return organizations }
        return wizard.offers(person, dataKey, earlier.answers)[field.id]
    }

    /// What is offered for an empty field, or for a name that is being typed; nothing for one that is answered, or cannot
    /// be changed now.
    public func openOffers(for field: FormField) -> [FieldOffer] {
        let offers = offersWhereEmpty(field)
        guard offers.isEmpty, let wizard, !wizard.session.isLocked, takenOffer(for: field) == nil else { return offers }
        return organizationOffers(for: field, in: wizard)
    }

    private func offersWhereEmpty(_ field: FormField) -> [FieldOffer] {
        guard let wizard, !wizard.session.isLocked, FormValidation.isBlank(wizard.session.value(of: field)) else {
            return []
        }
        return offers(for: field)
    }

    /// The offer that stands in the field, by its place.
    public func takenOffer(for field: FormField) -> Int? {
        guard let value = wizard?.session.value(of: field), !FormValidation.isBlank(value) else { return nil }
        return offers(for: field).firstIndex { $0.value == value }
    }

    var canTakeOffer: Availability {
        guard let wizard, !wizard.session.isLocked, let field = wizard.focusedField else { return .hidden }
        if !openOffers(for: field).isEmpty { return .available }
        return takenOffer(for: field) != nil && offers(for: field).count > 1 ? .available : .hidden
    }

    var canTakeAllOffers: Availability {
        guard let wizard, let form = wizard.form else { return .hidden }
        return wizard.stops(in: form).contains { !offersWhereEmpty($0).isEmpty } ? .available : .hidden
    }

    /// A click on an offer takes it.
    mutating func clickOffer(_ index: Int, of id: FieldID) -> [Effect] {
        guard let field = wizard?.session.application?.field(id) else { return [] }
        let offers = offers(for: field)
        guard offers.indices.contains(index) else { return [] }
        return wizardTurn { wizard, turn in
            if wizard.focus != id { wizard.go(to: id, &turn) }
            wizard.take([(field, offers[index].value)], &turn)
        }
    }

    /// The first one; the next one where one was taken already, and after the last the first again.
    mutating func takeNextOffer() -> [Effect] {
        guard let field = wizard?.focusedField else { return [] }
        let offers = offers(for: field)
        let next = takenOffer(for: field).map { ($0 + 1) % offers.count } ?? 0
        guard offers.indices.contains(next) else { return [] }
        return wizardTurn { $0.take([(field, offers[next].value)], &$1) }
    }

    mutating func takeAllOffers() -> [Effect] {
        guard let wizard, let form = wizard.form else { return [] }
        let taken = wizard.stops(in: form).compactMap { field in
            offersWhereEmpty(field).first.map { (field, $0.value) }
        }
        guard !taken.isEmpty else { return [] }
        return wizardTurn { wizard, turn in
            wizard.take(taken, &turn)
            turn.tell(.success, .wizard(.offersTaken(count: taken.count)))
        }
    }
}

/// An answer that was taken over, and what stood there before.
struct TakenOffer: Equatable, Sendable {
    var before: FieldValue
    var after: FieldValue
}

extension WizardState {
    func offers(_ person: PersonalProfile, _ key: DataKey?, _ earlier: EarlierAnswers) -> FieldOffers {
        offersCache.offers(
            for: OffersSource(
                forms: session.application?.forms ?? [], person: person, dataKey: key, earlier: earlier))
    }

    mutating func take(_ answers: [(FormField, FieldValue)], _ turn: inout WizardTurn) {
        guard !session.isLocked else { return }
        var before: [FieldID: TakenOffer] = [:]
        for (field, value) in answers {
            // Going on to the next offer is undone to what stood there before the first one.
            let earlier = taken[field.id].flatMap { $0.after == session.value(of: field) ? $0.before : nil }
            before[field.id] = TakenOffer(before: earlier ?? session.value(of: field), after: value)
            put(value, into: field, &turn)
        }
        taken = before
        // A choice may show or hide other fields: the service is asked at once.
        if answers.contains(where: { $0.0.isChoice }) || answers.count > 1 { session.saveAtService(&turn.session) }
    }

    var canUndoOffers: Bool { !session.isLocked && !undoable.isEmpty }

    /// What was written over since is the person's own.
    private var undoable: [(FormField, TakenOffer)] {
        taken.compactMap { id, taken in
            guard let field = session.application?.field(id), session.value(of: field) == taken.after else {
                return nil
            }
            return (field, taken)
        }
    }

    mutating func undoOffers(_ turn: inout WizardTurn) {
        let undone = undoable
        taken = [:]
        for (field, offer) in undone { put(offer.before, into: field, &turn) }
        turn.tell(.information, undone.count == 1 ? .wizard(.answerOut) : .wizard(.answersOut))
    }
}
