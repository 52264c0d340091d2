import ArgumentParser
import Crypt4GH
import Foundation
import PortalModel

/// `portal data encrypt`: a file for those who may read it, in a stream.
struct DataEncryptCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "encrypt", abstract: "Encrypt a file for one or more public keys (Crypt4GH).",
        discussion: """
            Each of them opens it with the secret key that belongs to it, and nobody else does, you among them: name your own \
            public key too where you want to read it again.
            """)

    @Argument(help: "The file; - is standard input.", completion: .file())
    var file: String

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            """
            Who is to read it: a public key's file, or the key itself in one line. May be given more than \
            once.
            """, valueName: "key"), completion: .file())
    var readers: [String]

    @OptionGroup var destination: DataOutputOptions

    func perform() throws {
        let input = try DataInput(file)
        let keys = try readers.map { try Self.publicKey($0) }
        let output = try DataOutput(destination)
        do {
            let writer = try Crypt4GHWriter(for: keys)
            let header = writer.header.serialized
            // Each segment takes 28 bytes more.
            try output.requireRoom(
                for: input.size.map { $0 + UInt64(header.count) + ($0 / UInt64(Crypt4GHReader.segment) + 1) * 28 })
            guard try header.withUnsafeBytes({ try output.take($0) }) else { return }
            let bytes = try writer.encrypt(input.source) { try output.take($0) }
            try output.finish(
                file, plain: bytes, .encrypted(bytes: bytes, path: destination.output ?? "", readers: keys.count))
        } catch let fault as Crypt4GHFault {
            throw CommandFailure(fault, file, output.leave())
        }
    }

    private static func publicKey(_ given: String) throws(CommandFailure) -> PublicKey {
        let path = HomePath.expanded(given, home: Environment.current.home)
        if FileManager.default.fileExists(atPath: path) { return try KeyPlaces.publicKey(in: path) }
        do throws(KeyFault) { return try PublicKey(text: Array(given.utf8)) } catch .notAKey {
            throw CommandFailure(KeyWords.notThere(path: given), .notFound)
        } catch { throw CommandFailure(error, given) }
    }
}
