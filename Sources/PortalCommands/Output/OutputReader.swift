import Foundation

/// Whoever reads what a command writes, for one that writes seldom: a write tells of it too late.
enum OutputReader {
    /// Whether standard output can be written to at all. Where it was closed (`>&-`) its place is taken by what cannot
    /// (`startup.c`).
    static var isThere: Bool {
        let flags = fcntl(TerminalWriter.standardOutput.descriptor, F_GETFL)
        return flags >= 0 && flags & O_ACCMODE != O_RDONLY
    }

    /// Returns when the reader of a pipe or the person's terminal has gone, or with the task: a file has none that could.
    ///
    /// A thread of its own sleeps until then.
    static func hasGone() async {
        let (gone, tell) = AsyncStream<Void>.makeStream()
        Thread.detachNewThread {
            // Without anything asked for: an error and a hang-up are always told.
            var entry = pollfd(fd: TerminalWriter.standardOutput.descriptor, events: 0, revents: 0)
            while poll(&entry, 1, -1) < 0, errno == EINTR {}
            tell.finish()
        }
        for await _ in gone {}
    }
}
