import ArgumentParser
import Crypt4GH
import Foundation
import Glibc
import PortalModel
import PortalServices
import PortalViews

/// `portal data fetch`: files of a dataset from an archive, gone on with where an earlier run was stopped.
struct DataFetchCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "fetch", abstract: "Fetch a dataset, or files of it, encrypted for your key.",
        discussion: """
            What is stopped, by you or by the network, goes on when the same command is given again. Each file is checked by \
            the checksum that the archive has of it and gets its name when it is whole. With --decrypt the plain text stands \
            beside it, checked too. Files are for you alone (0600); what was fetched is in portal-data.jsonl in the folder, by \
            which portal data verify checks it without the network.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var options: ArchiveOptions

    @Argument(help: "The dataset, by its identifier (portal data list) or its id in the catalogue.")
    var dataset: String

    @Argument(help: "Files of it, by their paths; a path that ends in / is all below it. Left out: all files.")
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            "Into which folder; it is made. Left out: data-DATASET in the current one.", valueName: "folder"),
        completion: .directory)
    var to: String?

    @Option(
        help: ArgumentHelp(
            """
            Your secret key's file; its public key, FILE.pub, is what the data is encrypted for. Left out: \
            C4GH_SECRET_KEY, else ~/.c4gh/key.
            """, valueName: "file"), completion: .file())
    var key: String?

    @Flag(help: "Decrypt each file too, once it is there.")
    var decrypt = false

    @Option(help: "How many files at a time: 1 or 2.")
    var jobs = 1

    @Flag(help: "Do not ask before more than 10 GB are fetched.")
    var yes = false

    @Flag(help: "One JSON object a file (docs/schemas/data-fetch.json); progress is told as words all the same.")
    var json = false

    @OptionGroup var passphrase: PassphraseOptions

    func validate() throws {
        try GivenWords.check(ids: [dataset], .aDataset)
        guard (1...2).contains(jobs) else { throw ValidationError(FetchWords.jobs) }
        guard to?.isEmpty != true else { throw ValidationError(FetchWords.needsFolder) }
    }

    func perform() async throws {
        // What is typed is asked for before anything is waited for.
        let places = try KeyPlaces(key)
        let secret = decrypt ? try KeyPlaces.open(places.secret, passphrase) : nil
        let reader = try secret?.publicKey ?? KeyPlaces.publicKey(in: places.publicKey)
        try await CommandPortal.with(portal) { portal in
            try await ArchiveAccess.with(options, of: dataset, at: portal) { access in
                let (identifier, all) = try await access.files(of: dataset)
                let files = try FetchChoice(paths).chosen(from: all, of: dataset)
                let folder = try DataFolder.claimed(
                    HomePath.expanded(to ?? DataFolder.usual(for: identifier), home: Environment.current.home))
                let job = FetchJob(
                    archive: access.client, dataset: identifier, folder: folder,
                    journal: try FetchJournal.opened(in: folder, archive: access.client.address), reader: reader,
                    secret: secret)
                try require(
                    await FetchNeeds(files, job.journal, in: folder, decrypts: decrypt), in: folder)
                try await fetch(files, of: all, job)
            }
        }
    }

    // MARK: - Before anything is fetched

    private func require(_ needs: FetchNeeds, in folder: DataFolder) throws {
        try needs.requireRoom(in: folder)
        guard needs.fetched > DataJob.much, !yes else { return }
        let output = CommandOutput()
        guard output.canAsk else { throw CommandFailure(FetchWords.muchWithoutYes(bytes: needs.fetched), .usage) }
        output.say(FetchWords.askWhetherMuch(bytes: needs.fetched))
        guard readLine()?.trimmingSpaces.lowercased() == "yes" else { throw CommandFailure(FetchWords.notFetched) }
    }

    // MARK: - Fetching

    private func fetch(_ files: [ArchiveFile], of all: [ArchiveFile], _ job: FetchJob) async throws {
        let output = CommandOutput(json: json)
        let progress = FetchProgress(output)
        LastWords.tell { progress.tellWhatIsKept(in: job.folder.path) }
        defer { LastWords.forget() }
        // Two names of the dataset that are one on some disk are told whichever of them is asked for.
        let known = Dictionary(zip(all, LocalPath.places(of: all))) { first, _ in first }
        let places = files.map { known[$0] ?? .failure(.empty) }
        let queue = FetchQueue(count: files.count)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<min(jobs, files.count) {
                group.addTask {
                    while let number = queue.next() {
                        let ended = await one(number, files[number], places[number], job, progress)
                        do throws(CommandFailure) {
                            try progress.end(number, ended.words, ended.report)
                        } catch {
                            queue.fail(error)
                        }
                        if let failure = ended.failure { queue.fail(failure) }
                    }
                }
            }
        }
        let (failures, untried) = queue.outcome
        if json { for number in untried { try output.emit(FetchReport.notTried(files[number], of: job.dataset)) } }
        guard let first = failures.first else {
            return output.say(FetchWords.done(files: files.count, path: job.folder.path))
        }
        output.note(FetchWords.someMissing(count: failures.count, of: files.count, untried: untried.count))
        throw CommandFailure(told: (failures.first { $0.status == .wrongChecksum } ?? first).status)
    }

    private func one(
        _ number: Int, _ file: ArchiveFile, _ place: Result<LocalPath, LocalPath.Refusal>, _ job: FetchJob,
        _ progress: FetchProgress
    ) async -> (words: FetchWords, report: FetchReport, failure: CommandFailure?) {
        let size = file.size
        do throws(FetchFault) {
            let found: LocalPath
            do throws(LocalPath.Refusal) { found = try place.get() } catch { throw FetchFault.name(error) }
            progress.begin(number, found.encrypted.text, size: size)
            let fetch = FileFetch(job: job, file: file, place: found) { progress.tell(number, $0) }
            let outcome = try await fetch.run()
            return (
                .fetched(outcome, name: found.encrypted.text, plain: found.plain.text, bytes: size),
                FetchReport(file, of: job.dataset, at: found, outcome), nil
            )
        } catch {
            return (
                .failed(error, path: file.path), FetchReport(file, of: job.dataset, error),
                CommandFailure(told: error.status, endsAll: error.ofAll != nil)
            )
        }
    }
}

extension FetchFault {
    fileprivate var status: ExitStatus {
        switch self {
        case .call(let error): ExitStatus(error.kind)
        case .wrongChecksum, .wrongPlainLength: .wrongChecksum
        case .changes, .wrongLength: .network
        case .crypt(.wrongKey): .authentication
        case .name, .isThere, .differs, .disk, .crypt(.unreadable): .failed
        // As portal data verify says of it.
        case .crypt: .wrongChecksum
        }
    }
}
