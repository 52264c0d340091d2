/// What the portal has against the datasets of a request that was to be made.
enum DatasetRefusal: Equatable, Sendable {
    /// These identifiers are decided on in different ways.
    case together(Set<String>)
    /// No request is taken for this identifier, in the portal's words.
    case alone(String, String)

    /// Nil when the refusal has another cause, or does not tell which dataset it means.
    init?(_ error: PortalError, of datasets: [BasketItem]) {
        let identifiers = datasets.compactMap(\.identifier)
        if error.refusesBundle {
            guard Set(identifiers).count > 1 else { return nil }
            self = .together(Set(identifiers))
            return
        }
        guard error.refusesDataset, let words = error.detail else { return nil }
        let named = identifiers.filter { words.contains(word: $0) }
        guard let identifier = named.first, named.count == 1 else { return nil }
        self = .alone(identifier, words)
    }
}

extension PortalError {
    /// A dataset is not there, or not for this portal to decide on.
    fileprivate var refusesDataset: Bool {
        switch kind {
        case .notFound, .invalid: true
        case .offline, .timedOut, .signedOut, .forbidden, .refused, .conflict, .tooManyRequests, .serverFault,
            .unavailable, .notTried, .unreadableAnswer, .unsupported, .local, .heldElsewhere,
            .changedElsewhere, .cancelled, .notKept:
            false
        }
    }

    /// With titles in the place of the service's numbers, which nobody has ever seen.
    func naming(_ datasets: [BasketItem]) -> PortalError { naming(titles: datasets.map(\.named)) }

    /// - Parameter titles: of all the datasets that were to be asked for together.
    package func naming(titles all: [String]) -> PortalError {
        guard refusesBundle, all.count > 1 else { return self }
        var error = self
        let titles = Array(all.prefix(4))
        let more = all.count - titles.count
        error.reason = .change(.decidedSeparately(titles: titles, more: more))
        return error
    }
}

extension String {
    /// Whether `word` stands in it and is not the beginning or the end of a longer one.
    fileprivate func contains(word: String) -> Bool {
        guard !word.isEmpty else { return false }
        return ranges(of: word).contains { range in
            let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : " "
            let after = range.upperBound < endIndex ? self[range.upperBound] : " "
            return !(before.isLetter || before.isNumber) && !(after.isLetter || after.isNumber)
        }
    }
}
