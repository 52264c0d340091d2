import Glibc

/// One program at a time opens a folder's drafts, or changes its saved searches.
///
/// Several that start for the first time at once would each make the file: SQLite's patience does not cover the change
/// to a write-ahead log, nor two programs that both found a table missing. The folder itself is locked (`flock(2)`), so
/// that nothing is left behind; the lock ends with the program, however that ends.
struct FolderTurn: ~Copyable {
    /// Nil where the folder cannot be locked, or somebody keeps it for too long: then it is done without.
    private let descriptor: CInt?

    /// Waits for at most two seconds.
    init(in directory: String) {
        let opened = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else {
            descriptor = nil
            return
        }
        for _ in 0..<200 {
            if flock(opened, LOCK_EX | LOCK_NB) == 0 {
                descriptor = opened
                return
            }
            guard errno == EWOULDBLOCK || errno == EINTR else { break }
            usleep(10_000)
        }
        close(opened)
        descriptor = nil
    }

    deinit {
        if let descriptor { close(descriptor) }
    }
}
