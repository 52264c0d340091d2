import PortalViews
import Synchronization

/// What a command says when a signal ends it, such as what is kept and how to go on.
enum LastWords {
    private static let told = Mutex<(@Sendable () -> Void)?>(nil)

    /// From now on, until `forget`.
    static func tell(_ words: @escaping @Sendable () -> Void) { told.withLock { $0 = words } }

    static func forget() { told.withLock { $0 = nil } }

    /// Once, from the thread that ends the program.
    static func say() {
        let words = told.withLock { told in
            defer { told = nil }
            return told
        }
        words?()
    }
}
