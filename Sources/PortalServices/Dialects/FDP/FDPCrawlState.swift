import LinkedData
import PortalDomain

/// How far a crawl has come: what was found, and what is still to be asked for. No network.
struct FDPCrawlState {
    /// A document that something links to.
    struct Link: Sendable {
        var name: String
        /// At the point's own address.
        var path: String
        var catalogue: String?
        var level: Int
        /// Of a page of a list: what the list is of, and nil for anything else.
        var isOf: RDFTerm?
        /// What was said of a dataset where it was linked, for where its own document is not to be had.
        var described: DatasetDetail?
    }

    private var collection: FDPCollection
    private let languages: [String]
    private let bounds: FDPCrawl.Bounds
    private var waiting: [Link] = []
    private var next = 0
    private var seen: Set<String> = []
    private var asked: Set<String> = []
    var bytes = 0
    private var isCut = false

    var place: FDPPlace { collection.place }

    init(place: FDPPlace, languages: [String], bounds: FDPCrawl.Bounds) {
        collection = FDPCollection(place: place)
        self.languages = languages
        self.bounds = bounds
        asked = [place.root]
    }

    /// Those that are to be asked for together; none at the end.
    mutating func nextBatch() -> [Link] {
        guard next < waiting.count else { return [] }
        guard bytes < bounds.bytes else {
            isCut = true
            return []
        }
        let batch = waiting[next..<min(next + bounds.atOnce, waiting.count)]
        next = batch.endIndex
        return Array(batch)
    }

    mutating func finished() -> FDPCollection {
        if isCut {
            collection.unreadable.append(
                .unreadable(
                    id: nil,
                    reason: .catalogue(
                        .linksTooMuch(documents: bounds.documents, megabytes: bounds.bytes / 1024 / 1024))))
        }
        return collection
    }

    /// Goes on with what belongs to a node: what the document says enough of is taken from it, the rest is to be asked for.
    mutating func follow(_ node: RDFTerm, in graph: RDFGraph, catalogue: String?, level: Int) {
        if let name = node.iri { seen.insert(name) }
        let members = graph.members(of: node)
        guard !members.isEmpty else { return }
        guard level < bounds.levels else {
            collection.unreadable.append(
                .unreadable(id: node.iri, reason: .catalogue(.nestedTooDeep(levels: bounds.levels))))
            return
        }
        for member in members { take(member, in: graph, catalogue: catalogue, level: level + 1) }
    }

    private mutating func take(_ member: RDFTerm, in graph: RDFGraph, catalogue: String?, level: Int) {
        guard !graph.isAside(member) else { return }
        // A node without a name has its label within its document only, and is met there alone.
        if let name = member.iri, !seen.insert(name).inserted { return }
        let detail = graph.isDataset(member) ? detail(of: member, in: graph, catalogue: catalogue) : nil
        if let detail, graph.isSaid(of: member) || member.iri == nil {
            add(detail, isDescribed: true)
            if graph.isSeries(member) { follow(member, in: graph, catalogue: catalogue, level: level) }
            return
        }
        guard let name = member.iri else {
            // A catalogue without a name leads on; anything else cannot be opened.
            if graph.members(of: member).isEmpty {
                collection.unreadable.append(.unreadable(id: nil, reason: .answer(.recordWithoutID)))
            } else {
                follow(member, in: graph, catalogue: title(of: member, in: graph) ?? catalogue, level: level)
            }
            return
        }
        if graph.types(of: member).contains(FDPName.dcat + "Catalog"), !graph.members(of: member).isEmpty {
            follow(member, in: graph, catalogue: title(of: member, in: graph) ?? catalogue, level: level)
            return
        }
        guard let path = place.path(of: name) else {
            if let detail { return add(detail, isDescribed: true) }
            collection.unreadable.append(
                .unreadable(id: name, reason: .catalogue(.liesElsewhere(host: FDPTerm.host(name)))))
            return
        }
        guard asked.insert(path).inserted else { return }
        guard waiting.count < bounds.documents else {
            isCut = true
            return
        }
        waiting.append(Link(name: name, path: path, catalogue: catalogue, level: level, described: detail))
    }

