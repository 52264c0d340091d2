import FoundationEssentials

/// A creation whose answer was lost may be carried out after another one was made in its place: no contract has a key
/// against that. Then two drafts for the same datasets are at the portal, and the person is told which is the empty
/// one. Nothing is deleted that the person does not delete.
extension RequestsState {
    /// The request that goes on in the place of a draft which nobody fills in on this machine.
    public func twin(of application: ApplicationSummary) -> ApplicationSummary? {
        guard application.state == .draft, !application.datasets.isEmpty, !deleting.contains(application.id),
            !drafts.contains(where: { $0.application == application.id })
        else { return nil }
        let identifiers = Set(application.datasets.map(\.identifier))
        // It may be what a draft here has made and not heard of yet.
        let isAwaited = drafts.contains { draft in
            draft.application == nil && (draft.phase == .creating || draft.creationIsInDoubt)
                && Set(draft.identifiers) == identifiers
        }
        guard !isAwaited else { return nil }
        return applications.first { other in
            other.id != application.id && !leftOver.contains(other.id)
                && Set(other.datasets.map(\.identifier)) == identifiers
        }
    }
}

extension AppState {
    /// Looks at the drafts that have a twin, one after the other; at those that were empty every time anew.
    mutating func lookForLeftOvers() -> [Effect] {
        requests.filledIn.formIntersection(requests.applications.map(\.id))
        requests.leftOver.formIntersection(requests.applications.filter { requests.twin(of: $0) != nil }.map(\.id))
        requests.unlooked = Set(requests.applications.map(\.id)).subtracting(requests.filledIn)
        return requests.looking == nil ? lookAtNext() : []
    }

    private mutating func lookAtNext() -> [Effect] {
        let next = requests.applications.first { requests.unlooked.contains($0.id) && requests.twin(of: $0) != nil }
        guard let next else { return [] }
        requests.unlooked.remove(next.id)
        let id = nextRead(.leftOver)
        requests.looking = Pending(id: id, since: now)
        return [.read(id, .application(next.id))]
    }

    mutating func twinAnswered(_ id: ReadID, _ result: Result<Application, PortalError>) -> [Effect] {
        guard requests.looking?.id == id else { return [] }
        requests.looking = nil
        // What could not be looked at is looked at with the next list.
        guard case .success(let application) = result else { return [] }
        guard application.isBlank else {
            requests.filledIn.insert(application.id)
            requests.leftOver.remove(application.id)
            return lookAtNext()
        }
        guard let twin = requests.twin(of: application.summary),
            requests.leftOver.insert(application.id).inserted
        else { return lookAtNext() }
        // Elsewhere the key does nothing; the list itself calls the draft an empty copy.
        guard screen == .requests, overlay == nil else { return lookAtNext() }
        return lookAtNext()
            + show(
                .information,
                .requests(.leftOver(number: application.id.rawValue, other: twin.id.rawValue))
            )
    }

    /// Asked before a draft is deleted.
    func questionBeforeDeleting(_ row: RequestRow) -> Message {
        guard let application = row.application, requests.leftOver.contains(application.id),
            let twin = requests.twin(of: application)
        else { return .requests(.deleteDraft(title: row.title)) }
        return .requests(.deleteEmpty(number: application.id.rawValue, other: twin.id.rawValue))
    }
}

extension Application {
    /// A draft in which nobody has answered anything yet.
    fileprivate var isBlank: Bool {
        state == .draft && attachments.isEmpty
            && forms.flatMap(\.fields).allSatisfy { !$0.type.takesValue || FormValidation.isBlank($0.value) }
    }
}
