/// What can be done to a request in the list or on its page, and why the rest cannot.
extension AppState {
    var editAvailability: Availability {
        whereNothingIsDone { row in
            if !row.state.isEditable {
                return .unavailable(reason: "It is \(row.state.word): only drafts and returned requests can be edited.")
            }
            return isTakenWhole(row)
                ? .unavailable(
                    reason: "This portal takes a request as a whole: what it has is not changed any more.")
                : .available
        } permits: {
            $0.permits(.saveDraft) == false && $0.permits(.submit) == false
                ? "The portal does not let you edit it: its applicant can." : nil
        }
    }

    var deleteAvailability: Availability {
        // Whether it can be edited is found out when it is opened: the other program may have ended since.
        if let draft = requestInHand?.draft, let holder = requests.heldElsewhere[draft.id] {
            return .unavailable(
                reason: "This draft is open in another portal program (\(holder)). End it there, then start again here."
            )
        }
        if let row = requestInHand, let reason = reasonToKeep(row) { return .unavailable(reason: reason) }
        return whereNothingIsDone { row in
            if row.state != .draft {
                return .unavailable(reason: "It is \(row.state.word): only drafts can be deleted.")
            }
            return row.application != nil ? offered(.deleteDraft) : .available
        } permits: {
            $0.permits(.delete) == false ? "The portal does not let you delete it: its applicant can." : nil
        }
    }

    /// - Parameter permits: why the service does not allow it, as far as it has said so.
    private func whereNothingIsDone(
        _ condition: (RequestRow) -> Availability, permits: (Application) -> String?
    ) -> Availability {
        guard let row = requestInHand else { return .unavailable(reason: "There is no request under the cursor.") }
        if let id = row.application?.id ?? row.draft?.application, requests.deleting.contains(id) {
            return .unavailable(reason: "It is being deleted.")
        }
        if let id = row.application?.id, let application = requests.open?.application, application.id == id,
            row.state.isEditable, let reason = permits(application)
        {
            return .unavailable(reason: reason)
        }
        return condition(row)
    }

    /// What is on its way to the portal is awaited: else it would arrive for a draft that is not there any more.
    private func reasonToKeep(_ row: RequestRow) -> String? {
        let id = row.application?.id ?? row.draft?.application
        let session = sessions.first { $0.draft.id == row.draft?.id || id != nil && $0.draft.application == id }
        guard let session else { return nil }
        if session.submission.isUnderWay { return "The request is being sent." }
        switch session.opening {
        case .asking, .journalling, .creating, .checking:
            return "The portal is making this request: wait for its answer."
        case .ready, .claiming, .reading, .notRead, .unknown, .notCreated, .ambiguous: return nil
        }
    }

    /// Where creating is submitting, nothing that the service has can be filled in further.
    func isTakenWhole(_ row: RequestRow) -> Bool {
        profile?.capabilities.submission == .atOnce && row.application != nil && row.draft == nil
    }
}
