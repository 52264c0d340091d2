import Foundation
import PortalModel
import PortalServices

/// A dataset that a search of several portals found: as the first of them has it, with every place where it is
/// (docs/schemas/search-several.json).
struct FoldedRecord: Encodable {
    struct Place: Encodable {
        var portal: String
        var id: String
        var identifier: String?
    }

    let dataset: DatasetRecord
    private let places: [Place]

    /// For the table, each once.
    var portals: String { places.map(\.portal).unique.joined(separator: ", ") }

    init(_ folded: FoldedDataset) {
        dataset = DatasetRecord(folded.first.dataset)
        places = folded.places.map {
            Place(portal: $0.portal, id: $0.dataset.id.rawValue, identifier: $0.dataset.identifier)
        }
    }

    private enum Key: String, CodingKey { case places }

    func encode(to encoder: any Encoder) throws {
        try dataset.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(places, forKey: .places)
    }
}

/// What became of a search of several portals, which ends what it prints (docs/schemas/search-several.json).
struct SeveralRecord: EncodesInKeyOrder {
    /// Of the datasets that are shown, those that more than one portal has.
    var inSeveral: Int
    var portals: [Portal]
    var shown: Int

    struct Portal: EncodesInKeyOrder {
        /// In seconds; missing where the portal itself answered.
        var age: Int?
        /// How many datasets came of it.
        var given: Int?
        /// What this program does because the service does not.
        var here: [String]
        var isCut: Bool?
        var leftOut: [Part]
        var name: String
        /// Why it failed, in English.
        var reason: String?
        /// How long it was waited for.
        var seconds: Int?
        /// Who answered: `portal`, `mirror` or `kept`; missing where nobody did.
        var source: String?
        /// `answered`, `slow`, `failed` or `notAsked`.
        var state: String
        var title: String
        /// How many datasets there are.
        var total: Int?
        /// Datasets of which the mirror does not know what is asked for.
        var undecided: Int?
        /// Records that could not be understood.
        var unreadable: Int?
    }

    /// Of the line, which the portal could not be asked.
    struct Part: EncodesInKeyOrder {
        var column: Int
        var part: String
        var reason: String
    }

    init(_ answers: [SeveralSearch.Answer], shown: [FoldedDataset], now: Date) {
        self.shown = shown.count
        inSeveral = shown.count { $0.portals.count > 1 }
        portals = answers.map { Portal($0, now: now) }
    }
}

extension SeveralRecord.Portal {
    fileprivate init(_ answer: SeveralSearch.Answer, now: Date) {
        let finds = answer.outcome.finds
        self.init(
            age: finds?.source.age(now: now), given: finds?.datasets.count, here: answer.stepsHere.map(\.rawValue),
            isCut: finds?.isCut, leftOut: [], name: answer.name, state: "answered", title: answer.title,
            total: finds?.total, undecided: finds?.undecided, unreadable: finds?.unreadable)
        source = finds?.source.name
        var parts = finds?.leftOut ?? []
        switch answer.outcome {
        case .answered: break
        case .slow(let seconds, _):
            state = "slow"
            self.seconds = seconds
        case .failed(let error, _):
            state = "failed"
            reason = [error.sentence, error.reasonOfItsOwn?.sentence].compactMap(\.self).joined(separator: " ")
        case .notAsked(let leftOut):
            state = "notAsked"
            parts = leftOut
        }
        leftOut = parts.map {
            SeveralRecord.Part(column: $0.problem.column, part: $0.text, reason: $0.problem.reason.sentence)
        }
    }
}

extension PortalFinds.Source {
    /// As programs read it.
    fileprivate var name: String {
        switch self {
        case .portal: "portal"
        case .mirror: "mirror"
        case .kept: "kept"
        }
    }

    /// In seconds; nil where the portal answered, or its age is not known.
    func age(now: Date) -> Int? {
        switch self {
        case .portal: nil
        case .mirror(let at), .kept(let at): at.map { max(0, Int(now.timeIntervalSince($0))) }
        }
    }
}
