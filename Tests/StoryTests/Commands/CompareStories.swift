import Foundation
import Testing

extension Stories {
    /// Datasets beside each other, and lists with columns of one's own.
    @Suite struct ComparingAndColumns {
        @Test func datasetsAreComparedInEveryForm() async throws {
            let story = try CommandStory()
            let people = try await story.portal("compare", "tcga-brca", "tcga-gbm")
            #expect(people.status == 0, "\(people.words)")
            let lines = people.lines
            #expect(lines[0].contains("1 TCGA-BRCA") && lines[0].contains("2 TCGA-GBM"), "\(people.output)")
            let (different, same) = (lines.firstIndex(of: "Different"), lines.firstIndex(of: "The same"))
            #expect(different ?? 99 < same ?? 0, "\(people.output)")
            #expect(lines[..<(same ?? 0)].contains { $0.contains("1,098") && $0.contains("617") }, "\(people.output)")
            #expect(lines[(same ?? 0)...].contains { $0.hasPrefix("Publishers") }, "\(people.output)")
            let short = try await story.portal("compare", "tcga-brca", "tcga-gbm", "--differences")
            #expect(!short.output.contains("The same") && short.output.contains("617"))
            let markdown = try await story.portal("compare", "tcga-brca", "tcga-gbm", "--markdown")
            #expect(markdown.output.contains("| **Individuals** | 1098 | 617 |"), "\(markdown.output)")
            let csv = try await story.portal("compare", "tcga-brca", "tcga-gbm", "--csv")
            #expect(csv.output.contains("Individuals,true,1098,617\r\n"), "\(csv.output)")
            for wrong in [
                ["ddd"], ["ddd", "ddd"], ["a", "b", "c", "d", "e", "f"], ["ddd", "tcga", "--csv", "--json"],
            ] {
                #expect(try await story.portal(["compare"] + wrong).status == 2, "\(wrong)")
            }
            #expect(try await story.portal("compare", "ddd", "nowhere").status == 3)
        }

        @Test func aSearchIsListedWithTheColumnsThatAreChosen() async throws {
            let story = try CommandStory()
            let run = try await story.portal("search", "tcga sort:title", "--columns", "id,individuals,access,title")
            #expect(run.status == 0, "\(run.words)")
            #expect(run.lines[0].hasPrefix("ID"), "\(run.output)")
            let end = try #require(run.lines[0].range(of: "INDIVIDUALS")).upperBound
            let column = run.lines[0].distance(from: run.lines[0].startIndex, to: end)
            let breast = try #require(run.lines.first { $0.hasPrefix("tcga-brca") })
            #expect(breast.prefix(column).hasSuffix("1,098"), "numbers end together: \(run.output)")
            #expect(try await story.portal("search", "tcga", "--columns", "id,size").status == 2)
            #expect(try await story.portal("search", "tcga", "--columns", "id", "--json").status == 2)
        }

        @Test func theScreenComparesMarksAndHasATableThatItRemembers() async throws {
            let story = try PortalStory()
            try await story.start("--demo")
            try await story.expectResults()
            try await story.press("Space", "Space", "c")
            try await story.expect("2 datasets compared")
            try await story.expect("Different")
            try await story.press("d", "q")
            try await story.expectGone("2 datasets compared")
            try await story.press("t")
            try await story.expect("Individuals")
            try await story.press("T")
            try await story.expect("Columns: place, width")
            try await story.press("j", "j", "Space", "Enter")
            try await story.expectGone("Access")
            try await story.press("q")
            try await story.start("--demo")
            try await story.expect("Individuals")
        }
    }
}
