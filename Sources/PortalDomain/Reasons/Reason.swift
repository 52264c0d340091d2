/// Why something failed, or what became of it: a value where this program knows it itself, and the words of whoever
/// told it where not.
///
/// The English sentences stand with the cases: JSON and the log, which speak English alone, say them too. Those of every other language are in `PortalViews/Words`.
public indirect enum Reason: Hashable, Sendable {
    /// The words of a service, or of this machine's system. Not sanitised.
    case words(String)
    /// Drafts cannot be read or written.
    case disk(DiskReason)
    /// What became of what is kept here.
    case kept(KeptReason)
    /// A file of the person's.
    case file(FileReason)
    /// What an answers file has no place for.
    case answers(AnswersFileReason)
    /// The person's editor.
    case editor(EditorReason)
    /// The person's pager.
    case pager(PagerReason)
    /// On the way to a service.
    case connection(ConnectionReason)
    /// What came is not taken for an answer.
    case answer(AnswerReason)
    /// What a catalogue does not have or do.
    case catalogue(CatalogueReason)
    /// A line is no search, or none that can be asked.
    case query(QueryReason)
    /// A line asks for no allele frequencies.
    case variant(VariantReason)
    /// A change was not made.
    case change(ChangeReason)
    /// The sign-in service.
    case signIn(SignInReason)
    /// The tokens that it gave.
    case tokens(TokenReason)
    /// Settings.
    case setup(SetupReason)
    /// A program that is started beside this one.
    case program(ProgramReason)
    /// The catalogue as it is kept on this machine.
    case mirror(MirrorReason)
    /// A saved search.
    case savedSearch(SavedSearchReason)
    /// A visa, or the passport that it is in.
    case passport(PassportReason)
    /// An archive has failed, which is not the portal.
    case archive(ArchiveReason)
    /// The portal does not have it.
    case notOffered(PortalFeature)
    /// The portal does not have it, and why.
    case notOfferedHere(PortalFeature, Reason)
    /// With the id of the call that it came of, whose beginning is enough to find it by.
    case ofCall(Reason, requestID: String)
    /// A failure of which no more is known than its kind.
    case failed(PortalError.Kind)
    /// One sentence after the other.
    case several([Reason])

    /// In English, in a sentence or two.
    public var sentence: String {
        switch self {
        case .words(let words): words
        case .disk(let reason): reason.sentence
        case .kept(let reason): reason.sentence
        case .file(let reason): reason.sentence
        case .answers(let reason): reason.sentence
        case .editor(let reason): reason.sentence
        case .pager(let reason): reason.sentence
        case .connection(let reason): reason.sentence
        case .answer(let reason): reason.sentence
        case .catalogue(let reason): reason.sentence
        case .query(let reason): reason.sentence
        case .variant(let reason): reason.sentence
        case .change(let reason): reason.sentence
        case .signIn(let reason): reason.sentence
        case .tokens(let reason): reason.sentence
        case .setup(let reason): reason.sentence
        case .program(let reason): reason.sentence
        case .mirror(let reason): reason.sentence
        case .savedSearch(let reason): reason.sentence
        case .passport(let reason): reason.sentence
        case .archive(let reason): reason.sentence
        case .notOffered(let feature): "\(feature.words) is not offered by this portal."
        case .notOfferedHere(let feature, let reason): "\(feature.words) is not offered here. \(reason.sentence)"
        case .ofCall(let reason, let id): "\(reason.sentence) (request id \(id.prefix(8)))"
        case .failed(let kind): kind.sentence
        case .several(let reasons): reasons.map(\.sentence).joined(separator: " ")
        }
    }

    /// The same, with the id of the call where it has one.
    public func ofCall(_ requestID: String?) -> Reason { requestID.map { .ofCall(self, requestID: $0) } ?? self }

    /// Two sentences as one reason; an absent one is left out.
    public static func joining(_ reasons: Reason?...) -> Reason {
        let present = reasons.compactMap(\.self)
        return present.count == 1 ? present[0] : .several(present)
    }
}

/// On a disk or a wire a reason is its English sentence: whoever reads it may know other ones.
extension Reason: Codable {
    public init(from decoder: any Decoder) throws {
        self = .words(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(sentence)
    }
}
