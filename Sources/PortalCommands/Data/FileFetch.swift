import Crypt4GH
import Foundation
import Glibc
import PortalModel
import PortalServices
import Synchronization

/// What is fetched, for whom and whereto.
struct FetchJob: Sendable {
    let archive: ArchiveClient
    let dataset: String
    let folder: DataFolder
    let journal: FetchJournal
    /// Whom it is encrypted for.
    let reader: PublicKey
    /// Nil where it stays encrypted.
    let secret: SecretKey?
}

/// What became of a file.
enum FetchOutcome: Sendable {
    /// What was checked, of what is encrypted.
    case fetched(DataFinding)
    /// What was checked, of the plain text.
    case decrypted(DataFinding)
    /// From an earlier run.
    case wasThere
}

/// Why a file was not fetched.
enum FetchFault: Error {
    case call(PortalError)
    /// Its name cannot be one here.
    case name(LocalPath.Refusal)
    /// Something else has its name here.
    case isThere(String)
    /// It was fetched under this name, and is another one now. It is left as it is.
    case differs(String, Difference)
    /// - kept: where what came is; nil where nothing did.
    case disk(DataFolder.Fault, kept: String?)
    /// The archive gives another file each time.
    case changes
    case wrongLength(listed: UInt64, given: UInt64?)
    /// In bytes: the plain text is another one than the archive lists.
    case wrongPlainLength(listed: UInt64, given: UInt64)
    case wrongChecksum(DataFinding.Half, algorithm: String)
    case crypt(Crypt4GHFault)

    /// Where a file became another one since it was fetched.
    enum Difference: Sendable {
        /// It was changed or cut on this machine.
        case here
        /// In bytes, as it was fetched and as the archive lists it now; the same where a checksum is another one.
        case atArchive(kept: UInt64, listed: UInt64)
    }
}

/// One file, from the archive's list to the disk.
struct FileFetch: Sendable {
    let job: FetchJob
    let file: ArchiveFile
    let place: LocalPath
    let progress: @Sendable (UInt64) -> Void

    private var encrypted: LocalPath { place.encrypted }

    func run() async throws(FetchFault) -> FetchOutcome {
        do {
            let checked = try await fetch()
            guard job.secret != nil else { return checked.map { .fetched($0) } ?? .wasThere }
            return try await decrypt() ?? .wasThere
        } catch let fault as FetchFault {
            throw fault
        } catch let error as PortalError {
            throw .call(error)
        } catch let fault as DataFolder.Fault {
            guard fault.code != EEXIST else { throw .isThere(fault.name) }
            let kept = try? job.folder.open(LocalPath(trusted: encrypted.partParts))
            if let kept { close(kept.descriptor) }
            throw .disk(fault, kept: kept == nil ? nil : encrypted.text + ".part")
        } catch let wrong as ContentOfWrongLength {
            throw .wrongLength(listed: wrong.listed, given: wrong.given)
        } catch is ContentChanged {
            throw .changes
        } catch let fault as Crypt4GHFault {
            throw .crypt(fault)
        } catch {
            throw .call(PortalError(.cancelled, operation: "fetching a file's data"))
        }
    }

    // MARK: - Fetching

    /// - Returns: nil where it was there before.
    private func fetch() async throws -> DataFinding? {
        if let known = await job.journal.file(named: encrypted.text), known.isWhole, known.id == file.id,
            known.dataset == job.dataset, let size = sizeOfWhole
        {
            let name = encrypted.text
            guard size == known.size + UInt64(known.headerSize) else { throw FetchFault.differs(name, .here) }
            guard !known.isOlder(than: file) else {
                throw FetchFault.differs(name, .atArchive(kept: known.size, listed: file.size))
            }
            return nil
        }
        do {
            return try await attempt()
        } catch is ContentChanged {
            // With a header of its own and from the start; whoever changes it again means it so.
            return try await attempt()
        }
    }

    /// Of what has the file's name, in bytes; nil where nothing has.
    private var sizeOfWhole: UInt64? {
        guard let opened = try? job.folder.open(encrypted) else { return nil }
        close(opened.descriptor)
        return opened.size
    }

