import FoundationEssentials

/// A draft that begins with the answers of an earlier request: as a copy, or to follow it when its access ends.
extension Draft {
    /// A new draft for the same datasets, with the answers that are put into its form as soon as that is known.
    ///
    /// - Parameters:
    ///   - number: of the copy, for one that several programs may be about to make; else the second is.
    ///   - isRenewal: what is answered in it is held against what was answered then.
    public init(
        copying application: Application, datasets: [BasketItem], at now: Date, number: Int? = nil,
        isRenewal: Bool = false
    ) {
        let fields = application.forms.flatMap(\.fields)
        let answers = fields.filter { $0.isVisible && $0.type.takesValue && !FormValidation.isBlank($0.value) }
        let prefix = CopyKind(isRenewal).prefix(of: application.id)
        self.init(
            // By the second: what is copied twice at once is the same copy.
            id: DraftID(prefix + "\(number ?? Int(now.timeIntervalSince1970))"),
            datasets: datasets, created: now, modified: now)
        copied = CopiedAnswers(source: application.id, answers: answers.map(CopiedAnswer.init))
    }

    /// The request that this one is a copy of, where it was copied here.
    public var copyOf: ApplicationID? { copied?.source ?? CopyKind.copy.source(of: id) ?? renews }

    /// The request that this one is to follow.
    public var renews: ApplicationID? { CopyKind.renewal.source(of: id) }

    /// A copy of the request that was begun and that the portal does not have as a whole yet: nobody may know whether it
    /// was made, so that no other is before that is known.
    public static func begunCopy(
        of id: ApplicationID, among drafts: [Draft], isRenewal: Bool = false
    ) -> Draft? {
        drafts.first { draft in
            draft.copyOf == id && draft.id.rawValue.hasPrefix(CopyKind(isRenewal).prefix(of: id))
                && (draft.application == nil || draft.copied != nil
                    || !draft.answers.isEmpty && draft.savedAtService < draft.revision)
        }
    }

    /// A draft that follows the request and that nobody knows to be sent: one is enough.
    public static func renewal(of id: ApplicationID, among drafts: [Draft]) -> Draft? {
        drafts.first { $0.renews == id && $0.phase != .submitted }
    }

    /// A number that no copy of the request has or had, as far as it is remembered here.
    public static func nextCopy(of id: ApplicationID, in stored: StoredState, isRenewal: Bool = false) -> Int {
        let prefix = CopyKind(isRenewal).prefix(of: id)
        let names = stored.drafts.map(\.id) + stored.heldElsewhere.keys + stored.submissions.map(\.draft)
        let numbers = names.filter { $0.rawValue.hasPrefix(prefix) }.compactMap {
            Int($0.rawValue.dropFirst(prefix.count))
        }
        return (numbers.max() ?? 0) + 1
    }
}

/// What a draft is named by that begins with the answers of another request.
private enum CopyKind: String {
    case copy = "copy-"
    case renewal = "renewal-"

    init(_ isRenewal: Bool) { self = isRenewal ? .renewal : .copy }

    func prefix(of id: ApplicationID) -> String { "\(rawValue)\(id.rawValue)-" }

    /// An id may have hyphens of its own; the number behind it has none.
    func source(of draft: DraftID) -> ApplicationID? {
        guard draft.rawValue.hasPrefix(rawValue), let end = draft.rawValue.lastIndex(of: "-") else { return nil }
        let source = draft.rawValue[..<end].dropFirst(rawValue.count)
        return source.isEmpty ? nil : ApplicationID(String(source))
    }
}
