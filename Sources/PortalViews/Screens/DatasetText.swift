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

    func compose(context: ViewContext) -> ScrollText {
        var builder = ScrollTextBuilder(width: width, texts: context.texts)
        if let error { describe(error, in: &builder, context: context) }
        if let wait {
            builder.paragraph(wait, style: .warning)
            builder.blank()
        }
        switch tab {
        case .overview: overview(in: &builder, glyphs: context.glyphs, open: context.key(.open))
        case .members: break
        case .files: files(in: &builder)
        case .details: details(in: &builder)
        case .contacts: contacts(in: &builder)
        case .links: links(in: &builder)
        }
        if detail == nil, error == nil, isLoading, tab != .overview {
            builder.paragraph("Loading\(context.glyphs.ellipsis)", style: .dim)
        }
        return builder.text
    }

    private var shownSummary: DatasetSummary? { detail?.summary ?? summary }

    private func describe(_ error: PortalError, in builder: inout ScrollTextBuilder, context: ViewContext) {
        let glyphs = context.glyphs
        let shown =
            detail == nil ? "This is what the list knows of it." : "This is what was fetched \(age ?? "before")."
        builder.paragraph("\(glyphs.cross) \(error.sentence) \(shown)", style: .error)
        if let detail = error.detail, !detail.isEmpty { builder.paragraph(detail) }
        if error.canBeRetried { builder.paragraph("\(context.key(.refresh)) tries again.") }
        if let id = error.requestID { builder.paragraph("request id \(id)", style: .dim) }
        builder.blank()
    }

    // MARK: Overview

    private func overview(in builder: inout ScrollTextBuilder, glyphs: GlyphSet, open: TerminalText) {
        guard let summary = shownSummary else { return }
        let title = TerminalText(singleLine: summary.title)
        if title.columns > titleColumns - 1 {
            builder.paragraph(title, style: .title)
            builder.blank()
        }
        if summary.isExternallyGoverned { external(summary, in: &builder, glyphs: glyphs) }
        if summary.isSeries {
            builder.paragraph(
                "A dataset series: access is asked for its datasets, which are in the part Datasets.", style: .info)
            builder.blank()
        }
        if let whole = detail?.partOf, !whole.isEmpty {
            for part in whole { builder.paragraph("Part of: \(part.title)", style: .link) }
            builder.paragraph("\(open) opens \(whole.count == 1 ? "it" : "one of them").", style: .dim)
            builder.blank()
        }
        if !summary.description.isEmpty {
            builder.paragraph(summary.description, key: descriptionKey(summary))
            builder.blank()
        }
        builder.entries(facts(summary))
    }

    private func external(_ summary: DatasetSummary, in builder: inout ScrollTextBuilder, glyphs: GlyphSet) {
        builder.paragraph(
            "\(glyphs.external) Governed outside of this portal: access is asked for at its provider.", style: .info)
        if let address = detail?.accessURL { builder.paragraph(address, style: .link, indent: 2) }
        builder.blank()
    }

    /// In the words of the lists, and those of the catalogue where they are others.
    private func access(_ summary: DatasetSummary) -> [String] {
        guard let rights = summary.accessRights?.label, !rights.isEmpty else { return [] }
        let word = summary.accessMark(.unicode).word.plain
        let isSame = word.lowercased() == rights.lowercased() || summary.accessLevel == .unknown
        return [isSame ? rights : "\(word) (\(rights))"]
    }

    private func facts(_ summary: DatasetSummary) -> [(label: String, values: [String], style: Style)] {
        [
            ("Themes", summary.themes.map(\.label), .plain),
            ("Keywords", summary.keywords, .plain),
            ("Individuals", summary.individuals.map { [CountText.text($0)] } ?? [], .plain),
            ("Records", summary.records.map { [CountText.text($0)] } ?? [], .plain),
            (
                "Period", DateText.period(from: summary.coverageStart, to: summary.coverageEnd).map { [$0] } ?? [],
                .plain
            ),
            ("Access", access(summary), .plain),
            ("Publisher", summary.publishers, .plain),
            ("Catalogue", summary.catalogue.map { [$0] } ?? [], .plain),
            ("Created", summary.created.map { [DateText.day($0)] } ?? [], .plain),
            ("Modified", summary.modified.map { [DateText.day($0)] } ?? [], .plain),
            ("Identifier", summary.identifier.map { [$0] } ?? [], .plain),
            ("Page", detail?.url.map { [$0] } ?? [], .link),
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

    private func files(in builder: inout ScrollTextBuilder) {
        guard let detail else { return }
        if detail.distributions.isEmpty {
            builder.paragraph("The catalogue lists no files or services for this dataset.", style: .dim)
        }
        for file in detail.distributions {
            builder.heading(file.title.isEmpty ? file.format ?? "(no title)" : file.title)
            if !file.description.isEmpty { builder.paragraph(file.description) }
            builder.entries(
                [
                    ("Format", [file.format ?? file.mediaType].compactMap { $0 }, .plain),
                    ("Size", file.byteSize.map { [CountText.bytes($0)] } ?? [], .plain),
                    ("Licence", [file.licence].compactMap { $0 }, .plain),
                    ("Access", [file.accessURL].compactMap { $0 }, .link),
                    (
                        "Download", file.downloadURL == file.accessURL ? [] : [file.downloadURL].compactMap { $0 },
                        .link
                    ),
                ] + file.entries.map(Self.shown))
        }
    }

    private func details(in builder: inout ScrollTextBuilder) {
        guard let detail else { return }
        if detail.sections.isEmpty { builder.paragraph("The catalogue gives no further details.", style: .dim) }
        for section in detail.sections {
            builder.heading(section.title)
            explained(section.entries, in: &builder)
        }
    }

    private func contacts(in builder: inout ScrollTextBuilder) {
        guard let detail else { return }
        if detail.contacts.isEmpty { builder.paragraph("The catalogue names no contact.", style: .dim) }
        for contact in detail.contacts {
            if contact.name.isEmpty { builder.blank() } else { builder.heading(contact.name) }
            builder.entries([
                ("E-mail", [contact.email].compactMap { $0 }, .link), ("Address", contact.urls, .link),
            ])
        }
    }

    private func links(in builder: inout ScrollTextBuilder) {
        guard let detail else { return }
        var links: [(label: String, values: [String], style: Style)] = []
        if let url = detail.url { links.append(("Page of the dataset", [url], .link)) }
        for file in detail.distributions {
            let addresses = [file.accessURL, file.downloadURL].compactMap { $0 }
            let own = addresses.first == addresses.last ? Array(addresses.prefix(1)) : addresses
            links.append((file.title.isEmpty ? "File" : file.title, own, .link))
        }
        for entry in detail.sections.flatMap(\.entries) where entry.isAddress {
            links.append((entry.label, entry.values, .link))
        }
        if links.allSatisfy({ $0.values.isEmpty }) {
            builder.paragraph("The catalogue gives no addresses.", style: .dim)
        }
        for link in links where !link.values.isEmpty {
            builder.paragraph(TerminalText(singleLine: link.label), style: .dim)
            for value in link.values { builder.paragraph(value, style: .link, indent: 2) }
        }
    }

    /// Fields with what the service says of them, below each.
    private func explained(_ entries: [DetailEntry], in builder: inout ScrollTextBuilder) {
        let widest =
            entries.map { TerminalText(singleLine: $0.label).columns }
            .filter { $0 <= ScrollTextBuilder.widestLabel }.max() ?? 0
        for entry in entries {
            builder.entries([Self.shown(entry)], labelColumns: widest)
            if let help = entry.help, !help.isEmpty { builder.paragraph(help, style: .dim, indent: 2) }
        }
    }

    private static func shown(_ entry: DetailEntry) -> (label: String, values: [String], style: Style) {
        (entry.label, entry.values, entry.isAddress ? .link : .plain)
    }
}
