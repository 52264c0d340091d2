import Foundation
import Glibc

/// A file for another program to read from an open descriptor. It has no name, so that nothing of it stays behind whatever
/// ends the two programs, and nobody else can open it.
package enum UnnamedFile {
    /// - Parameter directories: tried in turn; one may be missing, full or not the user's.
    /// - Returns: a descriptor at the beginning of the data, to be closed by the caller; nil where no directory took it.
    package static func holding(_ data: Data, in directories: [String]) -> Int32? {
        for directory in directories {
            if let descriptor = make(data, in: directory) { return descriptor }
        }
        return nil
    }

    private static func make(_ data: Data, in directory: String) -> Int32? {
        // Nobody can foresee the name, and it is gone before anything is in the file.
        let path = "\(directory)/portal-\(UUID().uuidString)"
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        unlink(path)
        do {
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: data)
            guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw CocoaError(.fileReadUnknown) }
            return descriptor
        } catch {
            close(descriptor)
            return nil
        }
    }
}
