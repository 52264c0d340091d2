import Glibc

/// Whether the program may start the threads that it needs: where it may not, one library ends the program without a word,
/// and another waits for ever and lets no signal through.
package enum ThreadLimit {
    /// At once, beside the first: with 12 the network library was seen to end the program, with 13 all worked.
    private static let needed = 13

    /// Starts so many threads and lets them end, which takes less than a millisecond.
    ///
    /// - Throws: that the machine refuses them, by the limit of a user's processes, of a container or of its memory.
    package static func check() throws(LaunchFailure) {
        let code = start(needed)
        guard code != 0 else { return }
        throw LaunchFailure(LaunchWords.tooFewThreads(needed: needed, words: String(cString: strerror(code))))
    }

    /// - Returns: the system's number for the first that was refused, or 0.
    static func start(_ count: Int) -> Int32 {
        // What they wait for, so that all are there at once.
        let turn = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        defer { turn.deallocate() }
        guard pthread_mutex_init(turn, nil) == 0 else { return 0 }
        defer { pthread_mutex_destroy(turn) }
        pthread_mutex_lock(turn)
        var threads: [pthread_t] = []
        var code: Int32 = 0
        for _ in 0..<count {
            var thread = pthread_t()
            code = pthread_create(
                &thread, nil,
                { turn in
                    let turn = turn?.assumingMemoryBound(to: pthread_mutex_t.self)
                    if let turn, pthread_mutex_lock(turn) == 0 { pthread_mutex_unlock(turn) }
                    return nil
                }, turn)
            if code != 0 { break }
            threads.append(thread)
        }
        pthread_mutex_unlock(turn)
        for thread in threads { pthread_join(thread, nil) }
        return code
    }
}
