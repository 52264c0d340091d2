import Foundation
import Glibc
import Synchronization

/// A file with a key in it, which nobody but its owner can read.
enum SecretFile {
    /// The first line. `~/` stands for the home directory.
    static func text(in path: String, home: String?) throws(LaunchFailure) -> String {
        let path = HomePath.expanded(path, home: home)
        if let key = piped.withLock({ $0[path] }) { return key }
        // What this process has open is no link that somebody could have changed, though it is shown as one.
        let isOpen = OpenDescriptor.number(of: path) != nil
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | (isOpen ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else {
            if errno == ELOOP { throw LaunchFailure(ConfigurationWords.keyIsLink(path: path)) }
            throw LaunchFailure(
                ConfigurationWords.keyUnreadable(path: path, words: String(cString: strerror(errno))))
        }
        defer { close(descriptor) }
        var status = stat()
        // A pipe is its owner's.
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFREG || status.st_mode & 0o077 == 0 else {
            throw LaunchFailure(ConfigurationWords.readableByOthers(path: path))
        }
        let given: GivenText
        do throws(GivenText.Refusal) { given = try GivenText(descriptor: descriptor) } catch {
            throw LaunchFailure(FileWords.refused(error, path: path))
        }
        let line = given.text.split(whereSeparator: \.isNewline).first
        guard let key = line?.trimmingCharacters(in: .whitespaces), !key.isEmpty else {
            throw LaunchFailure(ConfigurationWords.noKey(path: path))
        }
        if status.st_mode & S_IFMT != S_IFREG { piped.withLock { $0[path] = key } }
        return key
    }

    /// What came out of pipes: it is needed more than once, and comes once.
    private static let piped = Mutex<[String: String]>([:])
}

/// Paths as people write them in files, where no shell expands them.
enum HomePath {
    /// - Parameter home: the home directory; without one the path stays as it is written.
    static func expanded(_ path: String, home: String?) -> String {
        guard let home, path.hasPrefix("~/") else { return path }
        return home + path.dropFirst(1)
    }
}
