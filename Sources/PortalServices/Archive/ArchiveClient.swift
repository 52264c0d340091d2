import FoundationEssentials
import JSONStream
import NIOHTTP1
import PortalDomain

/// The download service of the Sensitive Data Archive, version 2, and where that is not there version 1
/// (`ArchiveClient+V1.swift`; neicnordic/sensitive-data-archive@9121ae1:
/// sda/cmd/download/swagger_v2.yml, download.md).
///
/// Header and body of a file are fetched each for itself: a header is another one at each call, a body is always the
/// same and can be gone on with.
public struct ArchiveClient: Sendable {
    let endpoint: Endpoint
    let client: SharedClient
    let transport: Transport
    /// Of whom a failure is told.
    let host: String
    /// What was found out of its version, for the next client of the same address.
    public let version: ArchiveVersion

    /// - Parameters:
    ///   - credentials: for this address, and for no other that it may lead to.
    ///   - version: as an earlier client of the same address has found it out.
    /// - Throws: `.local` for an address that cannot be used.
    public init(
        _ address: String, languages: [String] = ["en"], options: ConnectionOptions = .init(),
        credentials: Credentials = .none, version: ArchiveVersion = ArchiveVersion()
    ) throws(PortalError) {
        self.version = version
        let base = try BaseAddress(address, allowsInsecure: options.allowsInsecureHTTP)
        host = base.host
        var options = options
        options.onWait = { [tell = options.onWait, host] wait in
            var wait = wait
            wait.archive = host
            tell(wait)
        }
        client = SharedClient(options)
        endpoint = Endpoint(
            base: base, client: client, options: options, language: languages.first ?? "en",
            credentials: credentials.ofArchive,
            breaker: CircuitBreaker(BreakerSettings()), service: .archive)
        transport = Transport(endpoint)
    }

    /// Closes the connections.
    public func shutdown() async { try? await client.shutdown() }

    /// Where it is.
    public var address: String { endpoint.base.origin + endpoint.base.prefix }

    /// What its calls are named by. A failure of another name comes of renewing the sign-in, and is not the archive's.
    private static let operations: Set = [
        "listing the datasets", "listing the files", "asking for checksums", "fetching a file's header",
        "fetching a file's data",
    ]

    /// With the archive's name, where it is the archive's failure.
    func named(_ error: PortalError) -> PortalError {
        guard Self.operations.contains(error.operation) else { return error }
        var error = error
        error.archive = host
        if error.kind == .signedOut, let words = error.detail?.lowercased(),
            Self.clockWords.contains(where: { words.contains($0) })
                || !Self.clockClaims.isDisjoint(with: words.split { !$0.isLetter })
        {
            error.reason = .several([error.reason, .tokens(.notYet)].compactMap(\.self))
        }
        return error
    }

    /// How services say that a token is of the future: in the names of its claims (RFC 7519) or in words.
    private static let clockWords = ["not yet valid", "issued in the future", "not valid yet"]
    private static let clockClaims: Set<Substring> = ["nbf", "iat"]

    private func naming<Value: Sendable>(
        _ body: () async throws(PortalError) -> Value
    ) async throws(PortalError) -> Value {
        do throws(PortalError) { return try await body() } catch { throw named(error) }
    }

    // MARK: - Lists

    /// More pages than any archive has.
    private static let mostPages = 10_000

    /// The ids of the datasets that the person may fetch: `GET /datasets`.
    public func datasets() async throws(PortalError) -> [String] {
        try await naming {
            () async throws(PortalError) in
            try await allDatasets()
        }
    }

    private func allDatasets() async throws(PortalError) -> [String] {
        try await either {
            () async throws(PortalError) in
            try await pages("listing the datasets", ["datasets"]) { $0["datasets"].list.compactMap(\.text) }
        } _: {
            () async throws(PortalError) in
            try await datasetsOfFirst()
        }
    }

    /// The files of a dataset: `GET /datasets/{datasetId}/files`.
    ///
    /// - Throws: `.forbidden` for what is not allowed and for what is not there, with version 1 `.notFound`.
    public func files(of dataset: String) async throws(PortalError) -> [ArchiveFile] {
        try await naming {
            () async throws(PortalError) in
            try await allFiles(of: dataset)
        }
    }

    private func allFiles(of dataset: String) async throws(PortalError) -> [ArchiveFile] {
        try await either {
            () async throws(PortalError) in
            try await pages("listing the files", ["datasets", dataset, "files"]) {
                $0["files"].list.compactMap(ArchiveFile.init(wire:))
            }
        } _: {
            () async throws(PortalError) in
            try await filesOfFirst(of: dataset)
        }
    }

