import FoundationEssentials
import PortalModel
import TerminalCanvas

/// Everything that the text of a dataset's tab depends on.
struct DatasetText: Equatable {
    var dataset: DatasetID
    var summary: DatasetSummary?
    var detail: DatasetDetail?
    var tab: DatasetState.Tab
    var error: PortalError?
    /// How long ago what is shown beside the error was fetched.
    var age: String?
    /// Why a call stands still, and how long yet.
    var wait: String?
    var isLoading: Bool
    var width: Int
    /// Columns that the title line has.
    var titleColumns: Int
    /// The portal's, for datasets of which nobody else is known to ask.
    var helpdesk: String?

    func compose(context: ViewContext) -> ScrollText {
        var builder = ScrollTextBuilder(width: width, texts: context.texts)
        if let error { describe(error, in: &builder, context: context) }
        if let wait {
            builder.paragraph(wait, style: .warning)
            builder.blank()
        }
        switch tab {
        case .overview: overview(in: &builder, context: context)
        case .members: break
        case .files: files(in: &builder, context)
        case .details: details(in: &builder, context)
        case .contacts: contacts(in: &builder, context)
        case .links: links(in: &builder, context)
        }
        if detail == nil, error == nil, isLoading, tab != .overview {
            builder.paragraph(context.words(CommonWords.loading), style: .dim)
        }
        return builder.text
    }

    private var shownSummary: DatasetSummary? { detail?.summary ?? summary }

    private func describe(_ error: PortalError, in builder: inout ScrollTextBuilder, context: ViewContext) {
        let glyphs = context.glyphs
        let shown =
            detail == nil
            ? context.words.text(DatasetWords.fromList)
            : context.words.text(DatasetWords.fetched(age: age ?? context.words.text(DatasetWords.before)))
        builder.paragraph("\(glyphs.cross) \(context.words(error)) \(shown)", style: .error)
        if let reason = error.reason { builder.paragraph(context.words(reason)) }
        if error.canBeRetried { builder.paragraph(context.words(CommonWords.triesAgain)) }
        if let id = error.requestID { builder.paragraph(context.words(CommonWords.requestID(id: id)), style: .dim) }
        builder.blank()
    }

    // MARK: Overview

    private func overview(in builder: inout ScrollTextBuilder, context: ViewContext) {
        guard let summary = shownSummary else { return }
        let title = TerminalText(singleLine: summary.title)
        if title.columns > titleColumns - 1 {
            builder.paragraph(title, style: .title)
            builder.blank()
        }
        if summary.isExternallyGoverned { external(summary, in: &builder, context: context) }
        if summary.isSeries {
            builder.paragraph(
                context.words(DatasetWords.seriesAccess), style: .info)
            builder.blank()
        }
        if let whole = detail?.partOf, !whole.isEmpty {
            for part in whole { builder.paragraph(context.words(DatasetWords.partOf(title: part.title)), style: .link) }
            builder.paragraph(context.words(DatasetWords.opensWhole(one: whole.count == 1)), style: .dim)
            builder.blank()
        }
        if !summary.description.isEmpty {
            builder.paragraph(summary.description, key: descriptionKey(summary))
            builder.blank()
        }
        builder.entries(facts(summary, context))
    }

    private func external(_ summary: DatasetSummary, in builder: inout ScrollTextBuilder, context: ViewContext) {
        builder.paragraph(
            context.words(DatasetWords.governedElsewhere), style: .info)
        switch detail?.placeToAsk(helpdesk: helpdesk) {
        case .address(let address): builder.paragraph(address, style: .link, indent: 2)
        case let place?: builder.paragraph(context.words(ProviderWords.instead(place)), indent: 2)
        case nil: break
        }
        builder.blank()
    }

    /// In the words of the lists, and those of the catalogue where they are others.
    private func access(_ summary: DatasetSummary, _ context: ViewContext) -> [String] {
        guard let rights = summary.accessRights?.label, !rights.isEmpty else { return [] }
        let word = summary.accessMark(context.words).word.plain
        let isSame = word.lowercased() == rights.lowercased() || summary.accessLevel == .unknown
        return [isSame ? rights : "\(word) (\(rights))"]
    }

    /// `DS MONDO:0005105`; a code without a shorthand as it is.
    private static func chip(_ use: DataUse) -> String {
        ([use.code.term?.shorthand ?? use.code.id] + use.restrictions).joined(separator: " ")
    }

    private func dataUse(_ uses: [DataUse], in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        guard !uses.isEmpty else { return }
        builder.heading(context.words(DataUseWords.heading))
        for use in uses {
            builder.paragraph(context.words(DataUseWords.term(use)), style: .badge)
            let meaning: TerminalText = context.words(DataUseWords.meaning(use))
            if !meaning.isEmpty { builder.paragraph(meaning, indent: 2) }
        }
    }

