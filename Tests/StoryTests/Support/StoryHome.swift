import Foundation
import Synchronization
import Testing

/// The directories of one person: the program finds there what it kept, and nothing of anybody else's.
///
/// They are removed when the story lets them go. Before that the logs in them are looked through, so that every story
/// shows that nothing secret of it was logged, at the level that logs most of what is used.
final class StoryHome: Sendable {
    let path: String
    private let secrets = Mutex<Set<String>>([])
    private let place: SourceLocation

    init(at place: SourceLocation = #_sourceLocation) throws {
        self.place = place
        let folder = FileManager.default.temporaryDirectory.appending(path: "portal-story-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        path = folder.path
    }

    deinit {
        for leak in leaks { Issue.record("\(leak), which is never logged", sourceLocation: place) }
        try? FileManager.default.removeItem(atPath: path)
    }

    /// What somebody typed or was given, and no log may hold.
    func plant(_ secret: String) {
        guard LogInspection.isTelling(secret) else { return }
        secrets.withLock { _ = $0.insert(secret) }
    }

    /// What is secret among the variables of a program.
    func plant(secretsOf environment: [String: String]) {
        for (name, value) in environment where ["TOKEN", "KEY", "SECRET"].contains(where: { name.hasSuffix($0) }) {
            plant(value)
        }
    }

    /// What was logged of it all the same.
    var leaks: [String] { LogInspection.leaks(of: secrets.withLock { $0 }, below: state) }

    var data: String { path + "/data" }
    var configuration: String { path + "/config" }
    var cache: String { path + "/cache" }
    var state: String { path + "/state" }

    /// What the program is started with, beside what every terminal sets.
    var environment: [String: String] {
        [
            "HOME": path, "XDG_DATA_HOME": data, "XDG_CONFIG_HOME": configuration, "XDG_CACHE_HOME": cache,
            "XDG_STATE_HOME": state, "TMPDIR": path, "PORTAL_LOG_LEVEL": "debug",
            // A sanitised build looks for leaks at the end, which a killed program never has.
            "ASAN_OPTIONS": "detect_leaks=0",
        ]
    }

    /// The database of drafts of a profile.
    func drafts(of profile: String = "demo") -> String { data + "/portal/\(profile)/drafts.sqlite" }

    /// A profile, as the program keeps it.
    func keep(_ profile: String, as name: String) throws {
        _ = try write(profile, to: "config/portal/profiles.d/\(name).yaml")
    }

    func write(_ text: String, to name: String, mode: Int = 0o600) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }
}
