/// What can be done to the request that is open, besides filling it in: as far as its state, the portal and the service's
/// permissions let it. Everything else says why not.
extension AppState {
    func closing(of application: Application) -> Availability {
        switch application.state {
        case .draft: return .unavailable(reason: "It was not submitted: d deletes the draft.")
        case .closed: return .unavailable(reason: "It is closed already.")
        case .rejected, .revoked:
            return .unavailable(reason: "It is \(application.state.word): there is nothing to close.")
        case .submitted, .returned, .approved, .other: break
        }
        if !offered(.cancelRequest).isAvailable { return offered(.cancelRequest) }
        let isUsual = application.state == .submitted || application.state == .returned
        guard application.permits(.close) ?? isUsual else {
            return .unavailable(
                reason: application.state == .approved
                    ? "It is approved: the committee alone can end the access."
                    : "The portal does not let you close it.")
        }
        return wizardIsSending(application.id) ? .unavailable(reason: "The request is being sent.") : .available
    }

    func changing(of application: Application) -> Availability {
        guard application.state.isEditable else {
            return .unavailable(
                reason: "It is \(application.state.word): the datasets of drafts and returned requests can be changed.")
        }
        if !offered(.changeDatasets).isAvailable { return offered(.changeDatasets) }
        guard application.permits(.changeDatasets) != false else {
            return .unavailable(reason: "The portal does not let you change its datasets.")
        }
        return wizardIsSending(application.id) ? .unavailable(reason: "The request is being sent.") : .available
    }

    private func wizardIsSending(_ id: ApplicationID) -> Bool {
        sessions.contains { $0.draft.application == id && $0.submission.isUnderWay }
    }

    func confirmation(beforeClosing application: Application) -> Confirmation {
        let hasDraft = requests.drafts.contains { $0.application == application.id }
        let kept = hasDraft ? " Answers that you have not submitted are deleted." : ""
        return Confirmation(
            subject: .closeApplication(application.id),
            question:
                "Close request \(application.id.rawValue)? The committee goes no further with it, and it cannot be "
                + "opened again.\(kept)", word: "close")
    }

    /// Where REMS shows a request with everything that was said about it; nil where its address is not known.
    public func remsAddress(of id: ApplicationID) -> String? {
        profile?.remsAddress.map { "\($0)/application/\(id.rawValue)" }
    }

    // MARK: Files

    mutating func fetchFile(_ place: Int, isToRead: Bool) -> [Effect] {
        guard let application = requests.open?.application, application.attachments.indices.contains(place) else {
            return []
        }
        let file = application.attachments[place]
        closeOverlay()
        return [.file(.fetchAttachment(application.id, file, isToRead: isToRead))]
            + show(.information, "Fetching \(file.filename)…")
    }
}