    private func pages<Element: Sendable>(
        _ operation: String, _ path: [String], _ elements: (JSONValue) -> [Element]
    ) async throws(PortalError) -> [Element] {
        var all: [Element] = []
        var seen: Set<String> = []
        var token: String?
        repeat {
            var call = ServiceCall(operation: operation, method: .GET, path: path, isSafe: true)
            call.query = token.map { [(name: "pageToken", value: $0)] } ?? []
            let answer = try await transport.read(call) { answer in answer.fields.isEmpty ? nil : answer }
            all += elements(answer)
            token = answer["nextPageToken"].text
            // One that leads in a circle has no end.
            if let token, !seen.insert(token).inserted { break }
        } while token != nil && seen.count < Self.mostPages
        return all
    }

    /// What the encrypted body is checked by: `GET /objects/{datasetId}/{filePath}` (DRS 1.5). Empty where the archive
    /// has none, or cannot be asked: a dataset whose id has a slash cannot be named there.
    public func bodyChecksums(of file: ArchiveFile, in dataset: String) async throws(PortalError) -> [Checksum] {
        guard !dataset.contains("/"), version.known != .first else { return [] }
        let parts = file.path.split(separator: "/").map { String($0) }
        var call = ServiceCall(
            operation: "asking for checksums", method: .GET, path: ["objects", dataset] + parts, isSafe: true)
        call.persistence = .once
        do throws(PortalError) {
            return try await transport.read(call) { $0["checksums"].checksums }
        } catch {
            switch error.kind {
            // It is more than is needed, and older services have none of it.
            case .forbidden, .notFound, .invalid, .unsupported, .serverFault, .unreadableAnswer, .refused: return []
            case .offline, .timedOut, .signedOut, .conflict, .tooManyRequests, .unavailable, .notTried, .local,
                .heldElsewhere, .changedElsewhere, .cancelled, .notKept:
                throw named(error)
            }
        }
    }

    // MARK: - Headers

    /// The header of a file for one reader, and the tag of the body that it belongs to: `GET /files/{fileId}/header`.
    ///
    /// - Parameter key: base64 of the 32 bytes of a public key.
    public func header(
        of file: ArchiveFile, in dataset: String, for key: String
    ) async throws(PortalError) -> ArchiveHeader {
        try await naming {
            () async throws(PortalError) in
            version.known == .first
                ? try await headerOfFirst(of: file, in: dataset, for: key)
                : try await headerOfSecond(of: file, for: key)
        }
    }

    private func headerOfSecond(of file: ArchiveFile, for key: String) async throws(PortalError) -> ArchiveHeader {
        var call = ServiceCall(
            operation: "fetching a file's header", method: .GET, path: ["files", file.id, "header"], isSafe: true)
        call.accept = "application/octet-stream"
        call.headers = ["X-C4GH-Public-Key": key]
        let answer = try await transport.fetch(call)
        guard answer.body.starts(with: Data("crypt4gh".utf8)) else {
            throw PortalError(
                .unreadableAnswer, operation: call.operation,
                because: .answer(answer.isPage ? .pageForFile : .emptyFile))
        }
        return ArchiveHeader(bytes: answer.body, tag: answer.headers.first(name: "SDA-Content-ETag"))
    }
}

extension Credentials {
    /// A ready token that an archive refuses is refused by the archive, which says why: the portal may take it.
    fileprivate var ofArchive: Credentials {
        Credentials(
            token: token,
            replacement: { [replacement] refused throws(PortalError) in
                do throws(PortalError) { return try await replacement(refused) } catch {
                    guard case .tokens(.notAccepted)? = error.reason else { throw error }
                    return nil
                }
            })
    }
}

extension ArchiveFile {
    /// Nil for what cannot be asked for or told apart.
    init?(wire value: JSONValue) {
        guard let id = value["fileId"].text, let path = value["filePath"].text,
            let size = value["size"].integer.flatMap({ UInt64(exactly: $0) })
        else { return nil }
        self.init(
            id: id, path: path, size: size, plainSize: value["decryptedSize"].integer.flatMap { UInt64(exactly: $0) },
            checksums: value["checksums"].checksums)
    }
}

extension JSONValue {
    /// `[{type, checksum}]`, as the archive and DRS have them.
    fileprivate var checksums: [Checksum] {
        list.compactMap { value in value["checksum"].text.map { Checksum($0, algorithm: value["type"].text) } }
    }
}
