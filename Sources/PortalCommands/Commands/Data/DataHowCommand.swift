import ArgumentParser
import Foundation
import PortalModel
import PortalServices
import PortalViews

/// `portal data how`: the ways to a dataset's data, with what is typed for each.
struct DataHowCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "how", abstract: "Tell by which service a dataset's data is had, and what to type for it.",
        discussion: """
            Known from the dataset's distributions in the catalogue, and from the profile's data: in the configuration. \
            Nothing of it is run, and no token stands in it: what is in capitals is yours to put in.

            --manifest prints the files of the archive instead, for a loop or a workflow: a line each with path, file, plain \
            text, bytes, algorithm, checksum and command, with tabs between and no heading.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Argument(help: "A dataset, by its identifier (portal entitlements) or its id in the catalogue.")
    var dataset: String

    @Flag(
        help: """
            One JSON object a way (docs/schemas/data-how.json), or with --manifest a file (docs/schemas/data-manifest.json).
            """)
    var json = false

    @Flag(help: "Print the dataset's files with what fetches each, for a loop or a workflow.")
    var manifest = false

    @Option(help: ArgumentHelp("Into which folder it is to be fetched, in what is printed.", valueName: "folder"))
    var to: String?

    @OptionGroup var options: ArchiveOptions

    struct Record: Encodable {
        var dataset: String
        /// `sda`, `htsget`, `drs`, `ega`, `sftp`, `workspace` or `web`.
        var service: String
        var address: String?
        /// From where it is known: `catalogue`, `configuration`, `demo` or `identifier`.
        var source: String
        /// Of the distribution, with `catalogue`.
        var distribution: String?
        var commands: [String]
    }

    func validate() throws {
        try GivenWords.check(ids: [dataset], .aDataset)
        guard manifest || options.archive == nil else {
            throw ValidationError(FetchWords.manifestNeedsFiles)
        }
    }

    func perform() async throws {
        guard !manifest else { return try await printManifest() }
        try await CommandPortal.with(portal) { portal in
            let output = CommandOutput(json: json)
            let found: DatasetByName?
            do { found = try await DatasetByName(dataset, at: portal.portal) } catch let error as PortalError
                where error.kind == .notFound
            {
                found = nil
            }
            let identifier = found?.identifier ?? dataset
            let folder = to.map { HomePath.expanded($0, home: Environment.current.home) }
            let ways = try await DataPlaces(portal.portal)
                .ways(to: identifier, found?.detail.distributions ?? [], into: folder)
            if found == nil {
                // Archives have what a catalogue has no longer; but not whatever anybody types.
                guard try await Self.isKnown(dataset, ways, at: portal) else {
                    throw CommandFailure(WayWords.unknown(dataset: dataset), .notFound)
                }
                output.note(WayWords.notInCatalogue(dataset: dataset))
            }
            guard !ways.isEmpty else {
                throw CommandFailure(
                    WayWords.none(dataset: identifier, page: found?.detail.accessURL), .notFound)
            }
            guard !json else {
                for way in ways { try output.emit(Record(way, dataset: identifier)) }
                return
            }
            for (number, way) in ways.enumerated() {
                if number > 0 { try output.show("") }
                try output.show(WayWords.way(way))
                for line in way.lines { try output.show("    " + line) }
            }
            if ways.contains(where: { $0.kind == .htsget }) { output.say(WayWords.tokenFile) }
        }
    }

    /// Whether a name that the catalogue does not have is a dataset's: by its form (EGAD…), or since access to it is
    /// granted. Who is not signed in has none.
    private static func isKnown(_ name: String, _ ways: [DataWay], at portal: CommandPortal) async throws -> Bool {
        if ways.contains(where: { $0.source == .identifier }) { return true }
        do throws(PortalError) {
            return try await portal.access.entitlements().contains { $0.datasetIdentifier == name }
        } catch {
            guard [.signedOut, .forbidden, .unsupported].contains(error.kind) else { throw error }
            return false
        }
    }

    private func printManifest() async throws {
        try await CommandPortal.with(portal) { portal in
            try await ArchiveAccess.with(options, of: dataset, at: portal) { access in
                let (identifier, files) = try await access.files(of: dataset)
                guard !files.isEmpty else { throw CommandFailure(FetchWords.noFiles, .notFound) }
                let output = CommandOutput(json: json)
                for (file, place) in zip(files, LocalPath.places(of: files)) {
                    switch place {
                    case .failure(let refusal): output.note(FetchWords.notInManifest(path: file.path, refusal))
                    case .success(let place):
                        let record = FetchManifestRecord(file, of: identifier, at: place, flags: flags)
                        if json { try output.emit(record) } else if try !output.emit(part: record.line) { return }
                    }
                }
            }
        }
    }

    /// What each command of a manifest ends with: the same archive, portal and folder.
    private var flags: [String] {
        var flags = to.map { ["--to", DataWays.quoted($0)] } ?? []
        if let archive = options.archive { flags += ["--archive", DataWays.quoted(archive)] }
        if portal.demo { flags.append("--demo") }
        if let profile = portal.profile { flags += ["--profile", DataWays.quoted(profile)] }
        return flags
    }
}

extension DataHowCommand.Record {
    fileprivate init(_ way: DataWay, dataset: String) {
        let (source, distribution): (String, String?) =
            switch way.source {
            case .distribution(let title): ("catalogue", title)
            case .configuration: ("configuration", nil)
            case .demo: ("demo", nil)
            case .identifier: ("identifier", nil)
            }
        self.init(
            dataset: dataset, service: way.kind.rawValue, address: way.address, source: source,
            distribution: distribution, commands: way.lines)
    }
}
