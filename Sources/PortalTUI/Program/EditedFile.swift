import Foundation
import PortalModel

/// An answer on its way through the user's editor: a file that only the user can read, in a folder of its own.
///
/// What the user has written there is never thrown away: where it cannot be taken over, or this program ends before the
/// editor does, the file stays, and the next start tells of it.
struct EditedFile: Sendable {
    /// More than any form takes; a slip (the wrong file read in) must not end in a field.
    static let largest = 1_000_000

    /// Where the editor finds the text.
    let path: String
    private let folder: String
    private let before: Data

    /// - Parameter directory: for all texts that are being edited; made with mode 0700 when it is missing.
    init(_ text: String, in directory: String) throws {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // The process tells the next start whose it is; nobody can foresee the rest of the name.
        var template = Array("\(directory)/\(getpid())-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        path = folder + "/" + Self.name
        before = Data(text.utf8)
        do {
            for name in [Self.name, Self.nameBefore] { try Self.create(folder + "/" + name, before) }
        } catch {
            remove()
            throw error
        }
    }

    private static let name = "answer.txt"
    /// Beside it, as it was, so that a later start can tell whether something was written.
    private static let nameBefore = ".before"

    private static func create(_ path: String, _ contents: Data) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
        try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).write(contentsOf: contents)
    }

    /// The text after editing; the file is gone then. A text that cannot be taken over stays where the error says.
    /// - Parameter complaint: what the editor's end gives cause to say; the text is then not taken over.
    func finish(complaint: String? = nil) -> Result<String, PortalError> {
        guard let data = FileManager.default.contents(atPath: path) else {
            remove()
            return .failure(Self.failure(complaint ?? "The edited file is gone."))
        }
        if let complaint { return .failure(keep(unless: data == before, complaint)) }
        guard data.count <= Self.largest else {
            return .failure(keep(unless: false, "The edited text is longer than 1 MB."))
        }
        guard let text = String(data: data, encoding: .utf8) else {
            return .failure(keep(unless: false, "The edited text is not in UTF-8."))
        }
        remove()
        return .success(text)
    }

    private func keep(unless isUnchanged: Bool, _ complaint: String) -> PortalError {
        guard isUnchanged else { return Self.failure("\(complaint) It is kept in \(path).") }
        remove()
        return Self.failure(complaint)
    }

    private func remove() { try? FileManager.default.removeItem(atPath: folder) }

    static func failure(_ detail: String) -> PortalError { PortalError(.local, operation: "editing", detail: detail) }

    /// Texts that were written in editors that outlived their program, or could not be taken over. What was not changed
    /// is removed.
    static func leftovers(in directory: String) -> [String] {
        let files = FileManager.default
        let names = (try? files.contentsOfDirectory(atPath: directory)) ?? []
        return names.sorted().compactMap { name in
            let folder = directory + "/" + name
            guard let process = name.split(separator: "-").first.flatMap({ pid_t($0) }), !isRunning(process) else {
                return nil
            }
            let text = files.contents(atPath: folder + "/" + Self.name)
            guard let text, text != files.contents(atPath: folder + "/" + nameBefore) else {
                try? files.removeItem(atPath: folder)
                return nil
            }
            return folder + "/" + Self.name
        }
    }

    private static func isRunning(_ process: pid_t) -> Bool { kill(process, 0) == 0 || errno == EPERM }
}
