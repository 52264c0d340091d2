/// What can be done to the request that is open, besides filling it in: as far as its state, the portal and the service's
/// permissions let it. Everything else says why not.
extension AppState {
    func renewing(of application: Application) -> Availability {
        switch application.state {
        case .approved, .revoked, .closed: break
        case .draft, .submitted, .returned, .rejected, .other:
            return .unavailable(reason: .requests(.nothingToRenew(state: application.state)))
        }
        return requests.copying == nil ? offered(.requests) : .unavailable(reason: .requests(.beingCopied))
    }

    func closing(of application: Application) -> Availability {
        switch application.state {
        case .draft: return .unavailable(reason: .requests(.notSubmittedYet))
        case .closed: return .unavailable(reason: .requests(.closedAlready))
        case .rejected, .revoked:
            return .unavailable(reason: .requests(.nothingToClose(state: application.state)))
        case .submitted, .returned, .approved, .other: break
        }
        if !offered(.cancelRequest).isAvailable { return offered(.cancelRequest) }
        let isUsual = application.state == .submitted || application.state == .returned
        guard application.permits(.close) ?? isUsual else {
            return .unavailable(
                reason: application.state == .approved
                    ? .requests(.approvedStays)
                    : .requests(.mayNotClose))
        }
        return wizardIsSending(application.id) ? .unavailable(reason: .requests(.beingSent)) : .available
    }

    func changing(of application: Application) -> Availability {
        guard application.state.isEditable else {
            return .unavailable(
                reason: .requests(.datasetsFixed(state: application.state)))
        }
        if !offered(.changeDatasets).isAvailable { return offered(.changeDatasets) }
        guard application.permits(.changeDatasets) != false else {
            return .unavailable(reason: .requests(.mayNotChange))
        }
        return wizardIsSending(application.id) ? .unavailable(reason: .requests(.beingSent)) : .available
    }

    private func wizardIsSending(_ id: ApplicationID) -> Bool {
        sessions.contains { $0.draft.application == id && $0.submission.isUnderWay }
    }

    func confirmation(beforeClosing application: Application) -> Confirmation {
        let hasDraft = requests.drafts.contains { $0.application == application.id }
        return Confirmation(
            subject: .closeApplication(application.id),
            question:
                .requests(.close(number: application.id.rawValue, kept: !hasDraft)), word: "close")
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
            + show(.information, .requests(.fetching(name: file.filename)))
    }
}
