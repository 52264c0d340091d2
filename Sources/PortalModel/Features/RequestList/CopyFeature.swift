import FoundationEssentials

/// An earlier request as the beginning of a new one: by the service where it offers that, else from the old answers.
extension AppState {
    /// The request under the cursor, or the one that is open.
    ///
    /// It is asked before: what is made is a draft at the portal.
    mutating func copyRequest() -> [Effect] {
        guard let id = requests.open?.id ?? selectedRequest?.application?.id, requests.copying == nil else { return [] }
        overlay = .confirm(
            Confirmation(
                subject: .copyRequest(id),
                question: .requests(.copy(number: id.rawValue)), word: "copy"))
        return []
    }

    /// No service prolongs an entitlement: a new request is made of the one that it came from, and what is another answer
    /// than then is shown.
    mutating func renewRequest(_ id: ApplicationID) -> [Effect] {
        guard requests.copying == nil else { return [] }
        let known = requests.applications.first { $0.id == id }
        let question: Message =
            if let other = known?.follower(among: requests.applications) {
                .requests(.renewAgain(number: id.rawValue, other: other.id.rawValue, state: other.state))
            } else {
                .requests(.renew(number: id.rawValue))
            }
        overlay = .confirm(Confirmation(subject: .renewRequest(id), question: question, word: "renew"))
        return []
    }

    mutating func confirmedCopy(of id: ApplicationID) -> [Effect] {
        guard requests.copying == nil else { return [] }
        if offered(.copyAsNew).isAvailable, profile?.capabilities.submission == .staged {
            requests.copying = RequestCopy(id: id, known: Set(requests.applications.map(\.id)))
            return [.write(.copyApplication(id))] + show(.information, .requests(.copying))
        }
        return copyHere(id)
    }

    /// - Parameter isRenewal: its answers are held against those of the request.
    mutating func copyHere(_ id: ApplicationID, isRenewal: Bool = false) -> [Effect] {
        requests.copying = nil
        if let open = requests.open, open.id == id, let application = open.application {
            return copyAsNew(from: application, isRenewal: isRenewal)
        }
        let read = nextRead(.copySource, asksAnew: true)
        requests.copying = RequestCopy(id: id, pending: Pending(id: read, since: now), isRenewal: isRenewal)
        return [.read(read, .application(id))]
    }

    mutating func copySourceAnswered(_ id: ReadID, _ result: Result<Application, PortalError>) -> [Effect] {
        guard requests.copying?.pending?.id == id else { return [] }
        let isRenewal = requests.copying?.isRenewal == true
        requests.copying = nil
        switch result {
        case .success(let application): return copyAsNew(from: application, isRenewal: isRenewal)
        case .failure(let error): return show(error, kept: .requests(.notCopied), next: .requests(.copyAgain))
        }
    }

    /// A new draft for the same datasets. The answers are put into its form as soon as that is known.
    public mutating func copyAsNew(from application: Application, isRenewal: Bool = false) -> [Effect] {
        let begun = Draft.begunCopy(of: application.id, among: requests.drafts, isRenewal: isRenewal)
        if let begun = begun ?? (isRenewal ? Draft.renewal(of: application.id, among: requests.drafts) : nil) {
            requests.open = nil
            return openWizard(on: begun) + show(.information, .requests(.copyBegun))
        }
        let draft = Draft(
            copying: application, datasets: items(application.datasets), at: now, isRenewal: isRenewal)
        requests.open = nil
        return openWizard(on: draft, begins: .anew)
    }

    private func items(_ datasets: [RequestedDataset]) -> [BasketItem] {
        datasets.map { dataset in
            BasketItem(
                id: DatasetID(dataset.identifier), identifier: dataset.identifier,
                title: dataset.title.text(in: languages), added: now)
        }
    }

    // MARK: By the service

    mutating func applicationCopied(
        _ id: ApplicationID, _ result: Result<ApplicationID?, PortalError>
    ) -> [Effect] {
        guard requests.copying?.id == id else { return [] }
        switch result {
        case .success(let new?):
            requests.copying = nil
            return open(copy: new, of: id)
        // Which one it is, the list tells.
        case .success(nil): return refreshRequests()
        case .failure(let error) where error.kind == .unsupported:
            return copyHere(id) + show(.information, .requests(.copiedHere))
        case .failure(let error) where error.outcomeIsUnknown:
            return record(error) + refreshRequests()
        case .failure(let error):
            requests.copying = nil
            return show(error, kept: .requests(.notCopied), next: .requests(.copyAgain))
        }
    }

    /// The list after a copy was made, or may have been: the draft that was not there before, for the same datasets.
    mutating func openFoundCopy() -> [Effect] {
        guard let copying = requests.copying, copying.pending == nil else { return [] }
        requests.copying = nil
        let datasets = requests.applications.first { $0.id == copying.id }?.datasets.map(\.identifier) ?? []
        let new = requests.applications.filter {
            $0.state == .draft && !copying.known.contains($0.id)
                && Set($0.datasets.map(\.identifier)) == Set(datasets)
        }
        guard new.count == 1 else {
            return show(.warning, .requests(.noCopy))
        }
        return screen == .requests ? open(copy: new[0].id, of: copying.id) : []
    }

    private mutating func open(copy: ApplicationID, of source: ApplicationID) -> [Effect] {
        let known = requests.applications.first { $0.id == copy } ?? requests.applications.first { $0.id == source }
        requests.open = nil
        let draft = Draft(
            id: DraftID("application-\(copy.rawValue)"), application: copy, datasets: items(known?.datasets ?? []),
            created: now, modified: now)
        return openWizard(on: draft)
            + show(.success, .requests(.copied(number: source.rawValue)))
    }

    var copyAvailability: Availability {
        guard case .available = offered(.requests) else { return offered(.requests) }
        guard requests.open != nil || selectedRequest?.application != nil else {
            return .unavailable(reason: .requests(.notAtPortal))
        }
        return requests.copying == nil ? .available : .unavailable(reason: .requests(.beingCopied))
    }
}

/// A request that is being copied.
public struct RequestCopy: Equatable, Sendable {
    public var id: ApplicationID
    /// Its answers are read, to be copied here.
    public var pending: Pending?
    /// It is to follow the one that it is copied from.
    var isRenewal = false
    /// The requests that were there before the service copies it.
    var known: Set<ApplicationID> = []
}
