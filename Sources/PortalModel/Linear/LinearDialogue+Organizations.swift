/// The organisations that a portal lists, where a question asks for one: read out on demand, and taken by a number.
extension LinearDialogue {
    /// More are not read out one by one: another word narrows them.
    private static let mostRead = 20

    /// It takes the name of one, or has a column that does.
    func asksForOrganization(_ field: FormField) -> Bool {
        listsOrganizations && field.isEditable
            && (field.asksForInstitution || field.columns.contains(where: \.asksForInstitution))
    }

    /// Says that they can be read, before what is to be typed.
    func withOrganizations(_ lines: [LinearLine], _ session: RequestSession) -> [LinearLine] {
        guard case .field(let id) = place, let field = session.field(id), asksForOrganization(field) else {
            return lines
        }
        return lines.dropLast() + [.organizationsListed] + lines.suffix(1)
    }

    /// What the portal lists, by its names; nil where they could not be had.
    package mutating func tell(
        organizations names: [String]?, of words: String, _ session: RequestSession
    ) -> [LinearLine] {
        found = []
        guard let names else { return [.organizationsNotHad] }
        listed = names
        let fitting = names.filter { OfferedOrganizations.fits($0, words) }
        guard !fitting.isEmpty else { return [.noneFits(words)] }
        found = Array(fitting.prefix(Self.mostRead))
        let read = found.enumerated().map { LinearLine.choice($0.offset + 1, $0.element) }
        let rest = fitting.count - found.count
        guard rest == 0 else { return read + [.moreOrganizations(rest)] }
        // In a table the name is typed into its row.
        return takesOrganization(session) ? read + [.takeByNumber] : read
    }

    private func takesOrganization(_ session: RequestSession) -> Bool {
        guard case .field(let id) = place else { return false }
        return session.field(id)?.asksForInstitution == true
    }

    /// - Returns: the name as the answer.
    func take(_ number: Int, _ session: RequestSession) -> Turn {
        guard case .field(let id) = place, takesOrganization(session), number > 0, number <= found.count
        else { return .say([.nothingToTake(number)]) }
        return Turn(deed: .give(id, .text(found[number - 1])))
    }
}

extension FormField {
    /// It takes the name of an institution in a line of text.
    var asksForInstitution: Bool { type == .text && PersonalQuestion(self)?.entry == .institution }
}

extension FieldOption {
    /// A column that takes the name of an institution.
    var asksForInstitution: Bool { rule == nil && PersonalQuestion(columnCalled: label)?.entry == .institution }
}
