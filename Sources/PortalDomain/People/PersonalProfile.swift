/// Who fills in requests, as forms ask for it: kept on this machine for the person, and offered where a field asks.
///
/// Not to be confused with a portal's profile (`ProfileInfo`). Nothing of it goes anywhere unless the person takes it
/// into an answer, and it is never logged.
public struct PersonalProfile: Hashable, Sendable {
    /// What is kept; raw values are the names in files and in what commands print.
    public enum Entry: String, Hashable, Sendable, CaseIterable {
        /// What forms ask of a person most.
        case name, orcid, institution, email, phone
        /// Leads the project.
        case principalInvestigator = "principal_investigator"

        /// In words, in English.
        public var title: String {
            switch self {
            case .name: "Name"
            case .orcid: "ORCID"
            case .institution: "Institution"
            case .email: "E-mail"
            case .phone: "Phone"
            case .principalInvestigator: "Principal investigator"
            }
        }

        /// What an empty entry shows.
        public var example: String {
            switch self {
            case .name: "as forms ask for it"
            case .orcid: "0000-0002-1825-0097"
            case .institution: "where you work"
            case .email: "name@example.org"
            case .phone: "+358 9 1234 567"
            case .principalInvestigator: "name; yours if it is you"
            }
        }
    }

    private var values: [Entry: String] = [:]

    public init(_ values: [Entry: String] = [:]) {
        for (entry, value) in values { self[entry] = value }
    }

    /// Empty where nothing is kept. What is put in is trimmed, in one line, and in its usual form.
    public subscript(entry: Entry) -> String {
        get { values[entry] ?? "" }
        set {
            let value = Self.usualForm(of: newValue, entry)
            values[entry] = value.isEmpty ? nil : value
        }
    }

    /// Whether nothing is written down.
    public var isEmpty: Bool { values.isEmpty }

    /// The person leads the project.
    public var isPrincipalInvestigator: Bool {
        !self[.name].isEmpty && self[.name].lowercased() == self[.principalInvestigator].lowercased()
    }

    private static func usualForm(of value: String, _ entry: Entry) -> String {
        let line = value.cleaned(isMultiline: false).trimmingSpaces
        switch entry {
        case .orcid: return ORCID(line)?.text ?? line
        case .phone: return FieldSyntax.internationalPhoneNumber(line)
        case .name, .institution, .email, .principalInvestigator: return line
        }
    }

    /// What is wrong with a value; nil when it can be kept. An empty one can.
    public static func problem(with value: String, in entry: Entry) -> Fault? {
        let value = usualForm(of: value, entry)
        guard !value.isEmpty else { return nil }
        if value.count > longest { return .tooLong(most: longest) }
        switch entry {
        case .orcid:
            return ORCID(value) == nil ? .notORCID : nil
        case .email: return FieldSyntax.isEmail(value) ? nil : .field(.invalidEmail)
        case .phone: return FieldSyntax.isPhoneNumber(value) ? nil : .field(.invalidPhoneNumber)
        case .name, .institution, .principalInvestigator: return nil
        }
    }

    /// Why an entry cannot be kept.
    public enum Fault: Hashable, Sendable {
        /// In characters.
        case tooLong(most: Int)
        /// Its last digit checks the others (ISO 7064).
        case notORCID
        /// As a form's field would have it.
        case field(FieldProblem)

        /// In English.
        public var sentence: String {
            switch self {
            case .tooLong(let most): "Too long: at most \(most) characters."
            case .notORCID:
                "Not an ORCID: sixteen digits such as 0000-0002-1825-0097, of which the last one checks the others."
            case .field(let problem): problem.sentence
            }
        }
    }

    /// In characters; no form has room for more in one line.
    private static let longest = 500
}
