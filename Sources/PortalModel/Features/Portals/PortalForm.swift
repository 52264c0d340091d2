/// The form in which a portal is set up or changed: a line for each setting.
public struct PortalForm: Equatable, Sendable {
    /// A setting, in the order of the form.
    public enum Line: Int, Hashable, Sendable, CaseIterable {
        /// Names, then the catalogue, access and sign-in, each with what is needed to speak to it; the client is the
        /// one of OpenID Connect.
        case name, title, discovery, discoveryDialect, access, accessDialect, issuer, client

        /// Takes one of some dialects, and no text.
        public var isChoice: Bool { self == .discoveryDialect || self == .accessDialect }

        /// What can be chosen; nil is found out by asking.
        var choices: [PortalDialect?] {
            switch self {
            case .discoveryDialect: [nil] + PortalDialect.allCases
            case .accessDialect: [nil] + PortalDialect.ofAccess
            case .name, .title, .discovery, .access, .issuer, .client: []
            }
        }
    }

    /// Whether the services were asked, and what they said.
    public enum Trial: Equatable, Sendable {
        /// Nothing was asked since the last change.
        case none
        /// By the number of the trial, so that a late answer can be told.
        case running(Int)
        /// The services were asked about what the form holds now.
        case done(PortalTrial)
    }

    /// The portal that is changed, which keeps its name; nil for a new one.
    public let original: PortalDraft?
    /// The one with the cursor.
    public internal(set) var line: Line
    var texts: [Line: TextBuffer]
    var dialects: [Line: PortalDialect]
    /// Why it cannot be tried as it is, at the line that has the cursor.
    public internal(set) var problem: Reason?
    /// Back at `none` with every change.
    public internal(set) var trial = Trial.none
    /// It is on its way to the disk.
    public internal(set) var isKeeping = false

    public init(_ original: PortalDraft? = nil) {
        self.original = original
        line = original == nil ? .name : .discovery
        let draft = original ?? PortalDraft(name: "", discovery: "")
        texts = [
            .name: TextBuffer(draft.name), .title: TextBuffer(draft.title == draft.name ? "" : draft.title),
            .discovery: TextBuffer(draft.discovery), .access: TextBuffer(draft.access),
            .issuer: TextBuffer(draft.issuer), .client: TextBuffer(draft.client),
        ]
        dialects = [:]
        dialects[.discoveryDialect] = draft.discoveryDialect
        dialects[.accessDialect] = draft.access.isEmpty ? nil : draft.accessDialect
    }

    /// The lines, in their order.
    public var lines: [Line] { original == nil ? Line.allCases : Line.allCases.filter { $0 != .name } }

    /// What is written in a line; empty for a choice.
    public func text(of line: Line) -> TextBuffer { texts[line] ?? TextBuffer() }

    /// What is chosen in a line that takes no text; nil is found out by asking.
    public func choice(of line: Line) -> PortalDialect? { dialects[line] }

    /// What was written so far.
    public var draft: PortalDraft {
        func written(_ line: Line) -> String { text(of: line).text.trimmingSpaces }
        return PortalDraft(
            name: original?.name ?? written(.name), title: written(.title), discovery: written(.discovery),
            discoveryDialect: dialects[.discoveryDialect], access: written(.access),
            accessDialect: dialects[.accessDialect], issuer: written(.issuer), client: written(.client))
    }

    /// What was found of just this draft.
    public var found: PortalTrial? {
        guard case .done(let trial) = trial else { return nil }
        return trial
    }

    mutating func go(by count: Int) {
        let place = lines.firstIndex(of: line) ?? 0
        line = lines[(place + count + lines.count) % lines.count]
    }

    mutating func go(to line: Line) { if lines.contains(line) { self.line = line } }

    /// A change: what was found before is not about it.
    mutating func edit(_ change: (inout TextBuffer) -> Void) {
        guard !line.isChoice, !isKeeping else { return }
        var text = text(of: line)
        let before = text.text
        change(&text)
        texts[line] = text
        if text.text != before { changed() }
    }

    mutating func choose(by count: Int) {
        let choices = line.choices
        guard !choices.isEmpty, !isKeeping else { return }
        let place = choices.firstIndex(of: dialects[line]) ?? 0
        dialects[line] = choices[(place + count + choices.count) % choices.count]
        changed()
    }

    private mutating func changed() {
        trial = .none
        problem = nil
    }

    /// What was found by asking stands in the form from then on.
    mutating func take(_ found: PortalTrial) {
        trial = .done(found)
        dialects[.discoveryDialect] = found.draft.discoveryDialect
        dialects[.accessDialect] = found.draft.access.isEmpty ? nil : found.draft.accessDialect
    }

    /// The first line that is wrong in itself, and why.
    func fault(among names: Set<String>) -> (line: Line, reason: SetupReason)? {
        let draft = draft
        if original == nil {
            let isPlain = draft.name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
            guard !draft.name.isEmpty, draft.name.count <= 100, isPlain else {
                return (.name, .shortName)
            }
            if names.contains(draft.name) { return (.name, .nameTaken(draft.name)) }
        }
        for (line, address) in [(Line.discovery, draft.discovery), (.access, draft.access), (.issuer, draft.issuer)] {
            if line != .discovery, address.isEmpty { continue }
            guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
                return (line, .addressBegins)
            }
        }
        if draft.issuer.isEmpty != draft.client.isEmpty {
            return (draft.client.isEmpty ? .client : .issuer, .signInNeedsBoth)
        }
        return nil
    }
}
