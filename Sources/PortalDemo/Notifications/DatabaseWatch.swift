import Foundation

/// Wakes when another program has written into the database: two portals may share one, each with listeners of its own.
///
/// A thread that sleeps in `read`, as the one that waits for the end of standard input does. Where the kernel watches
/// no files, as on some network file systems, a portal is told of its own decisions and calls alone.
enum DatabaseWatch {
    /// - Parameter changed: Told after each change, also of this program's own; it ends with the first false.
    static func start(at path: String, _ changed: @escaping @Sendable () -> Bool) {
        let descriptor = inotify_init1(Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return }
        guard inotify_add_watch(descriptor, path, UInt32(IN_MODIFY)) >= 0 else {
            close(descriptor)
            return
        }
        Thread.detachNewThread {
            defer { close(descriptor) }
            var events = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = read(descriptor, &events, events.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0, changed() else { return }
            }
        }
    }
}