    /// - Throws: where nobody else will answer either.
    mutating func take(
        _ answer: Result<FDPDocuments.Document, PortalError>, of link: Link
    ) throws(PortalError) {
        switch answer {
        case .success(let document):
            bytes += document.bytes
            take(document.graph, of: link)
        case .failure(let error):
            switch error.kind {
            case .offline, .timedOut, .tooManyRequests, .unavailable, .notTried, .local, .cancelled: throw error
            case .signedOut, .forbidden, .notFound, .refused, .conflict, .invalid, .serverFault, .unreadableAnswer,
                .unsupported, .heldElsewhere, .changedElsewhere, .notKept:
                if let described = link.described { return add(described, isDescribed: true) }
                collection.unreadable.append(.unreadable(id: link.name, reason: error.why))
            }
        }
    }

    /// Goes on with the next pages of what a document is about. A page that was asked for once is not asked for again.
    mutating func followPages(of node: RDFTerm, in graph: RDFGraph, catalogue: String?, level: Int) {
        for name in graph.nextPages {
            guard let path = place.path(of: name) else {
                collection.unreadable.append(
                    .unreadable(id: name, reason: .catalogue(.liesElsewhere(host: FDPTerm.host(name)))))
                continue
            }
            guard asked.insert(path).inserted else { continue }
            guard waiting.count < bounds.documents else {
                isCut = true
                return
            }
            waiting.append(Link(name: name, path: path, catalogue: catalogue, level: level, isOf: node))
        }
    }

    /// A page lists what belongs to the same node as the page before, to a catalogue in it, or to itself.
    private mutating func take(_ graph: RDFGraph, ofPage link: Link, of list: RDFTerm) {
        let page = graph.node(named: link.name)
        for node in graph.subjects
        where node == list || node == page || graph.types(of: node).contains(FDPName.dcat + "Catalog") {
            follow(node, in: graph, catalogue: link.catalogue, level: link.level)
        }
        followPages(of: list, in: graph, catalogue: link.catalogue, level: link.level)
    }

    private mutating func take(_ graph: RDFGraph, of link: Link) {
        if let list = link.isOf { return take(graph, ofPage: link, of: list) }
        guard let node = graph.node(named: link.name) else {
            if let described = link.described { return add(described, isDescribed: true) }
            collection.unreadable.append(.unreadable(id: link.name, reason: .catalogue(.saysNothing)))
            return
        }
        guard !graph.isAside(node) else { return }
        if graph.isDataset(node) {
            if let detail = detail(of: node, in: graph, catalogue: link.catalogue, id: link.name) {
                add(detail, isDescribed: false)
            }
            if graph.isSeries(node) { follow(node, in: graph, catalogue: link.catalogue, level: link.level) }
            return
        }
        let catalogue = title(of: node, in: graph) ?? link.catalogue
        follow(node, in: graph, catalogue: catalogue, level: link.level)
        followPages(of: node, in: graph, catalogue: catalogue, level: link.level)
    }

    private mutating func add(_ detail: DatasetDetail, isDescribed: Bool) {
        collection.datasets.append(detail.summary)
        if isDescribed { collection.described[detail.summary.id] = detail }
    }

    private func title(of node: RDFTerm, in graph: RDFGraph) -> String? {
        JSONText.line(FDPRecord(node, in: graph, languages: languages).values.label(of: node))
    }

    /// - Parameter id: as it was linked, where its document calls it otherwise.
    private func detail(
        of node: RDFTerm, in graph: RDFGraph, catalogue: String?, id: String? = nil
    ) -> DatasetDetail? {
        let record = FDPRecord(node, in: graph, languages: languages)
        guard let id = id ?? node.iri ?? record.identifierText else { return nil }
        return DatasetDetail(fdp: record, id: id, catalogue: catalogue, files: record.describedDistributions)
    }
}
