import FoundationEssentials
import JSONStream
import NIOHTTP1
import PortalDomain
import Synchronization

/// What a download service speaks, as soon as that is known.
public final class ArchiveVersion: Sendable {
    enum Number: Sendable { case first, second }

    public init() {}

    private let number = Mutex<Number?>(nil)

    var known: Number? { number.withLock { $0 } }
    func keep(_ found: Number) { number.withLock { $0 = found } }
}

/// The header of a file for one reader, and what its body is asked for by.
public struct ArchiveHeader: Sendable {
    /// As it stands before the body.
    public var bytes: Data
    /// Of the body that it belongs to; nil where the archive does not say.
    public var tag: String?
    /// With version 1, where a body has no address of its own.
    var first: FirstVersion?

    init(bytes: Data, tag: String?, first: FirstVersion? = nil) {
        self.bytes = bytes
        self.tag = tag
        self.first = first
    }

    /// What a file is asked for by there.
    struct FirstVersion: Sendable {
        var path: [String]
        var key: String
    }
}

/// Version 1 of the download service (neicnordic/sensitive-data-archive@9121ae1: sda-download/api/api.md; what that leaves
/// open, as api/sda/sda.go and api/s3/s3.go do it).
///
/// A file is header and body in one, made for the key that comes with the call; a range counts from the header's
/// beginning, has both ends, and is answered with 200. Services that give plain text alone refuse a key: nothing is fetched
/// from them, since plain text would be on the way and on the disk.
extension ArchiveClient {
    /// Asks as version 2 does, and where no such address is there as version 1.
    func either<Value: Sendable>(
        _ second: () async throws(PortalError) -> Value, _ first: () async throws(PortalError) -> Value
    ) async throws(PortalError) -> Value {
        switch version.known {
        case .first: return try await first()
        case .second: return try await second()
        case nil: break
        }
        do throws(PortalError) {
            let value = try await second()
            version.keep(.second)
            return value
        } catch {
            // Version 2 says of what is not there that it is not allowed.
            guard error.kind == .notFound else { throw error }
            do throws(PortalError) {
                let value = try await first()
                version.keep(.first)
                return value
            } catch let other { throw other.kind == .notFound ? error : other }
        }
    }

    /// `GET /metadata/datasets`: a list of names.
    func datasetsOfFirst() async throws(PortalError) -> [String] {
        let call = ServiceCall(
            operation: "listing the datasets", method: .GET, path: ["metadata", "datasets"], isSafe: true)
        return try await transport.read(call) { answer in
            if case .array(let all) = answer { all.compactMap(\.text) } else { nil }
        }
    }

    /// `GET /metadata/datasets/{dataset}/files`. What stands before `://` goes beside the path, where proxies do not
    /// make one slash of two.
    func filesOfFirst(of dataset: String) async throws(PortalError) -> [ArchiveFile] {
        let parts = dataset.firstRange(of: "://")
        let name = parts.map { String(dataset[$0.upperBound...]) } ?? dataset
        var call = ServiceCall(
            operation: "listing the files", method: .GET,
            path: ["metadata", "datasets"] + Self.parts(of: name) + ["files"], isSafe: true)
        call.query = parts.map { [(name: "scheme", value: String(dataset[..<$0.lowerBound]))] } ?? []
        return try await transport.read(call) { answer in
            if case .array(let all) = answer { all.compactMap(ArchiveFile.init(first:)) } else { nil }
        }
    }

    private static func parts(of path: String) -> [String] { path.split(separator: "/").map { String($0) } }

    /// The header alone: how long it is says a HEAD, and a range of the file brings it.
    func headerOfFirst(
        of file: ArchiveFile, in dataset: String, for key: String
    ) async throws(PortalError) -> ArchiveHeader {
        let operation = "fetching a file's header"
        var path = ["s3"] + Self.parts(of: dataset) + Self.parts(of: file.path)
        var call = ServiceCall(operation: operation, method: .HEAD, path: path, isSafe: true)
        call.accept = "application/octet-stream"
        call.headers = ["Client-Public-Key": key]
        var facts: ServiceAnswer
        do throws(PortalError) { facts = try await transport.fetch(call) } catch {
            // Where plain text has the address, what is encrypted has one beside it (api.md).
            guard error.kind.hasNoSuchFile else { throw error }
            path[0] = "s3-encrypted"
            call.path = path
            facts = try await transport.fetch(call)
        }
        let length = facts.headers.first(name: "Client-Additional-Bytes").flatMap { UInt64($0) }
        guard let length, (16...16_000_000).contains(length) else {
            throw PortalError(.unreadableAnswer, operation: operation, because: .answer(.emptyFile))
        }
        call.method = .GET
        call.headers.add(name: "Range", value: "bytes=0-\(length - 1)")
        let answer = try await transport.fetch(call)
        guard answer.body.count == Int(length), answer.body.starts(with: Data("crypt4gh".utf8)) else {
            throw PortalError(
                .unreadableAnswer, operation: operation, because: .answer(answer.isPage ? .pageForFile : .emptyFile))
        }
        return ArchiveHeader(
            bytes: answer.body, tag: facts.headers.first(name: "ETag"), first: .init(path: path, key: key))
    }
}

extension PortalError.Kind {
    /// The address has something else, or nothing.
    fileprivate var hasNoSuchFile: Bool { if case .invalid = self { true } else { self == .notFound } }
}

extension ContentPlan {
    /// What an answer of version 1 means, which is 200 for a part too.
    ///
    /// - Parameter position: from where on the body was asked for.
    init(first length: String?, answerTag: String?, position: UInt64, tag: String?, size: UInt64) {
        if let tag, let answerTag, answerTag != tag {
            self = .changed
        } else if let given = length.flatMap({ UInt64($0) }), given != size - min(position, size) {
            self = .wrongLength(given: position + min(given, .max - position))
        } else {
            self = .goOn
        }
    }
}

extension ArchiveFile {
    /// The list has no size of what is encrypted, which follows from that of the plain text: 28 bytes more for each 65,536.
    fileprivate init?(first value: JSONValue) {
        guard let id = value["fileId"].text, let path = value["filePath"].text ?? value["displayFileName"].text,
            let plain = value["decryptedFileSize"].integer.flatMap({ UInt64(exactly: $0) }), plain < 1 << 60
        else { return nil }
        let segments = (plain + 65_535) / 65_536
        self.init(
            id: id, path: path, size: plain + segments * 28, plainSize: plain,
            checksums: value["decryptedFileChecksum"].text.map {
                [Checksum($0, algorithm: value["decryptedFileChecksumType"].text)]
            } ?? [])
    }
}
