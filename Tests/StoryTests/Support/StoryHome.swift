import Foundation

/// The directories of one person: the program finds there what it kept, and nothing of anybody else's.
///
/// They are removed when the story lets them go.
final class StoryHome: Sendable {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "portal-story-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        path = folder.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var data: String { path + "/data" }
    var configuration: String { path + "/config" }
    var cache: String { path + "/cache" }
    var state: String { path + "/state" }

    /// What the program is started with, beside what every terminal sets.
    var environment: [String: String] {
        [
            "HOME": path, "XDG_DATA_HOME": data, "XDG_CONFIG_HOME": configuration, "XDG_CACHE_HOME": cache,
            "XDG_STATE_HOME": state, "TMPDIR": path,
            // A sanitised build looks for leaks at the end, which a killed program never has.
            "ASAN_OPTIONS": "detect_leaks=0",
        ]
    }

    /// The database of drafts of a profile.
    func drafts(of profile: String = "demo") -> String { data + "/portal/\(profile)/drafts.sqlite" }

    func write(_ text: String, to name: String) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }
}
