import Foundation
import Testing

/// Certificates made by openssl in a folder of their own: an authority, one below it, and leaves with each fault.
final class TestCertificates: Sendable {
    let folder: String

    /// What a server shows: its certificate with those it sends along, and its key.
    struct Shown: Sendable {
        var certificates: String
        var key: String
    }

    static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")

    init() throws {
        folder = NSTemporaryDirectory() + "portal-tls-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try authority("root", subject: "/CN=Test root", by: nil)
        try authority("middle", subject: "/CN=Test middle", by: "root")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// To be given as `--ca-file`.
    var root: String { path("root.pem") }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    private func authority(_ name: String, subject: String, by signer: String?) throws {
        try certificate(name, subject: subject, extensions: "basicConstraints=critical,CA:true", by: signer, days: 10)
    }

    /// A certificate for a server.
    ///
    /// - Parameters:
    ///   - days: until it ends; less than 0 for one that has.
    ///   - chain: the certificates that are sent along.
    func leaf(
        _ name: String, names: String = "DNS:localhost,IP:127.0.0.1", by signer: String?, days: Int = 5,
        with chain: [String] = []
    ) throws -> Shown {
        try certificate(
            name, subject: "/CN=\(name)", extensions: "subjectAltName=\(names)", by: signer, days: days)
        let all = try ([name] + chain).map { try String(contentsOfFile: path("\($0).pem"), encoding: .utf8) }
        try all.joined(separator: "\n").write(toFile: path("\(name)-shown.pem"), atomically: true, encoding: .utf8)
        return Shown(certificates: path("\(name)-shown.pem"), key: path("\(name).key"))
    }

    private func certificate(
        _ name: String, subject: String, extensions: String, by signer: String?, days: Int
    ) throws {
        try extensions.write(toFile: path("\(name).ext"), atomically: true, encoding: .utf8)
        try openssl(
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", path("\(name).key"),
            "-subj", subject, "-out", path("\(name).csr"))
        let signing =
            signer.map { ["-CA", path("\($0).pem"), "-CAkey", path("\($0).key"), "-CAcreateserial"] }
            ?? ["-signkey", path("\(name).key")]
        try openssl(
            [
                "x509", "-req", "-in", path("\(name).csr"), "-days", String(days), "-extfile", path("\(name).ext"),
                "-out",
                path("\(name).pem"),
            ] + signing)
    }

    /// A certificate of the root's that begins in some years.
    func leafOfTheFuture(_ name: String) throws -> Shown {
        let shown = try leaf(name, by: "root")
        // `x509` of OpenSSL 3.0 always begins now; `ca` does as it is told.
        let settings = """
            [ca]
            default_ca = it
            [it]
            database = \(path("index"))
            new_certs_dir = \(folder)
            rand_serial = yes
            default_md = sha256
            policy = any
            [any]
            commonName = supplied
            """
        try settings.write(toFile: path("ca.cnf"), atomically: true, encoding: .utf8)
        try "".write(toFile: path("index"), atomically: true, encoding: .utf8)
        try openssl(
            "ca", "-batch", "-notext", "-config", path("ca.cnf"), "-cert", path("root.pem"), "-keyfile",
            path("root.key"), "-in", path("\(name).csr"), "-extfile", path("\(name).ext"), "-startdate",
            "20480101000000Z", "-enddate", "20490101000000Z", "-out", shown.certificates)
        return shown
    }

    private func openssl(_ arguments: String...) throws { try openssl(arguments) }

    private func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "openssl \(arguments.joined(separator: " "))")
    }
}

/// `openssl s_server` on loopback, which shows a certificate and answers every call with a page, or the first with what
/// it is given, and is gone in the middle of it.
final class TLSServer: Sendable {
    let port: Int
    private let process: Process

    private init(_ process: Process, port: Int) { (self.process, self.port) = (process, port) }

    deinit { process.terminate() }

    /// - Parameter answer: what is sent when the head of a call has come; the connection is cut behind it, with no word
    ///   of TLS that it ends.
    static func showing(
        _ shown: TestCertificates.Shown, _ arguments: [String] = [], thenCutBehind answer: String? = nil
    ) throws -> TLSServer {
        let (process, output, input) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        // Port 0 is a free one, which it tells in its first line.
        process.arguments =
            [
                "s_server", "-accept", "127.0.0.1:0", "-cert", shown.certificates, "-cert_chain", shown.certificates,
                "-key", shown.key,
            ] + (answer == nil ? ["-www"] : []) + arguments
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        while !text.contains("ACCEPT 127.0.0.1:") || text.last != "\n" {
            let chunk = output.fileHandleForReading.availableData
            guard !chunk.isEmpty else { break }
            text += String(decoding: chunk, as: UTF8.self)
        }
        let digits = text.split(separator: "ACCEPT 127.0.0.1:").last?.prefix { $0.isNumber } ?? ""
        let server = TLSServer(process, port: try #require(Int(digits), "s_server said: \(text)"))
        guard let answer else { return server }
        Thread.detachNewThread {
            var (head, isSent) = ("", false)
            while true {
                let chunk = output.fileHandleForReading.availableData
                guard !chunk.isEmpty else { return }
                head += String(decoding: chunk, as: UTF8.self)
                guard !isSent, head.contains(" HTTP/1.1") else { continue }
                isSent = true
                input.fileHandleForWriting.write(Data(answer.utf8))
                // At the end of its input it closes the socket, and says nothing to the other side before.
                try? input.fileHandleForWriting.close()
            }
        }
        return server
    }
}
