import Foundation
import Glibc

/// What a program that was killed in the middle of writing a file has left beside it: `NAME.PROCESS-NUMBER`, with what was to
/// take the file's place, as plain as that was.
struct LeftoverFiles {
    /// Absolute, of the file that was written.
    let path: String

    /// Removes those of processes that are no more, as far as this machine can tell.
    func remove() {
        let folder = (path as NSString).deletingLastPathComponent
        let name = (path as NSString).lastPathComponent + "."
        for other in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where other.hasPrefix(name) {
            let parts = other.dropFirst(name.count).split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, UInt32(parts[1]) != nil, let process = pid_t(parts[0]), process > 0 else {
                continue
            }
            // A process of somebody else is there, too.
            guard kill(process, 0) != 0, errno == ESRCH else { continue }
            unlink(folder + "/" + other)
        }
    }
}
