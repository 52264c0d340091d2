import FoundationEssentials

/// What this machine remembers of a request that was submitted, or that was about to be when it was written.
///
/// On the disk before the call is sent, and as submitted before anybody is told: so the same command run again knows
/// that it is done, whatever became of the first one's output, process or machine. Of the answers there is a digest
/// only.
public struct Submission: Hashable, Sendable, Codable {
    /// How far it has come.
    public enum Phase: String, Hashable, Sendable, Codable {
        /// About to be sent. Without its draft nobody knows what became of it but the portal.
        case intended
        /// The service has it.
        case submitted
    }

    /// The draft that it was made from; one submission a draft is remembered.
    public var draft: DraftID
    /// Nil while it is intended at a service that creates and submits in one.
    public var application: ApplicationID?
    /// As access management knows the datasets, in order and each once.
    public var datasets: [String]
    /// What the answers were.
    public var digest: AnswersDigest
    /// How far it has come.
    public var phase: Phase
    /// When that was.
    public var time: Date

    public init(
        draft: DraftID, application: ApplicationID?, datasets: some Collection<String>, digest: AnswersDigest,
        phase: Phase, time: Date
    ) {
        self.draft = draft
        self.application = application
        self.datasets = Set(datasets).sorted()
        self.digest = digest
        self.phase = phase
        self.time = time
    }

    /// The intention as what the portal made of it.
    public func settled(as application: ApplicationID) -> Submission {
        var settled = self
        settled.phase = .submitted
        settled.application = application
        return settled
    }
}

/// Whether answers are the same as others, without holding them: 128 bits of FNV-1a, keyed by the draft, over the
/// answers that are not blank and the licences that are accepted.
///
/// It tells equal from different and is no secret-keeping hash: it lies in the drafts file, where the answers lay.
public struct AnswersDigest: Hashable, Sendable, Codable {
    /// 32 hexadecimal digits.
    public let text: String

    /// As it was stored.
    public init(stored text: String) { self.text = text }

    public init(of answers: [FieldID: FieldValue], licences: Set<Int64>, key: DraftID) {
        var hash = Hash()
        hash.take(key.rawValue)
        let given = answers.filter { !$0.value.isBlank }
        for (id, value) in given.sorted(by: { ($0.key.form, $0.key.field) < ($1.key.form, $1.key.field) }) {
            hash.take("\(id.form)")
            hash.take(id.field)
            switch value {
            case .text(let text): hash.take(text)
            case .table(let rows):
                hash.take("\(rows.count) rows")
                for row in rows {
                    for (column, cell) in row.sorted(by: { $0.key < $1.key }) where !cell.isEmpty {
                        hash.take(column)
                        hash.take(cell)
                    }
                    hash.take("row")
                }
            }
        }
        for licence in licences.sorted() { hash.take("licence \(licence)") }
        let digits = String(hash.value, radix: 16)
        text = String(repeating: "0", count: 32 - digits.count) + digits
    }

    /// draft-eastlake-fnv-31, section 5: the 128-bit prime and offset.
    private struct Hash {
        var value: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013b

        mutating func take(_ text: String) {
            // With its length, so that two texts never read as another two.
            for byte in "\(text.utf8.count):\(text)".utf8 { value = (value ^ UInt128(byte)) &* Self.prime }
        }
    }
}

/// What became of the wish to make a request, told before one is made.
public enum Claim: Hashable, Sendable {
    /// Nothing is known here: the draft is on the disk now and this program's, so that of several programs that want
    /// the same one makes it.
    case made
    /// A draft for it was begun before, and is this program's now.
    case begun(Draft)
    /// Another program has such a draft in hand, in words ("host node7, process 4711").
    case held(by: String)
    /// Such requests were submitted, or about to be, newest first. Nothing was claimed.
    case known([Submission])
}

extension ApplicationState {
    /// Whether a request that stands so is the one that a command asks for: what the committee has turned down or ended
    /// is none. A state that nobody knows is taken for one: a request too few can be made, one too many not be taken
    /// back.
    public var keepsRequest: Bool {
        switch self {
        case .submitted, .returned, .approved, .other: true
        case .draft, .rejected, .revoked, .closed: false
        }
    }
}
