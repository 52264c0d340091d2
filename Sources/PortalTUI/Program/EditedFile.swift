import Foundation
import PortalCommands
import PortalModel
import PortalStorage

/// An answer on its way through the user's editor: a file that only the user can read, in a folder of its own.
///
/// What the user has written there is never thrown away: where it cannot be taken over, or this program ends before the
/// editor does, the file stays, and the next start tells of it. The folder says whose it is (`EditingHolder`), and only
/// where both the program and the editor are known to have ended does another program touch it.
struct EditedFile: Sendable {
    /// More than any form takes; a slip (the wrong file read in) must not end in a field.
    static let largest = 1_000_000

    /// Where the editor finds the text.
    let path: String
    private let folder: String
    private let before: Data
    private let holder: EditingHolder

    /// - Parameter directory: for all texts that are being edited; made with mode 0700 when it is missing.
    init(_ text: String, in directory: String, holder: EditingHolder = .current) throws {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // Nobody can foresee the name.
        var template = Array("\(directory)/text-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        path = folder + "/" + Self.name
        before = Data(text.utf8)
        self.holder = holder
        do {
            // First of all, so that nobody meets a text that belongs to nobody.
            try write(holder)
            for name in [Self.name, Self.nameBefore] { try Self.create(folder + "/" + name, before) }
        } catch {
            remove()
            throw error
        }
    }

    private static let name = "answer.txt"
    /// Beside it, as it was, so that a later start can tell whether something was written.
    private static let nameBefore = ".before"
    private static let nameOfHolder = ".holder"

    private static func create(_ path: String, _ contents: Data) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
        try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).write(contentsOf: contents)
    }

    /// The editor has been started.
    func isOpen(in editor: pid_t) {
        var holder = holder
        holder.editor = .of(process: editor)
        // Without it the text counts as ended when this program has, which is told and not removed if it was changed.
        try? write(holder)
    }

    private func write(_ holder: EditingHolder) throws {
        let data = try JSONEncoder().encode(holder)
        try PrivateFile.write(data, to: folder + "/" + Self.nameOfHolder, replacing: true)
    }

    /// The text after editing; the file is gone then. A text that cannot be taken over stays where the error says.
    /// - Parameter complaint: what the editor's end gives cause to say; the text is then not taken over.
    func finish(complaint: EditorReason? = nil) -> Result<String, PortalError> {
        guard let data = FileManager.default.contents(atPath: path) else {
            remove()
            return .failure(Self.failure([complaint, .fileGone(path: path)].compactMap(\.self)))
        }
        if let complaint { return .failure(keep(unless: data == before, complaint)) }
        guard data.count <= Self.largest else {
            return .failure(keep(unless: false, .textTooLong))
        }
        guard let text = String(data: data, encoding: .utf8) else {
            return .failure(keep(unless: false, .notUTF8))
        }
        remove()
        return .success(text)
    }

    /// The same, for an editor that ended so soon that nobody can have read the text: one that goes on in the background
    /// may still write what was not changed, so it stays where it lies.
    func finish(command: String, after time: Duration) -> Result<String, PortalError> {
        guard time < Self.soonest, FileManager.default.contents(atPath: path) == before else { return finish() }
        return .failure(Self.failure([.endedAtOnce(command: command, path: path)]))
    }

    /// What an editor is open for at the least when somebody looks at a text in it.
    private static let soonest = Duration.seconds(1)

    private func keep(unless isUnchanged: Bool, _ complaint: EditorReason) -> PortalError {
        guard isUnchanged else { return Self.failure([complaint, .kept(path: path)]) }
        remove()
        return Self.failure([complaint])
    }

    private func remove() { try? FileManager.default.removeItem(atPath: folder) }

    static func failure(_ reasons: [EditorReason]) -> PortalError {
        PortalError(.local, operation: "editing", because: .several(reasons.map(Reason.editor)))
    }

    /// A text that was written in an editor and not taken over.
    struct Leftover: Hashable {
        var path: String
        /// Somebody may have it open still.
        var isOpen: Bool
        /// Where, such as "host a, process 1"; nil where an earlier version did not write it down.
        var place: String?

        /// What to tell of it.
        var reason: Reason {
            .editor(isOpen ? .leftoverElsewhere(path: path, place: place) : .leftover(path: path))
        }
    }

    /// Texts that were written in editors that outlived their program, or could not be taken over.
    ///
    /// What was not changed is removed, but only where nobody has it any more for certain.
    static func leftovers(in directory: String, seenFrom me: EditingHolder = .current) -> [Leftover] {
        let files = FileManager.default
        let names = (try? files.contentsOfDirectory(atPath: directory)) ?? []
        return names.sorted().compactMap { name in
            let folder = directory + "/" + name
            let holder = files.contents(atPath: folder + "/" + nameOfHolder)
                .flatMap { try? JSONDecoder().decode(EditingHolder.self, from: $0) }
            let presence = holder?.presence(seenFrom: me) ?? .unknown
            guard presence != .running else { return nil }
            let path = folder + "/" + Self.name
            let text = files.contents(atPath: path)
            guard let text, text != files.contents(atPath: folder + "/" + nameBefore) else {
                if presence == .ended { try? files.removeItem(atPath: folder) }
                return nil
            }
            let isOpen = presence != .ended
            return Leftover(path: path, isOpen: isOpen, place: isOpen ? holder?.program.words : nil)
        }
    }
}
