import Crypt4GH
import Glibc
import PortalModel

/// What a file was held against. What is not named was not looked at.
enum DataFinding: Equatable, Sendable {
    /// A checksum of the plain text is right, by its algorithm.
    case plain(String)
    /// A checksum of the encrypted body is right; what is in it nobody has seen.
    case encrypted(String)
    /// Its length alone is right: there is no checksum that could be looked at here.
    case length
    /// The archive says another one.
    case wrong(of: Half, algorithm: String)
    case wrongLength(wanted: UInt64, found: UInt64)
    /// It was not fetched to its end: how much of its body is here, in bytes.
    case isPart(UInt64, of: UInt64)
    case missing
    case unreadable(Crypt4GHFault)
    /// The system's number.
    case failed(Int32)

    enum Half: Sendable { case plain, encrypted }
}

/// Holds what is on the disk against the checksums that the archive gave.
enum DataCheck {
    /// The best of some checksums that can be looked at here.
    static func known(_ checksums: [Checksum]) -> (algorithm: String, digits: String)? {
        for algorithm in StreamDigest.algorithms {
            if let found = checksums.first(where: { $0.algorithm == algorithm }) { return (algorithm, found.value) }
        }
        return nil
    }

    /// The digits of what stands in a file from a place on.
    static func digits(_ algorithm: String, of descriptor: Int32, from place: UInt64) throws(Crypt4GHFault) -> String {
        guard let digest = StreamDigest(algorithm), let offset = off_t(exactly: place),
            lseek(descriptor, offset, SEEK_SET) >= 0
        else { throw .unreadable(errno) }
        let source = DescriptorSource(descriptor)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = try source.read(into: buffer)
            guard count > 0 else { return digest.digits }
            digest.take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// A fetched file as it is on the disk now.
    ///
    /// - Parameter key: opens it; without one only what is encrypted is looked at.
    static func finding(of file: FetchedEntry, in folder: DataFolder, key: SecretKey?) -> DataFinding {
        guard let place = try? LocalPath(file.file) else { return .missing }
        guard file.isWhole else { return part(of: file, at: place, in: folder) }
        let opened: (descriptor: Int32, size: UInt64)
        do throws(DataFolder.Fault) { opened = try folder.open(place) } catch {
            return error.code == ENOENT ? .missing : .failed(error.code)
        }
        defer { close(opened.descriptor) }
        let wanted = UInt64(file.headerSize) + file.size
        guard opened.size == wanted else { return .wrongLength(wanted: wanted, found: opened.size) }
        do throws(Crypt4GHFault) {
            // No checksum is of the header: it is made for the reader.
            guard isHeader(opened.descriptor) else { throw .notCrypt4GH }
            var finding = DataFinding.length
            if let (algorithm, digits) = known(file.bodyChecksums) {
                let found = try Self.digits(algorithm, of: opened.descriptor, from: UInt64(file.headerSize))
                guard found == digits else { return .wrong(of: .encrypted, algorithm: algorithm) }
                finding = .encrypted(algorithm)
            }
            guard let key else { return finding }
            guard lseek(opened.descriptor, 0, SEEK_SET) >= 0 else { throw .unreadable(errno) }
            return try plainFinding(of: file, opened.descriptor, key) ?? finding
        } catch {
            return .unreadable(error)
        }
    }

    /// What was not fetched to its end, and what of it is here.
    private static func part(of file: FetchedEntry, at place: LocalPath, in folder: DataFolder) -> DataFinding {
        do throws(DataFolder.Fault) {
            let opened = try folder.open(LocalPath(trusted: place.partParts))
            close(opened.descriptor)
            return .isPart(opened.size - min(opened.size, UInt64(file.headerSize)), of: file.size)
        } catch {
            return error.code == ENOENT ? .missing : .failed(error.code)
        }
    }

    /// Whether a file begins as one of Crypt4GH does: its name and version 1 (Crypt4GH 1.0, section 2.2).
    private static func isHeader(_ descriptor: Int32) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 12)
        return pread(descriptor, &bytes, bytes.count, 0) == bytes.count
            && bytes == Array("crypt4gh".utf8) + [1, 0, 0, 0]
    }

    /// - Returns: nil where there is no checksum of the plain text that could be looked at.
    private static func plainFinding(
        of file: FetchedEntry, _ descriptor: Int32, _ key: SecretKey
    ) throws(Crypt4GHFault) -> DataFinding? {
        guard let (algorithm, digits) = known(file.plainChecksums), let digest = StreamDigest(algorithm) else {
            return nil
        }
        do {
            let reader = try Crypt4GHReader(DescriptorSource(descriptor), keys: [key])
            try reader.decrypt { bytes in
                digest.take(bytes)
                return true
            }
        } catch let fault as Crypt4GHFault {
            throw fault
        } catch {
            throw .unreadable(EIO)
        }
        return digest.digits == digits ? .plain(algorithm) : .wrong(of: .plain, algorithm: algorithm)
    }

    /// The plain text beside a fetched file; nil where it was not decrypted, or has no checksum that could be looked at.
    static func findingOfPlainText(of file: FetchedEntry, in folder: DataFolder) -> DataFinding? {
        guard let name = file.plain, let place = try? LocalPath(name) else { return nil }
        let opened: (descriptor: Int32, size: UInt64)
        do throws(DataFolder.Fault) { opened = try folder.open(place) } catch {
            return error.code == ENOENT ? .missing : .failed(error.code)
        }
        defer { close(opened.descriptor) }
        if let wanted = file.plainSize, wanted != opened.size {
            return .wrongLength(wanted: wanted, found: opened.size)
        }
        guard let (algorithm, digits) = known(file.plainChecksums) else { return .length }
        do throws(Crypt4GHFault) {
            let found = try Self.digits(algorithm, of: opened.descriptor, from: 0)
            return found == digits ? .plain(algorithm) : .wrong(of: .plain, algorithm: algorithm)
        } catch {
            return .unreadable(error)
        }
    }
}
