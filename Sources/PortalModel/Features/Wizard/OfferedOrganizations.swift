import FoundationEssentials

/// The organisations that the portal lists: asked for once, when a request is filled in, and offered where a form asks
/// for one.
package struct OfferedOrganizations: Equatable, Sendable {
    /// As they are called, by their first letters.
    var names: [String] = []
    /// The read whose answer is awaited.
    var awaited: ReadID?
    var isAsked = false

    /// As they are called, each once, by their first letters.
    package static func named(_ list: [Organization]) -> [String] {
        Set(list.map(\.title.trimmingSpaces)).filter { !$0.isEmpty }
            .sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
    }

    /// Whether enough is typed to tell names apart.
    static func narrows(_ typed: String) -> Bool { words(typed).contains { $0.count > 1 } }

    /// Whether each word that is typed begins one of the name's.
    static func fits(_ name: String, _ typed: String) -> Bool {
        let parts = words(name)
        return words(typed).allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
    }

    private static func words(_ text: String) -> [Substring] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }
    }
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
            organizations.names = OfferedOrganizations.named(list)
        case .failure:
            organizations.awaited = nil
            organizations.isAsked = false
        }
        return []
    }

    /// Those whose names have words that begin as the ones that are typed; none while nothing is.
    func organizationOffers(for field: FormField, in wizard: WizardState) -> [FieldOffer] {
        if field.type == .table { return organizationOffers(forTable: field, in: wizard) }
        guard !organizations.names.isEmpty, field.isEditable, field.asksForInstitution else { return [] }
        let value = wizard.session.value(of: field)
        // After one was taken the others are still those of what was typed.
        let typed = (wizard.taken[field.id].flatMap { $0.after == value ? $0.before : nil } ?? value).text
        guard OfferedOrganizations.narrows(typed) else { return [] }
        let found = organizations.names.lazy.filter { $0 != typed && OfferedOrganizations.fits($0, typed) }
        return found.prefix(Self.mostOrganizations).map { FieldOffer(.text($0), from: .organizations) }
    }

    /// The same for the cell with the cursor, where its column takes one.
    private func organizationOffers(forTable field: FormField, in wizard: WizardState) -> [FieldOffer] {
        guard !organizations.names.isEmpty, field.isEditable, wizard.focus == field.id,
            case .table(let editor) = wizard.editor, let column = editor.columnInHand, column.asksForInstitution,
            let typed = editor.cell?.text ?? editor.rows[editor.row][column.key],
            OfferedOrganizations.narrows(typed)
        else { return [] }
        let found = organizations.names.lazy.filter { $0 != typed && OfferedOrganizations.fits($0, typed) }
        return found.prefix(Self.mostOrganizations).map { name in
            var rows = editor.rows
            rows[editor.row][column.key] = name
            return FieldOffer(
                .table(rows.filter { !TableText.isBlank($0) }), from: .organizations, cell: name)
        }
    }

    /// More are not chosen from one by one: another letter narrows them.
    private static let mostOrganizations = 9
}
