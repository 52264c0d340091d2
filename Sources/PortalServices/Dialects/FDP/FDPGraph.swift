import LinkedData

/// What a document of a FAIR Data Point links to, and what it describes.
extension RDFGraph {
    /// What the point itself is called; nil in a document that is of no point and no catalogue.
    var point: RDFTerm? {
        for type in FDPName.points {
            if let node = subjects.first(where: { self[$0, FDPName.type].contains(.iri(type)) }) { return node }
        }
        return nil
    }

    /// The node that a document is about, as it was linked: a server may have moved to `https` or lost a slash since.
    func node(named name: String) -> RDFTerm? {
        if describes(.iri(name)) { return .iri(name) }
        let wanted = Self.bare(name)
        return subjects.first { $0.iri.map { Self.bare($0) == wanted } ?? false }
    }

    private static func bare(_ name: String) -> Substring {
        var name = name[...]
        for scheme in ["http://", "https://"] where name.hasPrefix(scheme) { name.removeFirst(scheme.count) }
        while name.hasSuffix("/") { name.removeLast() }
        return name
    }

    func types(of node: RDFTerm) -> [String] { self[node, FDPName.type].compactMap(\.iri) }

    func isDataset(_ node: RDFTerm) -> Bool { types(of: node).contains(where: FDPName.datasets.contains) }

    func isSeries(_ node: RDFTerm) -> Bool { types(of: node).contains(FDPName.series) }

    /// Neither a dataset nor on the way to one.
    func isAside(_ node: RDFTerm) -> Bool { types(of: node).contains(where: FDPName.others.contains) }

    /// What belongs to a node: by its own links, and by those of the containers that are about it (LDP's
    /// `membershipResource`). Once each, in the order of the document.
    func members(of node: RDFTerm) -> [RDFTerm] {
        var seen: Set<RDFTerm> = [node]
        var found: [RDFTerm] = []
        for subject in [node] + containers(of: node) {
            let isAside = self[subject, FDPName.ldp + "hasMemberRelation"]
                .contains { $0.iri.map(FDPName.relationsAside.contains) ?? false }
            for link in FDPName.links where !(isAside && link == FDPName.contains) {
                for member in self[subject, link] where member.isNode && seen.insert(member).inserted {
                    found.append(member)
                }
            }
        }
        return found
    }

    /// The documents with what else belongs to what this document is about: the next page of a list that Hydra cuts into
    /// pages, by its word of today and by the one before, which CKANs write.
    var nextPages: [String] {
        subjects.flatMap { subject in
            FDPName.nextPages.flatMap { self[subject, $0] }.compactMap { $0.iri ?? $0.text }
        }
    }

    private func containers(of node: RDFTerm) -> [RDFTerm] {
        subjects.filter { $0 != node && self[$0, FDPName.ldp + "membershipResource"].contains(node) }
    }
}
