import Foundation
import PortalDomain
import PortalMirror
import TerminalHarness

/// The mirror beside sqlite3's shell on the same file and fzf over the same titles, turn by turn, so that what else the
/// machine does falls on all.
struct MirrorPeers {
    let mirror: Mirror
    let path: String
    let place: Place

    private static let rounds = 7

    /// A question of the mirror, and the same of the file.
    private struct Question {
        var name: String
        var mirror: MirrorQuestion
        var sql: String
        /// What fzf looks for; nil where it has no such question.
        var word: String?
    }

    private static func questions() throws -> [Question] {
        let words = try ["geno", "cancer", "genome", "data", "the"].map { word in
            // As the mirror puts it: the last word may go on. The shell counts and shows the best fifty with their titles.
            let match = "'\"\(word)\" *'"
            return Question(
                name: "`\(word)` typed: how many, and the first 50",
                mirror: MirrorQuestion(try QueryLine.parse(word), rows: 50),
                sql: """
                    SELECT count(*) FROM dataset_text WHERE dataset_text MATCH \(match);
                    SELECT d.id, d.title, d.description FROM dataset_text t JOIN dataset d ON d.number = t.rowid
                    WHERE dataset_text MATCH \(match) ORDER BY rank LIMIT 50;
                    """, word: word)
        }
        return words + [
            Question(
                name: "counts of every facet, of all",
                mirror: MirrorQuestion(try QueryLine.parse(""), rows: 0, facetValues: 50),
                sql: "SELECT value, count(*) FROM dataset_facet GROUP BY value;"),
            Question(
                name: "counts of every facet, of those with `data`",
                mirror: MirrorQuestion(try QueryLine.parse("data"), rows: 0, facetValues: 50),
                sql: """
                    SELECT value, count(*) FROM dataset_facet WHERE dataset IN
                    (SELECT rowid FROM dataset_text WHERE dataset_text MATCH '"data" *') GROUP BY value;
                    """),
            Question(
                name: "`the sort:title`: the first 50",
                mirror: MirrorQuestion(try QueryLine.parse("the sort:title"), rows: 50),
                sql: """
                    SELECT id, title, description FROM dataset WHERE number IN
                    (SELECT rowid FROM dataset_text WHERE dataset_text MATCH '"the" *') ORDER BY titleKey LIMIT 50;
                    """),
        ]
    }

    func run(into table: inout ResultTable) async throws {
        let hasShell = MeasuredRun.isInstalled("sqlite3")
        let hasFzf = MeasuredRun.isInstalled("fzf") && hasShell
        guard hasShell else { return table.add("mirror: sqlite3 and fzf", "left out, not installed") }
        let titles = place.directory + "/titles"
        _ = try MeasuredRun(
            ["sqlite3", path, "SELECT replace(replace(title, char(10), ' '), char(13), ' ') FROM dataset"],
            output: titles)
        for question in try Self.questions() {
            var own: [Duration] = []
            var shell: [Duration] = []
            var fzf: [Duration] = []
            for round in 0...Self.rounds {
                let before = MeasuredRun.own
                _ = try await mirror.search(question.mirror)
                let mine = MeasuredRun.own - before
                let start = try MeasuredRun(["sqlite3", path, "SELECT 1"]).cpu
                let theirs = try MeasuredRun(["sqlite3", path, question.sql]).cpu - start
                let filtered =
                    try hasFzf
                    ? question.word.map { word in
                        try MeasuredRun(["fzf", "--filter=\(word)"], input: titles).cpu
                    } : nil
                // The first finds nothing in memory.
                guard round > 0 else { continue }
                own.append(mine)
                shell.append(theirs)
                if let filtered { fzf.append(filtered) }
            }
            guard let mine = own.median, let theirs = shell.median else { continue }
            var parts = [Self.ratio(mine, theirs, "sqlite3")]
            if let filtered = fzf.median { parts.append(Self.ratio(mine, filtered, "fzf")) }
            table.add("beside peers: \(question.name)", parts.joined(separator: "; ") + "; mirror \(mine.readable)")
        }
    }

    private static func ratio(_ mine: Duration, _ theirs: Duration, _ name: String) -> String {
        "\(String(format: "%.2f", mine / theirs)) × \(name) (\(theirs.readable))"
    }
}
