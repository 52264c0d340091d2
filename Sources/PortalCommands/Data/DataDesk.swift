import Crypt4GH
import Foundation
import Glibc
import PortalModel
import PortalServices
import PortalViews
import Synchronization

/// The person's secret key, once it was opened in this run. It never leaves this object for the screen's state.
final class OpenedKey: Sendable {
    private let key = Mutex<SecretKey?>(nil)

    var value: SecretKey? { key.withLock { $0 } }
    func keep(_ opened: SecretKey) { key.withLock { $0 = opened } }
    func forget() { key.withLock { $0 = nil } }
}

/// The data of datasets as the screen asks for it: the same steps as `portal data`.
struct DataDesk: Sendable {
    let portal: PreparedPortal

    var service: DataService {
        DataService(
            look: { question throws(PortalError) in try await look(question) },
            fetch: { job, tell throws(PortalError) in try await fetch(job, tell) },
            check: { question throws(PortalError) in
                let secret = portal.openedKey.value
                return try await Blocking.run { () throws(PortalError) in try check(question, secret) }
            })
    }

    // MARK: - Looking

    private func look(_ question: DataQuestion) async throws(PortalError) -> DatasetData {
        let places = DataPlaces(portal)
        // An archive has what a catalogue has no longer, and is asked when the catalogue is silent too.
        let catalogue = await catalogue(of: question.dataset)
        let folder = folder(of: question)
        var data = DatasetData(
            dataset: question.dataset,
            ways: try await places.ways(to: question.dataset, (try? catalogue.get()) ?? [], into: folder),
            folder: folder, key: standingOfKey)
        guard let archive = try await places.archive(question.archive) else {
            // Whether the catalogue names one is not known then.
            if case .failure(let error) = catalogue, error.kind != .notFound { throw error }
            data.unconfirmed = data.ways.first { $0.kind == .sda }?.address
            return data
        }
        data.archive = archive.address
        let result: Result<[ArchiveFile], PortalError>
        do throws(PortalError) { result = .success(try await archive.files(of: question.dataset)) } catch {
            result = .failure(error.kind == .forbidden ? forbidden(error, question.dataset) : error)
        }
        await archive.shutdown()
        switch result {
        case .success(let files): data.files = Self.standings(of: files, in: data.folder, question.dataset)
        case .failure(let error): data.failure = error
        }
        return data
    }

    private func catalogue(of dataset: String) async -> Result<[Distribution], PortalError> {
        do throws(PortalError) {
            return .success(try await DatasetByName(dataset, at: portal).detail.distributions)
        } catch {
            return .failure(error)
        }
    }

    /// Not allowed and not there are one to an archive; the portal knows of the person's access, or this were not open.
    private func forbidden(_ error: PortalError, _ dataset: String) -> PortalError {
        PortalError(
            .forbidden, operation: error.operation,
            because: .words(
                Phrasing.person.text(FetchWords.notAllowedOrNotThere(dataset: dataset, .granted, says: error.reason))),
            requestID: error.requestID)
    }