    private func attempt() async throws -> DataFinding {
        let header = try await job.archive.header(of: file, in: job.dataset, for: job.reader.line)
        let before = await job.journal.file(named: encrypted.text)
        // What was said of a body counts for that body alone.
        let isSame = before.map { $0.id == file.id && !$0.isOlder(than: file) && $0.tag == header.tag } ?? false
        var entry = FetchedEntry(
            dataset: job.dataset, id: file.id, file: encrypted.text, size: file.size, headerSize: header.bytes.count,
            plainSize: file.plainSize, plainChecksums: file.checksums,
            bodyChecksums: isSame ? before?.bodyChecksums ?? [] : [], tag: header.tag, isWhole: false)
        if entry.bodyChecksums.isEmpty {
            entry.bodyChecksums = try await job.archive.bodyChecksums(of: file, in: job.dataset)
        }
        let goesOn = before.map { !$0.isWhole && $0.goesOn(as: entry) } ?? false
        let part = try FolderFile(encrypted, in: job.folder, goingOn: goesOn)
        // What is there is longer than it can be: it is something else.
        if part.size > entry.size + UInt64(entry.headerSize) { try part.cut(at: 0) }
        try await job.journal.put(entry)
        let sink = try BodySink(part, behind: header.bytes, progress: progress)
        progress(sink.position)
        do {
            try await job.archive.content(of: file, behind: header, into: sink)
        } catch is ContentChanged {
            try? part.cut(at: 0)
            throw ContentChanged()
        } catch let wrong as ContentOfWrongLength where wrong.given == nil {
            // As long as the list says it may be by now, and it is not that file.
            try? part.cut(at: 0)
            throw wrong
        }
        var finding = DataFinding.length
        if let (algorithm, digits) = DataCheck.known(entry.bodyChecksums) {
            let header = UInt64(entry.headerSize)
            let found = try await Blocking.run { () throws(PortalError) in
                Result { () throws(Crypt4GHFault) in
                    try DataCheck.digits(algorithm, of: part.descriptor, from: header)
                }
            }.get()
            guard found == digits else {
                // Nothing could be gone on with.
                part.discard()
                try await job.journal.forget(entry)
                throw FetchFault.wrongChecksum(.encrypted, algorithm: algorithm)
            }
            finding = .encrypted(algorithm)
        }
        try part.finish()
        entry.isWhole = true
        try await job.journal.put(entry)
        return finding
    }

    // MARK: - Decrypting

    /// - Returns: nil where it was there before.
    private func decrypt() async throws -> FetchOutcome? {
        guard let secret = job.secret, var entry = await job.journal.file(named: encrypted.text) else { return nil }
        if entry.plain == place.plain.text, let opened = try? job.folder.open(place.plain) {
            close(opened.descriptor)
            if entry.plainSize.map({ $0 == opened.size }) ?? true { return nil }
        }
        let known = DataCheck.known(entry.plainChecksums)
        let isStopped = Mutex(false)
        let size = entry.plainSize
        // Minutes for a large file, in which none of the few threads of Swift's pool is held.
        let result = try await withTaskCancellationHandler {
            try await Blocking.run { () throws(PortalError) in
                Result { try write(secret, size: size, known) { !isStopped.withLock { $0 } } }
            }
        } onCancel: {
            isStopped.withLock { $0 = true }
        }
        try result.get()
        entry.plain = place.plain.text
        try await job.journal.put(entry)
        return .decrypted(known.map { .plain($0.algorithm) } ?? .length)
    }

    /// Writes the plain text beside what is encrypted; nothing of it stays unless all of it is right.
    private func write(
        _ secret: SecretKey, size: UInt64?, _ known: (algorithm: String, digits: String)?, goesOn: () -> Bool
    ) throws {
        let source = try job.folder.open(encrypted)
        defer { close(source.descriptor) }
        let output = try FolderFile(place.plain, in: job.folder, goingOn: false)
        let digest = known.flatMap { StreamDigest($0.algorithm) }
        do {
            let reader = try Crypt4GHReader(DescriptorSource(source.descriptor), keys: [secret])
            let count = try reader.decrypt { bytes in
                digest?.take(bytes)
                try output.write(bytes)
                return goesOn()
            }
            guard goesOn() else { throw PortalError(.cancelled, operation: "fetching a file's data") }
            if let size, size != count { throw FetchFault.wrongPlainLength(listed: size, given: count) }
            if let known, let digest, digest.digits != known.digits {
                throw FetchFault.wrongChecksum(.plain, algorithm: known.algorithm)
            }
            try output.finish()
        } catch {
            output.discard()
            throw error
        }
    }
}
