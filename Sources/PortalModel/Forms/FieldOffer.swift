import Synchronization

/// An answer that could be taken over into an empty field: shown, and put in only when the person takes it.
public struct FieldOffer: Equatable, Sendable {
    /// Where an offer comes from, as it is told beside it.
    public enum Source: Equatable, Sendable {
        /// The personal profile on this machine.
        case profile
        /// The key on this machine that data is encrypted for.
        case dataKey
        /// An earlier request, by its number.
        case request(ApplicationID)
        /// The organisations that the portal lists.
        case organizations
    }

    /// Right by the rules of the field that it is offered for.
    public var value: FieldValue
    /// Where it comes from.
    public var source: Source
    /// What is said of it where that is less than all of the answer: of a table the cell that changes.
    public var cell: String?

    public init(_ value: FieldValue, from source: Source, cell: String? = nil) {
        self.value = value
        self.source = source
        self.cell = cell
    }
}

/// What can be offered for the fields of an application: from the personal profile and the key for data
/// first, then from earlier requests.
struct FieldOffers: Sendable {
    private var offers: [FieldID: [FieldOffer]] = [:]

    fileprivate init(_ source: OffersSource) {
        for field in source.forms.flatMap(\.fields) where field.isEditable {
            var found: [FieldOffer] = []
            if let answer = PersonalQuestion(field)?.answer(from: source.person),
                FormValidation.faults(in: .text(answer), of: field).isEmpty
            {
                found.append(FieldOffer(.text(answer), from: .profile))
            }
            if let key = source.dataKey, let answer = KeyQuestion(field)?.answer(from: key),
                FormValidation.faults(in: .text(answer), of: field).isEmpty
            {
                found.append(FieldOffer(.text(answer), from: .dataKey))
            }
            for answer in source.earlier.answers(to: field) where !found.contains(where: { $0.value == answer.value }) {
                found.append(FieldOffer(answer.value, from: .request(answer.request)))
            }
            if !found.isEmpty { offers[field.id] = found }
        }
    }

    subscript(field: FieldID) -> [FieldOffer] { offers[field] ?? [] }
}

/// What offers are made from.
struct OffersSource: Equatable, Sendable {
    var forms: [RequestForm]
    var person: PersonalProfile
    var dataKey: DataKey?
    var earlier: EarlierAnswers
}

/// Remembers the last offers: they stay as they are while answers are typed. No part of a state, as `FindingsCache`.
final class OffersCache: Sendable, Equatable {
    private let last = Mutex<(source: OffersSource, offers: FieldOffers)?>(nil)

    func offers(for source: OffersSource) -> FieldOffers {
        last.withLock { last in
            if let last, last.source == source { return last.offers }
            let offers = FieldOffers(source)
            last = (source, offers)
            return offers
        }
    }

    static func == (left: OffersCache, right: OffersCache) -> Bool { true }
}
