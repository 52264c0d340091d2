import Foundation
import PortalModel
import Testing

/// docs/SEARCHING.md says what the program does.
@Suite("The paper on searching")
struct SearchingPaperTests {
    /// Sought upwards: the tests of the optimised build see this file through a link, three folders deeper.
    private static let paper = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            let paper = folder.appending(path: "docs/SEARCHING.md")
            if let text = try? String(contentsOf: paper, encoding: .utf8) { return text }
            folder.deleteLastPathComponent()
        }
        return ""
    }()

    /// The rows of the table with this heading; of each cell what stands in code, else its words.
    private static func rows(below heading: String) -> [[String]] {
        let lines = paper.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0.hasPrefix(heading) }) else { return [] }
        return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
            line.split(separator: "|").map { cell in
                let text = cell.trimmingCharacters(in: .whitespaces)
                return text.hasPrefix("`") && text.hasSuffix("`") ? String(text.dropFirst().dropLast()) : text
            }
        }
    }

    @Test func theExamplesAreKeptAsItSays() throws {
        let rows = Self.rows(below: "| typed | kept as |")
        #expect(rows.count > 10)
        for row in rows {
            let line = try QueryLine.parse(row[0])
            #expect(line.text == row[1])
            #expect(try QueryLine.parse(row[1]) == line)
        }
    }

    @Test func whatIsWrongIsWrongWhereItSays() {
        let rows = Self.rows(below: "| wrong | column | why |")
        #expect(rows.count > 5)
        for row in rows {
            #expect {
                _ = try QueryLine.parse(row[0])
            } throws: { error in
                (error as? QueryProblem).map { String($0.column) } == row[1]
            }
        }
    }

    @Test func everythingThatItLists() throws {
        let rows = Self.rows(below: "| written | means |")
        #expect(rows.count > 10)
        for row in rows {
            for example in row[0].components(separatedBy: "`").filter({ !$0.isEmpty && $0 != ", " && $0 != " " }) {
                #expect(throws: Never.self, "\(example)") { try QueryLine.parse(example) }
            }
        }
        let first = try #require(Self.paper.components(separatedBy: "```\n").dropFirst().first)
        #expect(try QueryLine.parse(first).terms.count == 6)
    }

    @Test func theShortNamesAreThoseOfThePaper() throws {
        let filter = Filter(key: FilterKey(source: "ckan", key: "license_id"), kind: .dropdown, label: "Licence")
        let names = QueryNames([filter])
        #expect(names.name(of: filter.key).text == "licence")
        #expect(Self.paper.contains("`licence`"))
    }
}