    private func facts(_ summary: DatasetSummary, _ context: ViewContext) -> [(
        label: String, values: [String], style: Style
    )] {
        [
            (context.words.text(DatasetWords.themes), summary.themes.map(\.label), .plain),
            (context.words.text(DatasetWords.keywords), summary.keywords, .plain),
            (
                context.words.text(DatasetWords.individuals),
                summary.individuals.map { [context.words.number($0)] } ?? [], .plain
            ),
            (
                context.words.text(DatasetWords.records), summary.records.map { [context.words.number($0)] } ?? [],
                .plain
            ),
            (
                context.words.text(DatasetWords.period),
                context.words.period(from: summary.coverageStart, to: summary.coverageEnd).map { [$0] } ?? [],
                .plain
            ),
            (context.words.text(DatasetWords.access), access(summary, context), .plain),
            (context.words.text(DataUseWords.heading), detail?.dataUses.map(Self.chip) ?? [], .badge),
            (context.words.text(DatasetWords.publisher), summary.publishers, .plain),
            (context.words.text(DatasetWords.catalogue), summary.catalogue.map { [$0] } ?? [], .plain),
            (context.words.text(DatasetWords.created), summary.created.map { [context.words.day($0)] } ?? [], .plain),
            (context.words.text(DatasetWords.modified), summary.modified.map { [context.words.day($0)] } ?? [], .plain),
            (context.words.text(DatasetWords.identifier), summary.identifier.map { [$0] } ?? [], .plain),
            (context.words.text(DatasetWords.page), detail?.url.map { [$0] } ?? [], .link),
        ]
    }

    /// A description is not hashed in full: its length, its ends and the date tell editions apart.
    private func descriptionKey(_ summary: DatasetSummary) -> TextKey {
        var hasher = Hasher()
        let bytes = summary.description.utf8
        hasher.combine(bytes.count)
        for byte in bytes.prefix(128) { hasher.combine(byte) }
        for byte in bytes.suffix(128) { hasher.combine(byte) }
        hasher.combine(summary.modified)
        return TextKey(dataset.rawValue, field: "description", revision: hasher.finalize())
    }

    // MARK: The other tabs

    private func files(in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        guard let detail else { return }
        if detail.distributions.isEmpty {
            builder.paragraph(context.words(DatasetWords.noFiles), style: .dim)
        }
        for file in detail.distributions {
            builder.heading(file.title.isEmpty ? file.format ?? context.words.text(CommonWords.noTitle) : file.title)
            if !file.description.isEmpty { builder.paragraph(file.description) }
            builder.entries(
                [
                    (
                        context.words.text(DatasetWords.format), [file.format ?? file.mediaType].compactMap { $0 },
                        .plain
                    ),
                    (
                        context.words.text(DatasetWords.size), file.byteSize.map { [context.words.bytes($0)] } ?? [],
                        .plain
                    ),
                    (context.words.text(DatasetWords.licence), [file.licence].compactMap { $0 }, .plain),
                    (context.words.text(DatasetWords.fileAccess), [file.accessURL].compactMap { $0 }, .link),
                    (
                        context.words.text(DatasetWords.download),
                        file.downloadURL == file.accessURL ? [] : [file.downloadURL].compactMap { $0 },
                        .link
                    ),
                ] + file.entries.map { Self.shown($0, context) })
        }
    }

    private func details(in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        guard let detail else { return }
        if detail.sections.isEmpty { builder.paragraph(context.words(DatasetWords.noDetails), style: .dim) }
        dataUse(detail.dataUses, in: &builder, context)
        for section in detail.sections {
            builder.heading(context.words(DetailLabel(label: section.title)))
            explained(section.entries, in: &builder, context)
        }
    }

    private func contacts(in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        guard let detail else { return }
        if detail.contacts.isEmpty { builder.paragraph(context.words(DatasetWords.noContact), style: .dim) }
        for contact in detail.contacts {
            if contact.name.isEmpty { builder.blank() } else { builder.heading(contact.name) }
            builder.entries([
                (context.words.text(CommonWords.email), [contact.email].compactMap { $0 }, .link),
                (context.words.text(DatasetWords.address), contact.urls, .link),
            ])
        }
    }

    private func links(in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        guard let detail else { return }
        var links: [(label: String, values: [String], style: Style)] = []
        if let url = detail.url { links.append((context.words.text(DatasetWords.pageOfDataset), [url], .link)) }
        for file in detail.distributions {
            let addresses = [file.accessURL, file.downloadURL].compactMap { $0 }
            let own = addresses.first == addresses.last ? Array(addresses.prefix(1)) : addresses
            links.append((file.title.isEmpty ? context.words.text(DatasetWords.file) : file.title, own, .link))
        }
        for entry in detail.sections.flatMap(\.entries) where entry.isAddress {
            links.append((context.words.text(DetailLabel(label: entry.label)), entry.values, .link))
        }
        if links.allSatisfy({ $0.values.isEmpty }) {
            builder.paragraph(context.words(DatasetWords.noAddresses), style: .dim)
        }
        for link in links where !link.values.isEmpty {
            builder.paragraph(TerminalText(singleLine: link.label), style: .dim)
            for value in link.values { builder.paragraph(value, style: .link, indent: 2) }
        }
    }

    /// Fields with what the service says of them, below each.
    private func explained(
        _ entries: [DetailEntry], in builder: inout ScrollTextBuilder, _ context: ViewContext
    ) {
        let widest =
            entries.map { context.words(DetailLabel(label: $0.label)).columns }
            .filter { $0 <= ScrollTextBuilder.widestLabel }.max() ?? 0
        for entry in entries {
            builder.entries([Self.shown(entry, context)], labelColumns: widest)
            if let help = entry.help, !help.isEmpty { builder.paragraph(help, style: .dim, indent: 2) }
        }
    }

    private static func shown(
        _ entry: DetailEntry, _ context: ViewContext
    ) -> (label: String, values: [String], style: Style) {
        (
            context.words.text(DetailLabel(label: entry.label)), context.words.values(of: entry),
            entry.isAddress ? .link : .plain
        )
    }
}
