import CBuildFacts

/// The version of `portal` and of `portal-demo`, which are built and shipped together. It stands here and nowhere else.
public enum PortalVersion {
    /// Semantic versioning; CHANGELOG.md says what it brings.
    public static let current = "0.1.0"

    /// What services are told of who calls (RFC 9110, 10.1.5).
    public static let userAgent = "portal/\(current)"

    /// What `--version` prints, such as `portal 0.1.0 (commit 8f22916ab12c of 2026-11-28, release build, static)`.
    ///
    /// The day is the commit's, so that building the same commit again gives the same program.
    public static func description(of program: String) -> String {
        // Joined by hand: `joined` looks a conformance up among all that the program's libraries have, two thirds of
        // what this costs.
        var facts = ""
        for fact in build { facts += facts.isEmpty ? fact : ", " + fact }
        return "\(program) \(current) (\(facts))"
    }

    /// The day of the commit that was built, as year-month-day; empty when it is not known.
    public static var day: String { String(cString: build_commit_day()) }

    /// What is known of this build, in words.
    static var build: [String] {
        let commit = String(cString: build_commit())
        let words =
            commit.isEmpty ? "unknown commit" : day.isEmpty ? "commit \(commit)" : "commit \(commit) of \(day)"
        return [words, isDebug ? "debug build" : "release build", build_is_static() ? "static" : "dynamic"]
    }

    private static var isDebug: Bool {
        #if DEBUG
            true
        #else
            false
        #endif
    }
}
