import FoundationEssentials

/// The organisations that the portal lists: asked for once, when a request is filled in, and offered where a form asks
/// for one.
struct OfferedOrganizations: Equatable, Sendable {
    /// As they are called, by their first letters.
    var names: [String] = []
    /// The read whose answer is awaited.
    var awaited: ReadID?
    var isAsked = false
}

extension AppState {
    /// What may be offered for the fields of the request that is opened.
    mutating func askForOffers() -> [Effect] { askForEarlierAnswers() + askForOrganizations() }

    private mutating func askForOrganizations() -> [Effect] {
        guard profile?.capabilities.listsOrganizations == true, !organizations.isAsked,
            offered(.organizations).isAvailable
        else { return [] }
        organizations.isAsked = true
        let id = nextRead(.organizations)
        organizations.awaited = id
        return [.read(id, .organizations)]
    }

    /// Without them the name is typed as everywhere: a failure is told nobody, and the next request asks again.
    mutating func organizationsAnswered(_ id: ReadID, _ result: Result<[Organization], PortalError>) -> [Effect] {
        guard organizations.awaited == id else { return [] }
        switch result {
        case .success(let list):
            organizations.names = Set(list.map(\.title.trimmingSpaces)).filter { !$0.isEmpty }
                .sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
        case .failure:
            organizations.awaited = nil
            organizations.isAsked = false
        }
        return []
    }

    /// Those whose names have words that begin as the ones that are typed; none while nothing is.
    func organizationOffers(for field: FormField, in wizard: WizardState) -> [FieldOffer] {
        guard !organizations.names.isEmpty, field.type == .text, field.isEditable,
            PersonalQuestion(field)?.entry == .institution
        else { return [] }
        let value = wizard.session.value(of: field)
        // After one was taken the others are still those of what was typed.
        let typed = (wizard.taken[field.id].flatMap { $0.after == value ? $0.before : nil } ?? value).text
        let words = typed.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard words.contains(where: { $0.count > 1 }) else { return [] }
        let found = organizations.names.lazy.filter { name in
            guard name != typed else { return false }
            let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }
            return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
        }
        return found.prefix(Self.mostOrganizations).map { FieldOffer(.text($0), from: .organizations) }
    }

    /// More are not chosen from one by one: another letter narrows them.
    private static let mostOrganizations = 9
}
