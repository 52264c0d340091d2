import Foundation
import Glibc

/// A file that is there when it is whole, and not before: whatever ends the program meanwhile leaves nothing of it.
///
/// It has no name while it is written, where the disk can do that (`O_TMPFILE`); else one beside the file's own, which is
/// removed when the file is given up.
final class WholeFile {
    let path: String
    private let replacing: Bool
    private let handle: FileHandle
    /// Nil for one without a name.
    private var temporary: String?
    private var isDone = false

    /// - Parameter replacing: takes the place of a file that is there.
    init(_ path: String, replacing: Bool) throws(PrivateFile.Refusal) {
        let path = replacing ? try PrivateFile.target(of: path) : path
        self.path = path
        self.replacing = replacing
        // Known before anything is asked for.
        if !replacing, access(path, F_OK) == 0 { throw .exists }
        let folder = (path as NSString).deletingLastPathComponent
        let unnamed = open(folder.isEmpty ? "." : folder, O_WRONLY | Self.unnamedFile | O_CLOEXEC, 0o666)
        if unnamed >= 0 {
            handle = FileHandle(fileDescriptor: unnamed, closeOnDealloc: true)
            return
        }
        let name = Self.free(path)
        let named = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard named >= 0 else { throw .failed(errno) }
        handle = FileHandle(fileDescriptor: named, closeOnDealloc: true)
        temporary = name
    }

    deinit { if !isDone, let temporary { unlink(temporary) } }

    /// `O_TMPFILE`, which is made of two others and so is not imported.
    private static let unnamedFile: Int32 = 0o20000000 | O_DIRECTORY

    private static func free(_ path: String) -> String { "\(path).\(getpid())-\(UInt32.random(in: 0 ... .max))" }

    func write(_ data: Data) throws(PrivateFile.Refusal) {
        do { try handle.write(contentsOf: data) } catch { throw .failed(errno) }
    }

    /// Gives it its name, when all of it is on the disk.
    func finish() throws(PrivateFile.Refusal) {
        guard fsync(handle.fileDescriptor) == 0 || errno == EINVAL else { throw .failed(errno) }
        var name = temporary
        if name == nil {
            let own = replacing ? Self.free(path) : path
            let descriptor = "/proc/self/fd/\(handle.fileDescriptor)"
            guard linkat(AT_FDCWD, descriptor, AT_FDCWD, own, AT_SYMLINK_FOLLOW) == 0 else {
                throw errno == EEXIST ? .exists : .failed(errno)
            }
            name = own
            temporary = replacing ? own : nil
        }
        guard let name, name != path else { return isDone = true }
        // Never over a file that came meanwhile: a second name is refused where there is one, renaming is not.
        let isMoved = replacing ? rename(name, path) == 0 : link(name, path) == 0
        guard isMoved else { throw errno == EEXIST ? .exists : .failed(errno) }
        if !replacing { unlink(name) }
        isDone = true
    }
}

/// A folder of files that is there when all of them are.
final class WholeFolder {
    let path: String
    private let temporary: String
    private var names: Set<String> = []
    private var isDone = false

    /// - Throws: `.exists` where something is in it already.
    init(_ path: String) throws(PrivateFile.Refusal) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            let isEmpty = (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty
            guard isFolder.boolValue, isEmpty == true else { throw .exists }
        }
        temporary = "\(self.path).\(getpid())-\(UInt32.random(in: 0 ... .max))"
        guard mkdir(temporary, 0o777) == 0 else { throw .failed(errno) }
    }

    deinit { if !isDone { try? FileManager.default.removeItem(atPath: temporary) } }

    /// Under this name, or with a number where another one has it: `a.ttl`, then `a-2.ttl`.
    func add(_ data: Data, named name: String, extension ending: String) throws(PrivateFile.Refusal) {
        let stem = PrivateFile.safe(name)
        var number = 1
        while true {
            let whole = number == 1 ? "\(stem).\(ending)" : "\(stem)-\(number).\(ending)"
            number += 1
            guard names.insert(whole.lowercased()).inserted else { continue }
            do { try data.write(to: URL(fileURLWithPath: temporary + "/" + whole)) } catch { throw .failed(errno) }
            return
        }
    }

    /// Puts it in its place; an empty folder that is there gives way.
    func finish() throws(PrivateFile.Refusal) {
        guard rename(temporary, path) == 0 else {
            throw errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR ? .exists : .failed(errno)
        }
        isDone = true
    }
}
