import ArgumentParser
import PortalModel
import PortalViews
import TerminalCanvas

/// `portal show`: one dataset.
struct ShowCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a dataset.",
        discussion: """
            ttl, rdf and jsonld are the catalogue's own descriptions. Control characters, which no such document needs \
            and a terminal would obey, are left out of them unless --raw is given.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reading: ReadingFlags
    @OptionGroup var offline: OfflineFlags
    @Flag(help: LinearFlag.help) var linear = false

    @Argument(help: "The dataset's id, as portal search prints it.", completion: LocalNames.basket)
    var id: String

    @Option(help: "json (docs/schemas/show.json), ttl, rdf or jsonld; text for people when left out.")
    var format: Format?

    @Flag(help: "The same as --format json.")
    var json = false

    @Flag(help: "Print ttl, rdf and jsonld byte by byte as they come.")
    var raw = false

    @Flag(help: "Show its data dictionary instead: a row a variable (with --json docs/schemas/dictionary.json).")
    var dictionary = false

    @Flag(help: "With --dictionary: comma-separated values with a heading row, for spreadsheets.")
    var csv = false

    @Option(
        help: ArgumentHelp(
            """
            Compare what you want the data for with what it may be used for: codes of DUO and words, with commas \
            between them (HMB, DS:MONDO:0005105, POA, methods, NCU, NPU, commercial, IRB, PUB). A hint: the committee decides.
            """, valueName: "purpose"))
    var purpose: String?

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, ttl, rdf, jsonld
    }

    func validate() throws {
        try GivenWords.check(ids: [id], .theDataset)
        do { _ = try wanted } catch { throw ValidationError(ShowCommandWords.noPurpose(error.word)) }
        guard purpose == nil || format == nil || format == .json else {
            throw ValidationError(ShowCommandWords.purposeOfDescription)
        }
        guard !csv || dictionary && !json && format == nil else {
            throw ValidationError(ShowCommandWords.csvOfDictionary)
        }
        guard !dictionary || purpose == nil && (format == nil || format == .json) else {
            throw ValidationError(ShowCommandWords.dictionaryAlone)
        }
        guard !reading.cached && !offline.isAsked || format == nil || format == .json else {
            throw ValidationError(ShowCommandWords.descriptionsNotKept)
        }
        guard !reading.cached || !offline.isAsked else { throw ValidationError(MirrorWords.cachedAndOffline) }
    }

    private var wanted: ResearchPurpose? {
        get throws(ResearchPurpose.UnknownWord) {
            try purpose.map { text throws(ResearchPurpose.UnknownWord) in try ResearchPurpose(parsing: text) }
        }
    }

    func perform() async throws {
        try await CommandPortal.with(portal, offline.isAsked ? .portal : reading.way) { portal in
            guard !offline.isAsked else {
                return try await portal.offline(path: offline.mirror) {
                    try await showMirrored(portal, Reading(.kept))
                } kept: {
                    try await show($0)
                }
            }
            if let form = format.flatMap({ ExportFormat(rawValue: $0.rawValue) }) {
                try portal.require(.export)
                let document = try await portal.discovery.export(DatasetID(id), form)
                return try CommandOutput().emit(document: document, raw: raw)
            }
            try await portal.orMirror {
                try await show(portal)
            } _: { error in
                try await showMirrored(portal, Reading(.kept, because: error))
            }
        }
    }

    private func show(_ portal: CommandPortal) async throws {
        let output = CommandOutput(json: json || format == .json, portal.reading, linear: linear)
        let detail = try await portal.discovery.dataset(DatasetID(id))
        guard !dictionary else { return try showDictionary(of: detail, output) }
        let canList = portal.portal.info.capabilities.offers(.series)
        let members = detail.summary.isSeries && canList ? try await members(of: detail, portal) : nil
        if output.isJSON {
            try output.emit(DatasetDetailRecord(detail, members: members, purpose: try wanted))
        } else {
            try tell(detail, members: members, portal.portal.info.helpdesk, output)
        }
    }

    private func showMirrored(_ portal: CommandPortal, _ reading: Reading) async throws {
        let output = CommandOutput(json: json || format == .json, reading, linear: linear)
        let detail = try await OfflineDataset(id: DatasetID(id), path: offline.mirror).detail(at: portal, reading)
        if dictionary {
            try showDictionary(of: detail, output)
        } else if output.isJSON {
            try output.emit(DatasetDetailRecord(detail, purpose: try wanted))
        } else {
            try tell(detail, members: nil, portal.portal.info.helpdesk, output)
        }
        if let words = reading.words { output.note(words) }
    }

    private func tell(
        _ detail: DatasetDetail, members: [DatasetSummary]?, _ helpdesk: String?, _ output: CommandOutput
    ) throws {
        let place = detail.placeToAsk(helpdesk: helpdesk)
        guard output.isLinear else { return try output.show(text(detail, members: members, place, try wanted)) }
        let spoken = SpokenDataset(detail: detail, members: members, place: place, purpose: try wanted, words: .person)
        try output.write(spoken.lines)
    }

    /// Nil where only what was kept is looked at, and they are not.
    private func members(of detail: DatasetDetail, _ portal: CommandPortal) async throws -> [DatasetSummary]? {
        do {
            return try await SeriesMembers(portal).datasets(of: detail.summary.title)
        } catch {
            guard portal.reading.usesKept, let kind = (error as? PortalError)?.kind, kind == .notKept || kind.isOfTheWay
            else { throw error }
            return nil
        }
    }

    /// What it may be used for, code by code, and what comparing the purpose came to.
    private func dataUse(_ detail: DatasetDetail, _ purpose: ResearchPurpose?) -> [String] {
        let uses = detail.dataUses
        guard !uses.isEmpty || purpose != nil else { return [] }
        let c = Phrasing.person
        let comparison = purpose.map { DataUseComparison(uses, $0) }
        var lines = ["", c.text(DataUseWords.heading).uppercased()]
        for use in uses {
            let answer = comparison?.answers[use].map { " (\(c.text(DataUseWords.answer($0))))" } ?? ""
            lines.append("  " + c.text(DataUseWords.term(use)) + answer)
            let meaning = c.text(DataUseWords.meaning(use))
            if !meaning.isEmpty { lines.append("      " + meaning) }
        }
        if uses.isEmpty { lines.append("  " + c.text(ShowCommandWords.noDataUse)) }
        if let comparison { lines.append("  " + c.text(DataUseWords.whole(comparison.answer))) }
        return lines
    }

    private func text(
        _ detail: DatasetDetail, members: [DatasetSummary]?, _ place: PlaceToAsk?, _ purpose: ResearchPurpose?
    ) -> String {
        let dataset = detail.summary
        let c = Phrasing.person
        func line(_ words: ShowCommandWords) -> String { c.text(words) }
        var lines = [dataset.title, line(.id(dataset.id.rawValue))]
        if let identifier = dataset.identifier { lines.append(line(.identifier(identifier))) }
        let terms = dataset.termsOfAccess
        let isStated = dataset.accessLevel != .unknown || terms == nil
        lines.append(line(isStated ? .access(dataset.accessLevel) : .seeTerms))
        if let terms { lines.append(line(.terms(terms))) }
        if !dataset.keywords.isEmpty { lines.append(line(.keywords(dataset.keywords))) }
        if !dataset.themes.isEmpty { lines.append(line(.themes(dataset.themes.map(\.label)))) }
        if !dataset.publishers.isEmpty { lines.append(line(.publisher(dataset.publishers))) }
        lines += [
            dataset.catalogue.map { .catalogue($0) }, dataset.created.map { .created($0) },
            dataset.modified.map { .modified($0) }, detail.url.map { .page($0) },
        ].compactMap { (words: ShowCommandWords?) in words.map(line) }
        if !dataset.description.isEmpty { lines += ["", dataset.description] }
        lines += dataUse(detail, purpose)
        for section in detail.sections where !section.entries.isEmpty {
            lines += ["", c.detail(section.title).plain.uppercased()]
            for entry in section.entries {
                let value = c.values(of: entry).joined(separator: ", ").replacing("\n", with: "\n      ")
                lines.append("  \(c.detail(entry.label)): \(value)")
                // Below the field that it is about.
                lines += (entry.help ?? "").split(separator: "\n").map { "      (\($0))" }
            }
        }
        if let members {
            lines += ["", line(.members)]
            lines += members.map { "  \($0.id.rawValue): \($0.title)" }
            if members.isEmpty { lines.append("  " + line(.noMembers)) }
        }
        if !detail.distributions.isEmpty { lines += ["", line(.files)] }
        for file in detail.distributions { lines += about(file) }
        if !detail.contacts.isEmpty { lines += ["", line(.contacts)] }
        for contact in detail.contacts {
            lines.append("  " + contact.words)
        }
        if let place { lines += ["", c.text(ProviderWords.place(place))] }
        return lines.joined(separator: "\n")
    }

    /// One of the files, with all that the catalogue says of it below its name.
    private func about(_ file: Distribution) -> [String] {
        let c = Phrasing.person
        let size = file.byteSize.map { c.bytes($0) }
        let facts = [file.format ?? file.mediaType, size, file.downloadURL ?? file.accessURL].compactMap(\.self)
        var lines = ["  \(file.title)" + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")]
        lines += file.description.split(whereSeparator: \.isNewline).map { "      \($0)" }
        if let licence = file.licence { lines.append("      " + c.text(ShowCommandWords.licence(licence))) }
        if let address = file.accessURL, let other = file.downloadURL, address != other {
            lines.append("      " + c.text(ShowCommandWords.accessAddress(address)))
        }
        for entry in file.entries {
            lines.append("      \(c.detail(entry.label)): \(c.values(of: entry).joined(separator: ", "))")
        }
        return lines
    }
}
