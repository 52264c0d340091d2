import Foundation
import Testing

extension Stories {
    /// A search as a line, from a shell.
    @Suite struct SearchLines {
        @Test func aLineNarrowsAsFacetsDo() async throws {
            let story = try CommandStory()
            let line = try await story.portal(
                "search", "access:restricted individuals>=1000 sort:title", "--all", "--json")
            let flags = try await story.portal(
                "search", "--facet", "access_rights=Restricted", "--facet", "number_of_unique_individuals>=1000",
                "--sort", "title", "--all", "--json")
            #expect(line.status == 0, "\(line.words)")
            #expect(!line.lines.isEmpty)
            #expect(line.output == flags.output)
            let both = try await story.portal(
                "search", "access:restricted", "sort:title", "--facet", "number_of_unique_individuals>=1000", "--all",
                "--json")
            #expect(both.output == line.output)
            let years = try await story.portal("search", "created:2015", "--all", "--json").records()
            #expect(!years.isEmpty)
            #expect(years.allSatisfy { $0["created"]?.text?.hasPrefix("2015") == true })
        }

        @Test func alternativesAreWordsOrValues() async throws {
            let story = try CommandStory()
            func ids(_ line: String...) async throws -> Set<String> {
                let run = try await story.portal(["search"] + line + ["--all", "--json"])
                #expect(run.status == 0, "\(line): \(run.words)")
                return Set(try run.records().compactMap { $0["id"]?.text })
            }
            let (lung, breast) = (try await ids("lung"), try await ids("breast"))
            #expect(try await ids("(lung or breast)") == lung.union(breast))
            #expect(try await ids("lung OR breast") == lung.union(breast))
            let themes = try await story.portal("filters", "theme", "--json").records().compactMap { $0["label"]?.text }
            let (one, other) = (themes[0], themes[1])
            let both = try await ids("theme:(\(one) or \"\(other)\")")
            #expect(both == (try await ids("theme:\"\(one)\"")).union(try await ids("theme:\"\(other)\"")))
            // A shell takes the quotation marks, and several arguments are a line.
            let long = try #require(themes.first { $0.contains(" ") })
            #expect(try await ids("theme:\(long)", "sort:title") == (try await ids("theme:\"\(long)\"")))
        }

        @Test(arguments: [
            ("breast acess:public", "Column 8 of the search", "Did you mean “access”?", "^~~~~"),
            ("individuals>=many", "Column 1 of the search", "is not a number", "^" + String(repeating: "~", count: 16)),
            ("cancer (lung", "Column 8 of the search", "The bracket is not closed", "^"),
            ("lung -cancer", "Column 6 of the search", "cannot leave out", "^~~~~~~"),
            ("lung sort:size", "Column 11 of the search", "It takes relevance", "^~~~"),
        ])
        func anErrorStandsAtItsColumn(line: String, column: String, reason: String, mark: String) async throws {
            let story = try CommandStory()
            let run = try await story.portal("search", line)
            #expect(run.status == 2)
            #expect(run.output.isEmpty)
            #expect(run.words.contains(column), "\(run.words)")
            #expect(run.words.contains(reason), "\(run.words)")
            #expect(run.words.contains("Nothing was searched."))
            let lines = run.words.split(separator: "\n").map(String.init)
            let typed = try #require(lines.firstIndex { $0.hasSuffix(line) }, "\(run.words)")
            #expect(lines[typed + 1].hasSuffix(mark), "\(run.words)")
        }

        @Test func whatIsAskedIsTold() async throws {
            let story = try CommandStory()
            let run = try await story.portal("search", "--explain", "breast cancer access:restricted modified>=2024")
            #expect(run.status == 0)
            #expect(run.output.contains("POST datasets/search"))
            #expect(run.output.contains("query: breast AND cancer"))
            #expect(run.output.contains("ckan/modified >= 2024-01-01T00:00:00Z"))
            #expect(run.output.contains("Done here: nothing."))
            let record = try #require(
                try await story.portal("search", "--explain", "--json", "Access_rights=Restricted lung").records().first
            )
            #expect(
                record["line"] == .text("access:Restricted lung") || record["line"] == .text("lung access:Restricted"))
            #expect(record["here"] == .list([]))
        }

        @Test func anOrderIsSaidOnce() async throws {
            let story = try CommandStory()
            let run = try await story.portal("search", "sort:title", "--sort", "newest")
            #expect(run.status == 2)
            #expect(run.words.contains("--sort"))
        }
    }
}
