import Foundation
import Glibc
import PortalModel

/// Files with answers of a person: nobody else can read them, and none takes another's place unasked.
package enum PrivateFile {
    package enum Refusal: Error, Equatable {
        case exists
        /// It is there, and is a device, a pipe or a socket.
        case noPlainFile
        /// The system's number.
        case failed(Int32)
    }

    /// Makes a file with mode 0600.
    ///
    /// - Parameter replacing: takes the place of a file that is there, as a whole.
    package static func write(_ data: Data, to path: String, replacing: Bool = false) throws(Refusal) {
        guard replacing else { return try create(path, data) }
        let path = try target(of: path)
        let temporary = "\(path).\(getpid())-\(UInt32.random(in: 0 ... .max))"
        try create(temporary, data)
        guard rename(temporary, path) == 0 else {
            let code = errno
            unlink(temporary)
            throw .failed(code)
        }
    }

    /// Where a file has its place that takes another's: a link stays, and leads to it.
    ///
    /// - Throws: `.noPlainFile` for what is there and is no file, which a new name would destroy for everybody.
    static func target(of path: String) throws(Refusal) -> String {
        var status = stat()
        guard lstat(path, &status) == 0 else { return path }
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        guard stat(path, &status) == 0 else { throw .failed(errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .failed(EISDIR) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .noPlainFile }
        guard isLink else { return path }
        guard let found = realpath(path, nil) else { throw .failed(errno) }
        defer { free(found) }
        return String(cString: found)
    }

    private static func create(_ path: String, _ data: Data) throws(Refusal) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw errno == EEXIST ? .exists : .failed(errno) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        do {
            try handle.write(contentsOf: data)
            // A full disk may be told of only here.
            try handle.close()
        } catch {
            let code = errno
            unlink(path)
            throw .failed(code)
        }
    }

    /// Makes a file under a name that is free in a folder: `plan.pdf`, then `plan-2.pdf`.
    ///
    /// - Returns: its path.
    static func add(_ data: Data, named name: String, in folder: String) throws(Refusal) -> String {
        let whole = safe(name)
        let dot = whole.lastIndex(of: ".") ?? whole.endIndex
        let (stem, ending) = (whole[..<dot], whole[dot...])
        for number in 1...999 {
            let path = folder + "/" + (number == 1 ? whole : "\(stem)-\(number)\(ending)")
            do {
                try create(path, data)
                return path
            } catch .exists {
                continue
            }
        }
        throw .exists
    }
}

extension PrivateFile.Refusal {
    /// For the person at the screen, where no file is written over.
    func reason(for path: String) -> Reason {
        switch self {
        case .exists: .file(.isThere(path))
        case .noPlainFile: .file(.noPlainFile(path))
        case .failed(let code): .file(.system(path: path, words: String(cString: strerror(code))))
        }
    }
}
