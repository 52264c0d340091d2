import FoundationEssentials

/// How the service describes the application, taken over beside what is answered here.
extension RequestSession {
    mutating func applicationAnswered(
        _ id: ReadID, _ result: Result<Application, PortalError>, _ turn: inout SessionTurn
    ) {
        guard loading?.id == id else { return }
        loading = nil
        switch result {
        case .success(let loaded):
            adopt(loaded, &turn)
            if isSubmittedAlready { finish(&turn) }
        case .failure(let error):
            turn.failures.append(error)
            loadError = error
            if error.kind == .notFound { dropRecalledForm(&turn) }
            // Once it is sent, the page that follows it is polled in any case.
            if error.canBeRetried, submission != .done {
                tryAgain(.load, after: error.waitingTime ?? Self.retryDelays[0], &turn)
            }
        }
    }

    /// The service has the request with all that was answered here: submitted at its web page, or by a call of ours that
    /// was given up on and carried out late. The draft has nothing left to do.
    private var isSubmittedAlready: Bool {
        switch application?.state {
        case .submitted, .approved, .rejected: break
        case .draft, .returned, .revoked, .closed, .other, nil: return false
        }
        return style == .staged && submission != .done && !submission.isUnderWay && !submission.mayHaveArrived
            && draft.answers.allSatisfy { application?.field($0.key)?.value == $0.value }
    }

    /// Takes over the service's description; answers given here stay.
    mutating func adopt(_ loaded: Application, _ turn: inout SessionTurn) {
        let isFirst = application == nil
        // Nobody who has begun to type is interrupted.
        let isUntouched = isFirst || isRecalled && lastEdit == recalledEdit
        isRecalled = false
        let shown = inHand.flatMap { application?.field($0)?.value }
        application = loaded
        service.lookedAt = turn.now
        showConditionalFields()
        loadError = nil
        if submission == .done { return }
        takeDatasets(of: loaded)
        placeCopied(&turn)
        compareAnswers(with: loaded, &turn)
        noteSubmitted(loaded, &turn)
        keepForm(loaded, &turn)
        turn.cues.append(.adopted(Adoption(isFirst: isFirst, isUntouched: isUntouched, shown: shown)))
        sendWhatDiffers(&turn)
    }
}

extension RequestSession {
    /// The datasets may have been changed at the service since; what it asks for counts.
    private mutating func takeDatasets(of loaded: Application) {
        guard style == .staged, !loaded.datasets.isEmpty,
            Set(loaded.datasets.map(\.identifier)) != Set(draft.identifiers)
        else { return }
        draft.datasets = loaded.datasets.map { dataset in
            draft.datasets.first { $0.identifier == dataset.identifier }
                ?? BasketItem(
                    id: DatasetID(dataset.identifier), identifier: dataset.identifier,
                    title: dataset.title.text(in: []), added: draft.modified)
        }
    }

    /// Something was answered already, here or at the service.
    var hasAnswers: Bool {
        (application?.forms ?? []).flatMap(\.fields).contains {
            $0.type.takesValue && !FormValidation.isBlank(value(of: $0))
        }
    }
}
