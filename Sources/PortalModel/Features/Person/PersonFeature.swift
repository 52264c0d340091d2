/// The form in which the personal profile is edited: a line for each entry.
public struct PersonForm: Equatable, Sendable {
    /// What a line of the form is for.
    public typealias Entry = PersonalProfile.Entry

    /// The line with the cursor.
    public internal(set) var entry = Entry.name
    /// What is written in each line, faulty or not.
    public private(set) var editors: [Entry: TextEditor]
    /// Entries that were left: what is wrong with them is said.
    var touched: Set<Entry> = []

    public init(_ person: PersonalProfile) {
        editors = Dictionary(
            uniqueKeysWithValues: Entry.allCases.map { ($0, TextEditor(person[$0], isMultiline: false)) })
    }

    /// As it is written, untrimmed.
    public func text(of entry: Entry) -> String { editors[entry]?.text ?? "" }

    /// What is wrong with an entry, once it was left.
    public func problem(with entry: Entry) -> PersonalProfile.Fault? {
        touched.contains(entry) ? PersonalProfile.problem(with: text(of: entry), in: entry) : nil
    }

    var faulty: [Entry] { Entry.allCases.filter { PersonalProfile.problem(with: text(of: $0), in: $0) != nil } }

    /// The profile with what was written, as far as it can be kept.
    func written(over person: PersonalProfile) -> PersonalProfile {
        var person = person
        let faulty = faulty
        for entry in Entry.allCases where !faulty.contains(entry) { person[entry] = text(of: entry) }
        return person
    }

    mutating func go(to entry: Entry) {
        if self.entry != entry { touched.insert(self.entry) }
        self.entry = entry
    }

    /// To the next entry, and from the last one to the first.
    mutating func go(by count: Int) {
        let all = Entry.allCases
        let place = all.firstIndex(of: entry) ?? 0
        go(to: all[(place + count + all.count) % all.count])
    }

    /// - Parameter width: columns of a line; it only matters where there are several.
    mutating func type(_ key: Key) { _ = editors[entry]?.handle(key, width: 80) }

    mutating func paste(_ text: String) { editors[entry]?.insert(text.trimmingSpaces) }
}

extension AppState {
    mutating func editPerson() -> [Effect] {
        overlay = .person(PersonForm(person))
        return []
    }

    /// Leaving keeps what was written, like everywhere; what cannot be kept stays as it was, which is said.
    mutating func keepPerson(_ form: PersonForm) -> [Effect] {
        closeOverlay()
        let written = form.written(over: person)
        let isChanged = written != person
        person = written
        let effects: [Effect] = isChanged ? [.disk(.keepPerson(written))] : []
        if let faulty = form.faulty.first {
            return effects + show(.warning, .person(.notTaken(entry: faulty, more: form.faulty.count - 1)))
        }
        guard isChanged else { return [] }
        return effects
            + show(
                .success,
                person.isEmpty ? .person(.isEmpty) : .person(.kept)
            )
    }

    mutating func personKept(_ failure: PortalError?) -> [Effect] {
        guard let failure else { return [] }
        return record(failure)
            + show(
                .warning,
                .person(.notKept(error: failure)))
    }
}
