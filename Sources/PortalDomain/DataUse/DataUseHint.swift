/// What a requested dataset may be used for.
public struct RequestedUse: Hashable, Sendable, Codable {
    /// The dataset, as the request has it.
    public var dataset: DatasetID
    /// Codes of its page at the catalogue; empty where it names none, nil where the catalogue does not have the dataset.
    public var uses: [DataUse]?

    public init(_ dataset: DatasetID, _ uses: [DataUse]?) {
        self.dataset = dataset
        self.uses = uses
    }
}

/// What a dataset may be used for, held against what a request says of its purpose. Never more than a hint: it keeps
/// nothing from being sent, and the committee decides.
public struct DataUseHint: Hashable, Sendable {
    /// What the dataset is called.
    public var title: String
    /// The dataset, as the request has it.
    public var dataset: DatasetID
    /// What it may be used for; empty where its page names no code.
    public var uses: [DataUse]
    /// What the request says of its purpose; nil where it says nothing.
    public var purpose: ResearchPurpose?
    /// What the two come to. Where no purpose is said it cannot be told, and where no code is, nothing is said.
    public var answer: DataUseAnswer

    public init(title: String, dataset: DatasetID, uses: [DataUse], purpose: ResearchPurpose?) {
        self.title = title
        self.dataset = dataset
        self.uses = uses
        self.purpose = purpose
        answer = uses.isEmpty ? .notSaid : purpose.map { DataUseComparison(uses, $0).answer } ?? .needsPerson
    }

    /// One for each dataset whose page was read, in the order of the request.
    public static func hints(
        for datasets: [BasketItem], uses: [RequestedUse], purpose: ResearchPurpose?
    ) -> [DataUseHint] {
        datasets.compactMap { item in
            guard let codes = uses.first(where: { $0.dataset == item.id })?.uses else { return nil }
            return DataUseHint(
                title: item.title.isEmpty ? item.id.rawValue : item.title, dataset: item.id, uses: codes,
                purpose: purpose)
        }
    }
}

/// A dataset whose use is asked for: by its id at the catalogue, and by what access management calls it where nothing
/// else is known of it.
public struct UseSubject: Hashable, Sendable, Codable {
    /// As the request has it.
    public var dataset: DatasetID
    /// The name in access management.
    public var identifier: String?

    public init(_ item: BasketItem) {
        dataset = item.id
        identifier = item.identifier
    }
}
