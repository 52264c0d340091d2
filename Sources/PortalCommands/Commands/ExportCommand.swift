import ArgumentParser
import Foundation
import PortalMirror
import PortalModel
import PortalStorage
import PortalViews

/// `portal export`: several datasets in one file.
struct ExportCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write datasets into a file: a table, citations, or a manifest of their files.",
        discussion: """
            Of the datasets that are named, of the basket, or of all that a search finds. csv and tsv are a row a dataset, \
            ndjson an object a line (docs/schemas/search.json), bibtex and csl citations. A manifest is a row a file, \
            with checksums and addresses, as workflows take for their sample sheet: tab-separated, as manifest-csv, or \
            as manifest-json (docs/schemas/manifest.json). ttl, rdf and jsonld are the catalogue's own descriptions: \
            several of them go into a folder, a file each.

            A file is there when it is whole, and takes no other one's place. The status is not 0 when a dataset could \
            not be had; then no file is kept, but with --partial.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Argument(
        help: "The datasets, by the ids that portal search prints; - reads them from standard input, one a line.",
        completion: LocalNames.basket)
    var ids: [String] = []

    @Flag(help: "What is in the basket.")
    var basket = false

    @Option(help: ArgumentHelp("All that a line finds, as portal search takes it.", valueName: "line"))
    var search: String?

    @Option(help: ArgumentHelp("All that a saved search finds, by its name.", valueName: "name"))
    var saved: String?

    @Option(help: "So many of what a search finds at most; all when left out.")
    var limit: Int?

    @Option(help: ArgumentHelp(Self.formats, valueName: "format"), transform: Self.format)
    var format: CollectionFormat?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "Where to; standard output when left out. Several descriptions go into a folder.", valueName: "path"),
        completion: .file())
    var output: String?

    @Flag(help: "Put it in the place of a file that is there.")
    var overwrite = false

    @Flag(help: "Keep the file without the datasets that could not be had.")
    var partial = false

    @OptionGroup var offline: OfflineFlags

    @Flag(help: "Write what was kept of earlier answers and ask nobody; its age is told.")
    var cached = false

    private static let formats = ArgumentHelp(
        "\(CollectionFormat.allCases.map(\.rawValue).joined(separator: ", ")). Left out: by the file's name, else csv."
    )
    .abstract

    private static func format(_ text: String) throws -> CollectionFormat {
        if let format = CollectionFormat(rawValue: text.lowercased()) { return format }
        throw ValidationError(
            RequestFileWords.formatTakes(CollectionFormat.allCases.map(\.rawValue), not: text))
    }

    /// By what the file is called; `.json` is CSL's.
    private var chosen: CollectionFormat {
        format ?? ending.flatMap(CollectionFormat.init(ending:)) ?? .csv
    }

    /// What the file's name ends with, without the dot; nil for a name without one.
    private var ending: String? {
        guard let name = output?.split(separator: "/").last else { return nil }
        let parts = name.drop { $0 == "." }.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 ? parts.last.map { $0.lowercased() } : nil
    }

    func validate() throws {
        let named = ids.filter { $0 != "-" }
        try GivenWords.check(ids: named, .aDataset)
        let ways = [!ids.isEmpty, basket, search != nil, saved != nil].count { $0 }
        guard ways == 1 else { throw ValidationError(ExportWords.whichDatasets) }
        guard limit.map({ $0 > 0 }) ?? true, limit == nil || search != nil || saved != nil else {
            throw ValidationError(ExportWords.limit)
        }
        guard !cached || !offline.isAsked else { throw ValidationError(MirrorWords.cachedAndOffline) }
        guard !offline.isAsked && !cached || chosen.description == nil else {
            throw ValidationError(ShowCommandWords.descriptionsNotKept)
        }
        // What somebody calls a file by, it is to be.
        if format == nil, let ending, CollectionFormat(ending: ending) == nil {
            throw ValidationError(ExportWords.unknownEnding(ending))
        }
        // One document at most can be told from the next.
        guard output != nil || chosen.description == nil || named.count == 1 && ids.count == 1 else {
            throw ValidationError(ExportWords.needsFolder(chosen))
        }
    }

    func perform() async throws {
        let text = try search ?? saved.map { try SearchesPlace(portal).search(named: $0).line }
        let line = try text.map { try SearchedLine($0) }
        try await CommandPortal.with(portal, cached ? .kept : .portal) { portal in
            if chosen.description != nil { try portal.require(.export) }
            if offline.isAsked {
                let mirror = try MirrorShelf(portal, path: offline.mirror).open()
                defer { mirror.close() }
                try await write(CollectionSource(try datasets(at: portal), line, most: limit, in: mirror))
                if let at = try await mirror.status().state.checkedAt {
                    CommandOutput().note(
                        CommonCommandWords.keptAnswer(seconds: max(0, Int(Date().timeIntervalSince(at)))))
                }
            } else {
                let collection: DatasetCollection
                if let line {
                    let query = try await line.lowered(at: portal, CommandOutput()).0.query
                    collection = .search(try portal.askingBeacon(query), most: limit)
                } else {
                    collection = .datasets(try datasets(at: portal))
                }
                try await write(CollectionSource(collection, at: portal.discovery))
            }
        }
    }

    /// Those that are named, or of the basket; none for a search.
    private func datasets(at portal: CommandPortal) throws -> [DatasetID] {
        if basket {
            let items = try portal.portal.drafts.required().loadStart().basket
            guard !items.isEmpty else { throw CommandFailure(BasketCommandWords.isEmpty, .notFound) }
            return items.map(\.id)
        }
        let read = try ids.contains("-") ? CommandOutput.standardInput() : ""
        let lines = read.split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
        return ids.flatMap { $0 == "-" ? lines : [$0] }.map { DatasetID($0) }
    }

    private func write(_ source: CollectionSource) async throws {
        let words = CommandOutput()
        let isFolder = chosen.description != nil && !isOne(source.contents)
        let place = try output.map { try Self.place($0, isFolder, overwrite) } ?? .standardOutput(words)
        var export = CollectionExport(source, as: chosen, to: place)
        let isRead: Bool
        do { isRead = try await export.run() } catch {
            if output != nil { words.say(ExportWords.nothingKept) }
            throw error
        }
        // The reader of a pipe has what it wanted.
        guard isRead else { return }
        for missing in export.report.missing { words.say(ExportWords.missing(missing)) }
        if export.report.unreadable > 0 {
            words.say(SearchCommandWords.unreadable(.init(count: export.report.unreadable)))
        }
        let isKept = export.report.isWhole || partial && export.report.datasets > 0
        if isKept { try place.finish() }
        words.say(ExportWords.done(export.report, chosen, path: output, isKept: isKept))
        if !export.report.isWhole {
            throw CommandFailure(told: export.report.missing.first.map { ExitStatus($0.error.kind) } ?? .failed)
        }
    }

    private static func place(
        _ path: String, _ isFolder: Bool, _ replacing: Bool
    ) throws(CommandFailure) -> CollectionPlace {
        do throws(PrivateFile.Refusal) { return try .at(path, isFolder: isFolder, replacing: replacing) } catch {
            throw CommandFailure(ExportWords.notWritten(error, path: path, isFolder: isFolder))
        }
    }

    private func isOne(_ contents: CollectionSource.Contents) -> Bool {
        if case .datasets(let ids) = contents { ids.count == 1 } else { false }
    }
}
