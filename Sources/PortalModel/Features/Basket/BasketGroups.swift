/// Datasets of the basket that stand together: those of one request, or those that no request is made for here.
public struct BasketGroup: Equatable, Sendable {
    /// In the order of the basket.
    public var items: [BasketItem]
    /// Who looks after them, where that is told and the same for all.
    public var name: String?
    /// Why they do not stand with the others.
    public var reason: Reason?

    /// What keeps datasets out of one request with others.
    public enum Reason: Equatable, Sendable {
        /// Another workflow decides on them, as the catalogue says.
        case workflow
        /// They are from another part of the catalogue, which often has a committee of its own.
        case catalogue
        /// The portal did not take them together with these titles.
        case refused([String])
        /// None of them can be requested here; each item has its own reason.
        case notHere
    }

    /// Whether a request can be made for them.
    public var isRequest: Bool { reason != .notHere }

    /// Why nothing of it can be requested, and what to do.
    var reasonNotHere: Message? { isRequest ? nil : items.first?.reasonNotHere }
}

extension BasketItem {
    /// Why the portal takes no request for it, and what to do; nil when nothing is known against it.
    public var reasonNotHere: Message? {
        if identifier?.isEmpty ?? true { return .basket(.noIdentifierHere) }
        return refusal.map { .basket(.notTakenHere(words: $0)) }
    }

    /// What it is called in a sentence.
    var named: String { title.isEmpty ? identifier ?? id.rawValue : title }

    /// The same in quotation marks.
    var quoted: String { "“\(named)”" }
}

/// Which datasets go into one request, as far as that can be known without asking: what the catalogue says decides on
/// them, what the portal has taken together in requests that are there, and what it has refused.
struct BasketGrouping {
    /// Sets of identifiers that a request at the portal holds.
    let together: [Set<String>]

    /// In the order in which the first of each was put into the basket; what cannot be requested comes last.
    func groups(of items: [BasketItem]) -> [BasketGroup] {
        let requestable = items.filter { $0.reasonNotHere == nil }
        let others = items.filter { $0.reasonNotHere != nil }
        let refused = Set(requestable.flatMap(\.refusedWith))
        let parts = hinted(requestable).flatMap { apart($0, refused) }
        var groups = parts.map { part in
            BasketGroup(
                items: part, name: Self.name(of: part),
                reason: parts.count > 1 ? Self.reason(for: part, among: requestable, refused) : nil)
        }
        if !others.isEmpty { groups.append(BasketGroup(items: others, name: nil, reason: .notHere)) }
        return groups
    }

    /// Whether everything may be tried in one request: nothing but the catalogue's parts speaks against it.
    static func mayBeTried(_ items: [BasketItem]) -> Bool {
        let identifiers = Set(items.compactMap(\.identifier))
        return items.allSatisfy { item in
            item.workflow == nil && !item.refusedWith.contains { $0.isSubset(of: identifiers) }
        }
    }

    // MARK: - Before anything was refused

    private func hinted(_ items: [BasketItem]) -> [[BasketItem]] {
        if items.allSatisfy({ $0.workflow != nil }) { return parts(of: items) { $0.workflow } }
        // A dataset of which nothing is told may belong anywhere.
        guard items.allSatisfy({ $0.catalogue != nil }) else { return [items].filter { !$0.isEmpty } }
        return parts(of: items) { $0.catalogue }
    }

    // MARK: - After a refusal

    /// Breaks up a part that holds what was refused: by what may tell committees apart, at last one by one.
    private func apart(_ items: [BasketItem], _ refused: Set<Set<String>>) -> [[BasketItem]] {
        let identifiers = Set(items.compactMap(\.identifier))
        let met = refused.filter { $0.isSubset(of: identifiers) }
        guard !met.isEmpty else { return [items] }
        for hint in [\BasketItem.catalogue, \BasketItem.publisher] {
            let finer = parts(of: items) { $0[keyPath: hint] }
            if finer.count > 1 { return finer.flatMap { apart($0, refused) } }
        }
        return oneByOne(items, met)
    }

    /// Each goes to the first part in which nothing was refused together with it.
    private func oneByOne(_ items: [BasketItem], _ refused: Set<Set<String>>) -> [[BasketItem]] {
        var parts: [[BasketItem]] = []
        for item in items {
            let place = parts.firstIndex { part in
                part.allSatisfy { other in !areApart(item, other, refused) }
            }
            if let place { parts[place].append(item) } else { parts.append([item]) }
        }
        return parts
    }

    private func areApart(_ one: BasketItem, _ other: BasketItem, _ refused: Set<Set<String>>) -> Bool {
        guard let first = one.identifier, let second = other.identifier, !areTogether(first, second) else {
            return false
        }
        return refused.contains { $0.contains(first) && $0.contains(second) }
    }

    // MARK: - Parts

    /// By a hint; what one request at the portal holds stays together whatever the hint says.
    private func parts(of items: [BasketItem], by hint: (BasketItem) -> String?) -> [[BasketItem]] {
        var parts: [[BasketItem]] = []
        for item in items {
            let own = parts.indices.filter { index in
                parts[index].contains { other in
                    hint(other) == hint(item) || areTogether(other.identifier ?? "", item.identifier ?? "")
                }
            }
            guard let first = own.first else {
                parts.append([item])
                continue
            }
            parts[first].append(item)
            // It joins parts that were apart until now.
            for index in own.dropFirst().reversed() { parts[first] += parts.remove(at: index) }
        }
        return parts
    }

    private func areTogether(_ one: String, _ other: String) -> Bool {
        together.contains { $0.contains(one) && $0.contains(other) }
    }

    // MARK: - Words

    private static func name(of items: [BasketItem]) -> String? {
        let isByWorkflow = items.allSatisfy { $0.workflow != nil }
        for hint in isByWorkflow ? [\BasketItem.publisher] : [\.catalogue, \.publisher] {
            let names = Set(items.map { $0[keyPath: hint] })
            if names.count == 1, let name = names.first ?? nil, !name.isEmpty { return name }
        }
        return nil
    }

    private static func reason(
        for part: [BasketItem], among items: [BasketItem], _ refused: Set<Set<String>>
    ) -> BasketGroup.Reason {
        let own = Set(part.compactMap(\.identifier))
        let against = refused.filter { !$0.isDisjoint(with: own) && !$0.isSubset(of: own) }
        let others = items.filter { item in
            !part.contains(item) && against.contains { $0.contains(item.identifier ?? "") }
        }
        if !others.isEmpty { return .refused(others.map(\.quoted)) }
        return part.contains { $0.workflow != nil } ? .workflow : .catalogue
    }
}
