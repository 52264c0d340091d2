/// Deleting drafts, here and at the portal, after the word was typed.
extension AppState {
    mutating func askToDelete(_ row: RequestRow?) -> [Effect] {
        guard let row else { return [] }
        let subject: Confirmation.Subject
        if let application = row.application?.id ?? row.draft?.application {
            subject = .deleteApplication(application)
        } else if let draft = row.draft {
            subject = .deleteDraft(draft.id)
        } else {
            return []
        }
        overlay = .confirm(Confirmation(subject: subject, question: questionBeforeDeleting(row), word: "delete"))
        return []
    }

    /// The question was answered with the word.
    mutating func confirmedDelete(_ subject: Confirmation.Subject) -> [Effect] {
        switch subject {
        case .deleteDraft(let id):
            requests.drafts.removeAll { $0.id == id }
            moveRequests(nil)
            return [.disk(.discardDraft(id))]
        case .deleteApplication(let id):
            requests.deleting.insert(id)
            return [.write(.deleteApplication(id))]
        case .submit, .createAgain, .anotherRequest, .closeApplication, .takeOver, .quit, .copyRequest, .renewRequest,
            .requestDataset, .removePortal, .goToPortal, .askArchive, .fetchMuch:
            return []
        }
    }

    mutating func applicationDeleted(_ id: ApplicationID, _ failure: PortalError?) -> [Effect] {
        requests.deleting.remove(id)
        if let failure, failure.kind != .notFound {
            let kept: Message = failure.outcomeIsUnknown ? .requests(.listShows) : .requests(.draftIsThere)
            return show(failure, kept: kept, next: .requests(.deleteAgain)) + refreshRequests()
        }
        var effects: [Effect] = []
        if screen == .wizard, wizard?.session.draft.application == id {
            effects += wizardTurn { wizard, turn in wizard.session.applicationGone(&turn.session) }
        }
        let drafts = requests.drafts.filter { $0.application == id }.map(\.id)
        requests.drafts.removeAll { $0.application == id }
        requests.applications.removeAll { $0.id == id }
        if requests.open?.id == id { requests.open = nil }
        moveRequests(nil)
        return effects + drafts.map { .disk(.discardDraft($0)) } + show(.success, .requests(.draftDeleted))
    }

    /// Its draft is on the disk still where that failed: the next start asks the portal, and finds it submitted.
    mutating func submissionKept(_ id: DraftID, _ failure: PortalError?) -> [Effect] {
        guard let failure else { return [] }
        return show(failure, kept: .requests(.submittedNotNoted))
    }

    mutating func draftDiscarded(_ id: DraftID, _ failure: PortalError?) -> [Effect] {
        if let failure { return show(failure, kept: .requests(.draftNextStart)) }
        requests.drafts.removeAll { $0.id == id }
        moveRequests(nil)
        return []
    }
}