    /// In full. Left to the program it lies where it was started, by the dataset's name.
    private func folder(of question: DataQuestion) -> String {
        let typed = question.folder.map { HomePath.expanded($0, home: portal.settings.environment.home) }
        let path = typed ?? DataFolder.usual(for: question.dataset)
        return path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    private static func standings(of files: [ArchiveFile], in path: String, _ dataset: String) -> [DataFile] {
        let folder = try? DataFolder(path, creating: false)
        let record = (try? folder?.record()) ?? nil
        return zip(files, LocalPath.places(of: files)).map { file, place in
            switch place {
            case .failure(let refusal): DataFile(file, .failed(.name(refusal)))
            case .success(let place):
                DataFile(file, folder.map { standing(of: file, at: place, in: $0, record, dataset) } ?? .absent)
            }
        }
    }

    private static func standing(
        of file: ArchiveFile, at place: LocalPath, in folder: DataFolder, _ record: FetchedFolder?, _ dataset: String
    ) -> FileStanding {
        let entry = record?.file(named: place.encrypted.text)
        guard let entry, entry.id == file.id, entry.dataset == dataset else { return .absent }
        guard entry.isWhole else {
            guard let part = size(of: LocalPath(trusted: place.encrypted.partParts), in: folder) else { return .absent }
            return .part(part - min(part, UInt64(entry.headerSize)))
        }
        guard let size = size(of: place.encrypted, in: folder) else { return .absent }
        let name = place.encrypted.text
        guard size == entry.size + UInt64(entry.headerSize) else { return .failed(.differs(name, atArchive: false)) }
        guard !entry.isOlder(than: file) else { return .failed(.differs(name, atArchive: true)) }
        let isPlain = entry.plain == place.plain.text && Self.size(of: place.plain, in: folder) != nil
        return isPlain ? .decrypted(nil) : .encrypted(nil)
    }

    private static func size(of place: LocalPath, in folder: DataFolder) -> UInt64? {
        guard let opened = try? folder.open(place) else { return nil }
        close(opened.descriptor)
        return opened.size
    }

    // MARK: - Fetching

    private func fetch(
        _ job: DataJob, _ tell: @escaping @Sendable (FileNews) -> Void
    ) async throws(PortalError) {
        let path = folder(of: job.question)
        do {
            let places = try KeyPlaces(nil, portal.settings.environment)
            let secret = job.decrypts ? try openKey(places) : nil
            let reader = try secret?.publicKey ?? KeyPlaces.publicKey(in: places.publicKey)
            guard let archive = try await DataPlaces(portal).archive(job.question.archive) else {
                throw CommandFailure(FetchWords.noArchive)
            }
            let result: Result<Void, any Error>
            do {
                let folder = try DataFolder.claimed(path)
                let fetch = FetchJob(
                    archive: archive, dataset: job.question.dataset, folder: folder,
                    journal: try FetchJournal.opened(in: folder, archive: archive.address), reader: reader,
                    secret: secret)
                try await FetchNeeds(job.files, fetch.journal, in: folder, decrypts: job.decrypts)
                    .requireRoom(in: folder)
                result = .success(try await Self.fetch(job, fetch, tell))
            } catch { result = .failure(error) }
            await archive.shutdown()
            try result.get()
        } catch let error as PortalError {
            throw error
        } catch let failure as CommandFailure {
            throw PortalError(.local, operation: "fetching data", detail: failure.words)
        } catch {
            throw PortalError(.local, operation: "fetching data", detail: "\(error)")
        }
    }

    /// One file after the other; what all of them would meet ends it.
    private static func fetch(
        _ job: DataJob, _ fetch: FetchJob, _ tell: @escaping @Sendable (FileNews) -> Void
    ) async throws(PortalError) {
        let places = Dictionary(zip(job.all.map(\.id), LocalPath.places(of: job.all))) { first, _ in first }
        for file in job.files {
            do throws(FetchFault) {
                guard let named = places[file.id] else { throw .name(.empty) }
                let place: LocalPath
                do throws(LocalPath.Refusal) { place = try named.get() } catch { throw FetchFault.name(error) }
                let pace = Pace()
                let one = FileFetch(job: fetch, file: file, place: place) { bytes in
                    if pace.isDue { tell(FileNews(file.id, .part(bytes))) }
                }
                switch try await one.run() {
                case .fetched(let finding): tell(FileNews(file.id, .encrypted(FileCheck(finding))))
                case .decrypted(let finding): tell(FileNews(file.id, .decrypted(FileCheck(finding))))
                case .wasThere: tell(FileNews(file.id, fetch.secret == nil ? .encrypted(nil) : .decrypted(nil)))
                }
            } catch {
                let isStopped = if case .call(let call) = error { call.kind == .cancelled } else { false }
                guard !isStopped, !Task.isCancelled else {
                    throw PortalError(.cancelled, operation: "fetching data")
                }
                tell(FileNews(file.id, .failed(FileFault(error))))
                if let all = error.ofAll { throw all }
            }
        }
    }

    /// How often the screen is told; it draws no more often than somebody can read.
    private final class Pace: Sendable {
        private let last = Mutex<ContinuousClock.Instant?>(nil)

        var isDue: Bool {
            last.withLock { last in
                let now = ContinuousClock.now
                if let before = last, now - before < .milliseconds(250) { return false }
                last = now
                return true
            }
        }
    }

    // MARK: - Checking

    private func check(
        _ question: DataQuestion, _ secret: SecretKey?
    ) throws(PortalError) -> [String: FileStanding] {
        let record: FetchedFolder?
        let folder: DataFolder
        do {
            folder = try DataFolder(self.folder(of: question), creating: false)
            record = try folder.record()
        } catch let fault as DataFolder.Fault where fault.code == ENOENT {
            return [:]
        } catch {
            let path = self.folder(of: question)
            throw PortalError(
                .local, operation: "checking data",
                detail: Phrasing.person.text(FetchWords.journalUnreadable(path: path + "/" + FetchedFolder.name)))
        }
        let entries = (record?.files ?? []).filter { $0.dataset == question.dataset }
        return Dictionary(
            entries.map { ($0.id, Self.checked($0, in: folder, secret)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func checked(
        _ entry: FetchedEntry, in folder: DataFolder, _ secret: SecretKey?
    ) -> FileStanding {
        let finding = DataCheck.finding(of: entry, in: folder, key: secret)
        if let fault = FileFault(finding) { return .failed(fault) }
        if case .isPart(let bytes, _) = finding { return .part(bytes) }
        guard let check = FileCheck(finding) else { return .absent }
        guard let plain = DataCheck.findingOfPlainText(of: entry, in: folder) else { return .encrypted(check) }
        if let fault = FileFault(plain) { return .failed(fault) }
        return FileCheck(plain).map { .decrypted($0) } ?? .encrypted(check)
    }
}
