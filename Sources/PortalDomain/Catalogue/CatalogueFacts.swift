import FoundationEssentials

/// What a catalogue says of itself, which does not change from call to call.
public struct CatalogueFacts: Hashable, Sendable, Codable {
    /// What its program was extended by, by name.
    public var extensions: [String]
    /// Whether it knows the key that is sent; nil without a key, and where that cannot be found out.
    public var knowsCaller: Bool?

    public init(extensions: [String] = [], knowsCaller: Bool? = nil) {
        self.extensions = extensions
        self.knowsCaller = knowsCaller
    }
}

/// Where they are kept between runs of the program.
public struct CatalogueMemory: Sendable {
    /// What was kept; nil where nothing was.
    public var recall: @Sendable () async -> CatalogueFacts?
    /// Keeps it. That it cannot be kept is no error.
    public var keep: @Sendable (CatalogueFacts) async -> Void

    public init(
        recall: @escaping @Sendable () async -> CatalogueFacts?,
        keep: @escaping @Sendable (CatalogueFacts) async -> Void
    ) {
        self.recall = recall
        self.keep = keep
    }

    /// Keeps nothing.
    public static let none = CatalogueMemory(recall: { nil }, keep: { _ in })

    /// Among the kept answers, for a day.
    ///
    /// - Parameter now: the time, by which their age is known.
    public init(in answers: AnswerCache, now: @escaping @Sendable () -> Date) {
        self.init(
            recall: {
                guard let kept = await answers.recall(.catalogue), case .catalogue(let facts) = kept.answer else {
                    return nil
                }
                let age = now().timeIntervalSince(kept.at)
                return age >= 0 && age < Self.longest ? facts : nil
            },
            keep: { await answers.keep(.catalogue, .catalogue($0), await answers.mark()) })
    }

    /// In seconds.
    public static let longest: TimeInterval = 86_400
}
