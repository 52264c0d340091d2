import FoundationEssentials

/// What services have answered, kept on this machine: for the screen alone, and only until they are asked again.
///
/// Nothing that decides about sending may rest on it. What decides is asked of `AccessService` itself, which knows
/// nothing of what is kept. No call throws: without a cache the program is slower, and nothing else.
public struct AnswerCache: Sendable {
    /// What was kept for whoever calls now; nil when there is nothing, or nothing that can be understood.
    public var recall: @Sendable (Question) async -> KeptAnswer?
    /// To be taken before a service is asked.
    public var mark: @Sendable () async -> AskingMark
    /// Keeps what a service answered, unless it has been forgotten since the mark, or somebody else calls now.
    public var keep: @Sendable (Question, Answer, AskingMark) async -> Void
    /// Returns at once. What is recalled from then on is not what was kept before.
    public var forget: @Sendable (ChangedRequest) -> Void

    public init(
        recall: @escaping @Sendable (Question) async -> KeptAnswer?, mark: @escaping @Sendable () async -> AskingMark,
        keep: @escaping @Sendable (Question, Answer, AskingMark) async -> Void,
        forget: @escaping @Sendable (ChangedRequest) -> Void
    ) {
        self.recall = recall
        self.mark = mark
        self.keep = keep
        self.forget = forget
    }

    /// Keeps nothing.
    public static let none = AnswerCache(
        recall: { _ in nil }, mark: { AskingMark(asker: nil, forgettings: 0) }, keep: { _, _, _ in }, forget: { _ in })

    /// For so many seconds an answer about the catalogue is taken for what the service would say.
    public static let freshness: TimeInterval = 300
}

/// An earlier answer, with its age.
public struct KeptAnswer: Equatable, Sendable {
    /// What was answered.
    public var answer: Answer
    /// When the service gave it.
    public var at: Date
    /// The tag of the language that the service was asked in, where that is another one than now (ISO 639-1).
    public var language: String?
    /// Younger than `AnswerCache.freshness`, and in the language of now. Whether the service need not be asked then, its
    /// `Question` knows.
    public var isFresh: Bool

    public init(_ answer: Answer, at: Date, isFresh: Bool, language: String? = nil) {
        self.answer = answer
        self.at = at
        self.isFresh = isFresh
        self.language = language
    }
}

/// In whose name services are asked.
public enum Asker: Hashable, Sendable {
    /// Not signed in.
    case nobody
    /// The issuer's name for the person, or a digest of the key that is sent.
    case somebody(String)
}

/// How things stood when a service was asked.
public struct AskingMark: Hashable, Sendable {
    /// Nil when it could not be found out: then nothing is kept.
    public var asker: Asker?
    /// How often something was forgotten until then.
    public var forgettings: Int

    public init(asker: Asker?, forgettings: Int) {
        self.asker = asker
        self.forgettings = forgettings
    }
}

/// What a change at the service makes untrue: the list of requests always, and the request that it was made to.
public struct ChangedRequest: Hashable, Sendable {
    /// Nil when it is new.
    public var id: ApplicationID?

    public init(_ id: ApplicationID?) { self.id = id }

    /// One that the service makes: only the list is untrue without it.
    public static let new = ChangedRequest(nil)
}
