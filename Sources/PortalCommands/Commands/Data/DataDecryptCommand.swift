import ArgumentParser
import Crypt4GH
import PortalModel

/// `portal data decrypt`: a file of Crypt4GH as plain text, in a stream.
struct DataDecryptCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "decrypt", abstract: "Decrypt a file that was encrypted for your key (Crypt4GH).",
        discussion: """
            What is not as it was encrypted is not given out. The format cannot tell whether whole segments (64 KiB) are \
            missing or in another order: compare the checksum that the data came with. Plain text on a disk is in the open: \
            where a program reads standard input, send it on (portal data decrypt FILE | samtools view -).
            """)

    @Argument(help: "The file; - is standard input.", completion: .file())
    var file: String

    @Option(
        help: ArgumentHelp(
            """
            A secret key's file; may be given more than once. Left out: C4GH_SECRET_KEY, else \
            ~/.c4gh/key.
            """, valueName: "file"), completion: .file())
    var key: [String] = []

    @Option(
        help: ArgumentHelp(
            """
            A part of the plain text: from byte A, the first being 0, up to byte B, without it. A- goes \
            to the end.
            """, valueName: "a-b"))
    var range: PlainRange?

    @OptionGroup var destination: DataOutputOptions
    @OptionGroup var passphrase: PassphraseOptions

    func perform() throws {
        let input = try DataInput(file)
        let output = try DataOutput(destination)
        do {
            // What is no such file is known before anybody is asked for a passphrase.
            let header = try Crypt4GHHeader(from: input.source)
            let places = key.isEmpty ? [try KeyPlaces(nil).secret] : try key.map { path in try KeyPlaces(path).secret }
            var keys: [SecretKey] = []
            for path in places { keys.append(try KeyPlaces.open(path, passphrase)) }
            try decrypt(input, try Crypt4GHReader(input.source, behind: header, keys: keys), into: output)
        } catch let fault as Crypt4GHFault {
            throw CommandFailure(fault, file, output.leave())
        } catch {
            if output.bytes == 0 { _ = output.leave() }
            throw error
        }
    }

    private func decrypt(_ input: DataInput, _ reader: Crypt4GHReader, into output: DataOutput) throws {
        if reader.opened.editList == nil {
            let data = input.size.map { Crypt4GHReader.plainSize(ofData: $0 - min($0, UInt64(reader.header.count))) }
            try output.requireRoom(
                for: data.map { plain in
                    range.map { min($0.range.upperBound, plain) - min($0.range.lowerBound, plain) } ?? plain
                })
        }
        let bytes = try reader.decrypt(range?.range) { try output.take($0) }
        if let range = range?.range, bytes == 0 {
            _ = output.leave()
            throw CommandFailure(DataWords.behindTheEnd(start: range.lowerBound))
        }
        try output.finish(
            file, plain: bytes,
            .decrypted(bytes: bytes, path: destination.output ?? "", isCounted: reader.opened.isCounted))
        if let range = range?.range, range.upperBound < .max, bytes < range.upperBound - range.lowerBound {
            CommandOutput().note(DataWords.endsBefore(bytes: bytes))
        }
    }
}

extension CommandFailure {
    /// Why a file of Crypt4GH is not read to its end, and what there is of it.
    init(_ fault: Crypt4GHFault, _ file: String, _ left: DataWords.Left) {
        let status: ExitStatus = if case .wrongKey = fault { .authentication } else { .failed }
        self.init(DataWords.fault(fault, file: file, left), status)
    }
}
