import FoundationEssentials
import Glibc
import NIOSSL
import PortalDomain

/// Which certificate authorities services are trusted by: those of the machine, wherever it keeps them.
///
/// `SSL_CERT_FILE` and `SSL_CERT_DIR` name others, as they do for OpenSSL: each stands for one half of what is looked for,
/// the file and the directories, and the other half stays the machine's.
public struct CertificateAuthorities: Hashable, Sendable {
    /// Files with certificates in PEM form that are there.
    public let files: [String]
    /// Folders with files of that kind.
    public let directories: [String]
    /// Why there are none, in a sentence; nil where there are.
    public let problem: ConnectionReason?

    /// Where systems keep all of them in one file.
    static let usualFiles = [
        "/etc/ssl/certs/ca-certificates.crt",  // Debian, Ubuntu, Arch, Gentoo
        "/etc/pki/tls/certs/ca-bundle.crt",  // Fedora, RHEL and what is made from it
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",  // RHEL 7 and newer
        "/etc/ssl/ca-bundle.pem",  // SUSE
        "/var/lib/ca-certificates/ca-bundle.pem",  // SUSE, where the one above points to
        "/etc/ssl/cert.pem",  // Alpine
        "/etc/pki/tls/cacert.pem",  // OpenELEC
    ]
    /// Where they keep one file each.
    static let usualDirectories = ["/etc/ssl/certs", "/etc/pki/tls/certs"]

    /// What the variables name and cannot be used.
    public let unusable: ConnectionReason.Unusable

    /// - Parameters:
    ///   - environment: of the process.
    ///   - root: put before the machine's own places, for tests.
    public init(environment: [String: String], root: String = "") {
        func value(_ name: String) -> String? {
            guard let value = environment[name], !value.isEmpty else { return nil }
            return value
        }
        let file = value("SSL_CERT_FILE")
        let folders = value("SSL_CERT_DIR").map { $0.split(separator: ":").map(String.init) }
        let usual = Self.usualFiles.lazy.map { root + $0 }.first(where: Self.holdsCertificates)
        let usualFolders = Self.usualDirectories.map { root + $0 }
        let named = file.map { GivenAuthorities.isPipe($0) || Self.holdsCertificates($0) ? [$0] : [] }
        // With both halves named nothing is left for the machine's own.
        let own = file != nil && folders != nil ? [] : [usual].compactMap(\.self)
        files = (named ?? []) + own.filter { $0 != file }
        // The machine's folders hold what its file does, in many times as many files.
        let isInFile = files.contains { path in Self.usualFiles.contains { root + $0 == path } }
        directories = (folders ?? usualFolders).filter { folder in
            !(isInFile && usualFolders.contains(folder))
                && Self.certificateFiles(in: folder).contains(where: Self.holdsCertificates)
        }
        unusable = ConnectionReason.Unusable(
            file: named?.isEmpty == true ? file : nil,
            folders: (folders ?? []).filter { Self.certificateFiles(in: $0).isEmpty })
        problem = files.isEmpty && directories.isEmpty ? .noAuthorities(unusable) : nil
    }

    /// What is used, in words: paths, or why there is nothing.
    public var words: String {
        problem?.sentence
            ?? ([(files + directories).joined(separator: ", ")] + unusable.sentences).joined(separator: "; ")
    }

    // MARK: - For TLS

    /// - Parameter file: of authorities that are trusted besides.
    func configure(_ tls: inout TLSConfiguration, besides file: String?) {
        if files.count == 1, directories.isEmpty, !GivenAuthorities.isPipe(files[0]), !Self.hasMark(files[0]) {
            // Read by the library, which is quicker.
            tls.trustRoots = .file(files[0])
        } else {
            tls.trustRoots = .certificates(Self.certificates(in: files + directories.flatMap(Self.certificateFiles)))
        }
        if let file {
            let marked = GivenAuthorities.isPipe(file) || Self.hasMark(file) ? try? Self.read(file) : nil
            tls.additionalTrustRoots = [marked.map { .certificates($0) } ?? .file(file)]
        }
    }

    /// As editors of Windows save it: before a byte order mark the library sees no certificate.
    private static func hasMark(_ file: String) -> Bool {
        let handle = fopen(file, "r")
        defer { if let handle { fclose(handle) } }
        guard let handle else { return false }
        return mark.allSatisfy { fgetc(handle) == Int32($0) }
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func read(_ file: String) throws -> [NIOSSLCertificate] {
        if GivenAuthorities.isPipe(file) {
            let bytes = GivenAuthorities.contents(of: file)
            return try NIOSSLCertificate.fromPEMBytes(Array(bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0)))
        }
        guard hasMark(file), let contents = FileManager.default.contents(atPath: file) else {
            return try NIOSSLCertificate.fromPEMFile(file)
        }
        return try NIOSSLCertificate.fromPEMBytes(Array(contents.dropFirst(mark.count)))
    }

    /// Each once: a folder holds links beside what they point to.
    private static func certificates(in files: [String]) -> [NIOSSLCertificate] {
        var seen: Set<NIOSSLCertificate> = []
        return files.flatMap { (try? read($0)) ?? [] }.filter { seen.insert($0).inserted }
    }

    private static func holdsCertificates(_ path: String) -> Bool {
        guard let contents = FileManager.default.contents(atPath: path) else { return false }
        return contents.firstRange(of: Data(Array("-----BEGIN ".utf8))) != nil
    }

    /// By the names that OpenSSL's `c_rehash` gives (eight hexadecimal digits and a number) and by the usual endings.
    private static func certificateFiles(in directory: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.filter { name in
            if [".pem", ".crt", ".cer"].contains(where: { name.lowercased().hasSuffix($0) }) { return true }
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            return parts.count == 2 && parts[0].count == 8 && parts[0].allSatisfy(\.isHexDigit) && Int(parts[1]) != nil
        }.sorted().map { directory + "/" + $0 }.filter { !GivenAuthorities.isPipe($0) }
    }

    /// Throws `.local` with the reason when the file holds no certificates in PEM form.
    public static func check(file: String) throws(PortalError) {
        let count: Int
        do {
            count = try read(file).count
        } catch {
            count = 0
        }
        guard count > 0 else {
            throw PortalError(
                .local, operation: "reading the certificate authorities",
                because: .setup(.noCertificates(file: file)))
        }
    }
}

/// Nobody vouches for any service here: nothing was sent.
struct NoAuthorities: Error, Hashable {
    var reason: ConnectionReason
}
