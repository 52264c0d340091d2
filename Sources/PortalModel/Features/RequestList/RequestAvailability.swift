/// What can be done to a request in the list or on its page, and why the rest cannot.
extension AppState {
    var editAvailability: Availability {
        whereNothingIsDone { row in
            if !row.state.isEditable {
                return .unavailable(reason: .requests(.notEditable(state: row.state)))
            }
            return isTakenWhole(row)
                ? .unavailable(
                    reason: .requests(.takenWhole))
                : .available
        } permits: {
            $0.permits(.saveDraft) == false && $0.permits(.submit) == false
                ? .requests(.mayNotEdit) : nil
        }
    }

    var deleteAvailability: Availability {
        // Whether it can be edited is found out when it is opened: the other program may have ended since.
        if let draft = requestInHand?.draft, let holder = requests.heldElsewhere[draft.id] {
            return .unavailable(
                reason: .requests(.openElsewhere(holder: holder))
            )
        }
        if let row = requestInHand, let reason = reasonToKeep(row) { return .unavailable(reason: reason) }
        return whereNothingIsDone { row in
            if row.state != .draft {
                return .unavailable(reason: .requests(.notDeletable(state: row.state)))
            }
            return row.application != nil ? offered(.deleteDraft) : .available
        } permits: {
            $0.permits(.delete) == false ? .requests(.mayNotDelete) : nil
        }
    }

    /// - Parameter permits: why the service does not allow it, as far as it has said so.
    private func whereNothingIsDone(
        _ condition: (RequestRow) -> Availability, permits: (Application) -> Message?
    ) -> Availability {
        guard let row = requestInHand else { return .unavailable(reason: .requests(.noRequest)) }
        if let id = row.application?.id ?? row.draft?.application, requests.deleting.contains(id) {
            return .unavailable(reason: .requests(.beingDeleted))
        }
        if let id = row.application?.id, let application = requests.open?.application, application.id == id,
            row.state.isEditable, let reason = permits(application)
        {
            return .unavailable(reason: reason)
        }
        return condition(row)
    }

    /// What is on its way to the portal is awaited: else it would arrive for a draft that is not there any more.
    private func reasonToKeep(_ row: RequestRow) -> Message? {
        let id = row.application?.id ?? row.draft?.application
        let session = sessions.first { $0.draft.id == row.draft?.id || id != nil && $0.draft.application == id }
        guard let session else { return nil }
        if session.submission.isUnderWay { return .requests(.beingSent) }
        switch session.opening {
        case .asking, .journalling, .creating, .checking:
            return .requests(.beingMade)
        case .ready, .claiming, .reading, .notRead, .unknown, .notCreated, .ambiguous: return nil
        }
    }

    /// Where creating is submitting, nothing that the service has can be filled in further.
    func isTakenWhole(_ row: RequestRow) -> Bool {
        profile?.capabilities.submission == .atOnce && row.application != nil && row.draft == nil
    }
}
