import Foundation
import Glibc

/// What programs that were killed in the middle of writing a file have left in a private folder: `NAME.PROCESS-NUMBER`, with
/// what was to take the file's place, as plain as that was.
struct LeftoverFiles {
    /// Absolute; one that is not there has none.
    let folder: String

    /// Removes those of processes that are no more, as far as this machine can tell.
    func remove() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { continue }
            let parts = name[name.index(after: dot)...].split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, UInt32(parts[1]) != nil, let process = pid_t(parts[0]), process > 0 else {
                continue
            }
            // A process of somebody else is there, too.
            guard kill(process, 0) != 0, errno == ESRCH else { continue }
            unlink(folder + "/" + name)
        }
    }
}
