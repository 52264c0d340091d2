import CTerminal

/// Everything that touches the terminal or the program's state runs here: one thread, which sleeps in `poll()`.
///
/// The main actor is not used: while `poll()` blocks the main thread, nothing that awaits it would run.
@globalActor
public actor UI {
    /// The actor of the user interface.
    public static let shared = UI()

    /// The executor behind the actor; its `run()` must be called on the main thread.
    public static let executor = UIExecutor()

    private init() {}

    /// Jobs of this actor run on the main thread, in `UIExecutor.run`.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { Self.executor.asUnownedSerialExecutor() }

    /// Runs `body` as part of the actor, at once. Traps when the calling thread is not the actor's.
    public static func assumeIsolated<Value>(
        _ body: @UI () throws -> Value, file: StaticString = #fileID, line: UInt = #line
    ) rethrows -> Value {
        precondition(ct_is_ui_thread(), "this must run on the thread of the user interface", file: file, line: line)
        return try withoutActuallyEscaping(body) { isolated in
            // The isolation was checked above and is all that the two function types differ in; the standard library
            // does the same in `MainActor.assumeIsolated`, which offers no variant for other global actors.
            try unsafeBitCast(isolated, to: (() throws -> Value).self)()
        }
    }
}
