import ArgumentParser
import Crypt4GH
import Glibc
import PortalModel

/// Where data goes to.
struct DataOutputOptions: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Where to, with mode 0600; standard output when left out.", valueName: "file"),
        completion: .file())
    var output: String?

    @Flag(help: "Put it in the place of a file that is there.")
    var overwrite = false

    @Flag(help: "With --output: one JSON object (docs/schemas/data-file.json).")
    var json = false

    func validate() throws {
        guard output != nil || !json else { throw ValidationError(DataWords.jsonNeedsOutput) }
        guard output != nil || !overwrite else { throw ValidationError(DataWords.overwriteNeedsOutput) }
    }
}

/// What was made of a file (docs/schemas/data-file.json).
struct DataFileRecord: Encodable {
    /// `-` is standard input.
    var file: String
    var output: String
    /// Of plain text.
    var bytes: UInt64
}

/// A file that is read, `-` for standard input.
final class DataInput {
    let name: String
    let source: DescriptorSource
    private let descriptor: Int32

    init(_ name: String) throws(CommandFailure) {
        self.name = name
        if name == "-" {
            descriptor = STDIN_FILENO
        } else {
            let path = HomePath.expanded(name, home: Environment.current.home)
            descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
            guard descriptor >= 0 else {
                throw CommandFailure(
                    FileWords.refused(.failed(errno), path: path), errno == ENOENT ? .notFound : .failed)
            }
        }
        source = DescriptorSource(descriptor)
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// In bytes; nil for what has no size, such as a pipe.
    var size: UInt64? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return UInt64(status.st_size)
    }
}

/// Where it goes to: a file that is there when it is whole, or standard output, which is never a terminal.
final class DataOutput {
    private let options: DataOutputOptions
    private let part: PartFile?
    private let output: CommandOutput
    /// What was written of it.
    private(set) var bytes: UInt64 = 0

    init(_ options: DataOutputOptions) throws(CommandFailure) {
        self.options = options
        output = CommandOutput(json: options.json)
        guard let path = options.output else {
            part = nil
            guard !output.isTerminal else { throw CommandFailure(DataWords.notAtTerminal, .usage) }
            return
        }
        do throws(PartFile.Refusal) { part = try PartFile(path, replacing: options.overwrite) } catch {
            switch error {
            case .file(let refusal): throw CommandFailure(FileWords.notWritten(refusal, path: path))
            case .partIsTaken(let part): throw CommandFailure(DataWords.partIsTaken(part: part, path: path))
            }
        }
    }

    /// Known before anything is written: whether there is room for it, as far as the disk says.
    func requireRoom(for bytes: UInt64?) throws(CommandFailure) {
        guard let part, let bytes, let room = part.room, room < bytes else { return }
        part.discard()
        throw CommandFailure(DataWords.noRoom(path: part.path, needed: bytes, room: room))
    }

    /// - Returns: whether there is still a reader.
    func take(_ data: UnsafeRawBufferPointer) throws(CommandFailure) -> Bool {
        guard let part else {
            bytes += UInt64(data.count)
            return try output.emit(data: data)
        }
        do throws(PrivateFile.Refusal) { try part.write(data) } catch {
            // It cannot be gone on with, and a full disk is everybody's.
            part.discard()
            throw CommandFailure(DataWords.diskFailed(error, path: part.path))
        }
        bytes += UInt64(data.count)
        return true
    }

    /// - Parameter plain: how many bytes of plain text.
    func finish(_ file: String, plain: UInt64, _ words: DataWords?) throws {
        guard let part else { return }
        do throws(PrivateFile.Refusal) { try part.finish() } catch {
            throw CommandFailure(FileWords.notWritten(error, path: part.path))
        }
        if options.json {
            try output.emit(DataFileRecord(file: file, output: part.path, bytes: plain))
        } else if let words {
            output.say(words)
        }
    }

    /// What is left of a file that did not become whole: its path, unless there is nothing in it.
    func leave() -> DataWords.Left {
        guard let part else { return .given(bytes: bytes) }
        guard bytes > 0 else {
            part.discard()
            return .nothing
        }
        return .kept(bytes: bytes, path: part.part)
    }
}
