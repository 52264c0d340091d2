import FoundationEssentials
import Glibc
import Synchronization

/// What came out of pipes that were named as files of certificates (`<(…)`, `/dev/stdin`): they give it once, and it is
/// looked at before each connection.
enum GivenAuthorities {
    private static let kept = Mutex<[String: [UInt8]]>([:])

    /// More than all authorities of the world have; what goes on after that is no such file.
    private static let longest = 32 * 1024 * 1024

    /// A pipe or another thing that cannot be read again.
    static func isPipe(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    }

    /// All that it holds, read the first time; nothing where it cannot be read.
    static func contents(of path: String) -> [UInt8] {
        kept.withLock { kept in
            if let known = kept[path] { return known }
            let read = read(path)
            kept[path] = read
            return read
        }
    }

    private static func read(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "re") else { return [] }
        defer { fclose(file) }
        var contents: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while contents.count < longest {
            let count = fread(&part, 1, part.count, file)
            guard count > 0 else { break }
            contents += part.prefix(count)
        }
        return contents
    }
}
