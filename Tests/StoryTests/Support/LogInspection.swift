import Foundation

/// Looks through the logs that a story leaves behind for what must never be there.
enum LogInspection {
    /// Tokens and keys that the demo portal gives out: no story is without them.
    static let standing: Set<String> = ["demo-researcher", "demo-colleague", "demo-key"]

    /// What people type to confirm something; it is nobody's secret, and a log may say that something was deleted.
    private static let confirmations: Set<String> = ["submit", "delete"]

    /// Whether a log that holds this text tells what somebody typed. Shorter ones occur by chance.
    static func isTelling(_ text: String) -> Bool { text.count >= 6 && !confirmations.contains(text) }

    /// A sentence for each thing in the logs below a directory of states that should not be there.
    static func leaks(of secrets: Set<String>, below state: String) -> [String] {
        logs(below: state).flatMap { path -> [String] in
            let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            let name = (path as NSString).lastPathComponent
            let planted = secrets.union(standing).filter { text.contains($0) }
            let tokens = text.matches(of: /eyJ[A-Za-z0-9_-]{8,}|[Bb]earer +[A-Za-z0-9._~+\/=-]{6,}/).map {
                String($0.output)
            }
            let people = text.matches(of: /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+/).map { String($0.output) }
            return (planted.sorted() + tokens + people).map { "\(name) holds “\($0)”" }
        }
    }

    /// The program's own logs, those that were put aside, and the demo portal's.
    static func logs(below state: String) -> [String] {
        let folder = state + "/portal"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.contains(".log") }.sorted().map { folder + "/" + $0 }
    }
}
