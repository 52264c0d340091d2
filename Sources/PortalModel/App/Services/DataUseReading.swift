extension Services {
    /// What datasets may be used for, one after the other; what was kept is as good as asking. One that the
    /// catalogue does not have has no use. After a failure it and those behind it are left out.
    package func dataUses(of subjects: [UseSubject]) async -> [RequestedUse] {
        var found: [RequestedUse] = []
        for subject in subjects where !Task.isCancelled {
            if case .dataset(let kept)? = await answers.recall(.dataset(subject.dataset))?.answer {
                found.append(RequestedUse(subject.dataset, kept.dataUses))
                continue
            }
            let asked = await outcome { () async throws(PortalError) in try await discovery.detail(of: subject) }
            switch asked {
            case .success(let detail?): found.append(RequestedUse(subject.dataset, detail.dataUses))
            case .success(nil): found.append(RequestedUse(subject.dataset, nil))
            case .failure: return found
            }
        }
        return found
    }
}

extension DiscoveryService {
    /// A dataset whole, by its id, or by what access management calls it: a request that was made elsewhere knows no more.
    /// Nil for one that the catalogue does not have.
    package func detail(of subject: UseSubject) async throws(PortalError) -> DatasetDetail? {
        do throws(PortalError) {
            return try await self.dataset(subject.dataset)
        } catch {
            // An id that is none of its own may be refused as well as not be found.
            var isRefused = error.kind == .notFound
            if case .invalid = error.kind { isRefused = true }
            guard isRefused else { throw error }
        }
        guard let identifier = subject.identifier else { return nil }
        let page = try await self.search(SearchQuery(text: "\"\(identifier)\""), 0, Self.nearest)
        let match = page.results.lazy.compactMap(\.dataset).first { $0.identifier == identifier }
        guard let match, match.id != subject.dataset else { return nil }
        return try await self.dataset(match.id)
    }

    /// So many results are looked through for one that has the name.
    private static let nearest = 10
}
