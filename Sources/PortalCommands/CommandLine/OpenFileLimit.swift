import Glibc

/// How many files the program may have open: its network library ends the program where one too many is asked for.
package enum OpenFileLimit {
    /// An estimate with room to spare: drafts, kept answers, log, locks, terminal, demo, event loop and some connections.
    /// With 20 free the network library was seen to end the program, with 40 free all worked.
    static let needed = 32
    /// What a soft limit is raised to: beyond 1,024 programs that are started from here and use `select` would break.
    private static let usual: rlim_t = 1024

    /// Raises the soft limit as far as is needed and allowed.
    ///
    /// - Throws: that too few are left.
    package static func check() throws(LaunchFailure) {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return }
        if limit.rlim_cur < min(limit.rlim_max, usual) {
            var raised = limit
            raised.rlim_cur = min(limit.rlim_max, usual)
            if setrlimit(resource, &raised) == 0 { limit = raised }
        }
        let most = Int(clamping: min(limit.rlim_cur, usual))
        let open = (0..<most).count { fcntl(Int32($0), F_GETFD) >= 0 }
        guard most - open < needed else { return }
        throw LaunchFailure(
            LaunchWords.tooFewFiles(limit: Int(clamping: limit.rlim_cur), open: open, needed: needed))
    }
}
