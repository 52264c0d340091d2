import PortalModel
import PortalViews
import Testing

@Suite("Datasets beside each other")
struct ComparisonTests {
    private func detail(_ id: String, _ change: (inout DatasetDetail) -> Void = { _ in }) -> DatasetDetail {
        var detail = DatasetDetail(summary: DatasetSummary(id: DatasetID(id), title: "Title of \(id)"))
        detail.summary.publishers = ["Institute"]
        detail.summary.description = "About \(id)"
        change(&detail)
        return detail
    }

    private func compared() -> Story {
        let story = Story.begun(total: 20)
        story.press(" ", " ", "c")
        return story
    }

    @Test("What differs comes first; what nobody says is left out, and an order of words is no difference")
    func fields() {
        let first = detail("a") {
            $0.summary.individuals = 1204
            $0.summary.keywords = ["exome", "trios"]
            $0.sections = [DetailSection(title: "Coding", entries: [DetailEntry(label: "Codes", values: ["ICD-10"])])]
            $0.distributions = [Distribution(title: "Reads", format: "BAM", byteSize: 5)]
        }
        let second = detail("b") {
            $0.summary.individuals = 96
            $0.summary.keywords = ["Trios", "exome"]
            $0.distributions = [Distribution(title: "Reads", format: "BAM", byteSize: 5)]
        }
        let comparison = DatasetComparison([first, second])
        #expect(comparison.fields.filter(\.isDifferent).map(\.label) == ["Individuals", "Codes", "Description"])
        #expect(
            comparison.fields.filter { !$0.isDifferent }.map(\.label)
                == ["Publishers", "Files", "Formats", "Size", "Keywords"])
        #expect(comparison.fields[0].values.map(\.plain) == [["1204"], ["96"]])
        #expect(comparison.fields[1].values == [.texts(["ICD-10"]), .none])
    }

    @Test("Two to five marked datasets are asked for and shown, as they come")
    func opens() {
        let story = Story.begun(total: 20)
        story.press(" ", "c")
        #expect(story.state.toast?.kind == .warning)
        story.press(" ", "c")
        #expect(story.state.overlay == .comparison)
        #expect(story.state.comparison?.columns.map(\.summary.id.rawValue) == ["d0", "d1"])
        let asked = story.effects.compactMap { effect -> ReadID? in
            if case .read(let id, .dataset) = effect { id } else { nil }
        }
        #expect(asked.map(\.slot) == [.compared(0), .compared(1)])
        story.send(.answered(asked[1], .success(.dataset(detail("d1")))))
        story.send(.answered(asked[0], .failure(PortalError(.notFound, operation: "opening the dataset"))))
        #expect(story.state.comparison?.columns[1].detail != nil)
        #expect(story.state.comparison?.columns[0].error?.kind == .notFound)
        #expect(story.state.comparison?.isLoading == false)
        story.press("q")
        #expect(story.state.overlay == nil && story.state.comparison == nil)
        story.send(.answered(asked[1], .success(.dataset(detail("d1")))))
        #expect(story.state.comparison == nil)
    }

    @Test("Only what differs, and the way to datasets that have no room")
    func moves() {
        let story = Story.begun(total: 20)
        story.press(" ", " ", " ", " ", "c", "l", "l", "l")
        #expect(story.state.comparedInSight == 2)
        #expect(story.state.comparison?.first == 2)
        story.press("h", "d")
        #expect(story.state.comparison?.first == 1)
        #expect(story.state.comparison?.onlyDifferent == true)
        #expect(story.state.comparison?.comparison.fields.allSatisfy(\.isDifferent) == true)
        #expect(ComparisonLayout.inSight(of: 5, columns: 160) == 5)
        #expect(ComparisonLayout.inSight(of: 2, columns: 40) == 1)
    }

    @Test("It is written where one says, and is there again behind that")
    func exports() throws {
        let story = compared()
        story.press("e", "j", .enter)
        guard case .answersFile(let prompt) = story.state.overlay else {
            Issue.record("nothing asks for a path")
            return
        }
        #expect(prompt.path.text == "./comparison.csv")
        story.press(.enter)
        guard case .file(.exportComparison(let comparison, .csv, let path))? = story.effects.first else {
            Issue.record("nothing is written: \(story.effects)")
            return
        }
        #expect(comparison.datasets.count == 2 && path == "./comparison.csv")
        story.send(.file(.comparisonExported(.success("/home/ada/comparison.csv"))))
        #expect(story.state.overlay == .comparison)
        #expect(story.state.toast?.says(.success, "The comparison is in /home/ada/comparison.csv.") == true)
    }

    @Test("No word of a catalogue is a mark in a document, or breaks out of its cell")
    func documents() {
        let first = detail("a|b") { $0.summary.title = "Pipes | and *stars*\nin lines" }
        let comparison = DatasetComparison([first, detail("c") { $0.summary.title = "=1+1" }])
        let lines = comparison.markdown.split(separator: "\n")
        #expect(lines[0] == "| Field | Pipes \\| and \\*stars\\* in lines | \\=1+1 |")
        #expect(lines[2] == "| Dataset | a\\|b | c |")
        #expect(lines.contains("| **Description** | About a\\|b | About c |"))
        #expect(lines.contains("| Publishers | Institute | Institute |"))
        let csv = comparison.csv.split(separator: "\r\n")
        #expect(csv[0] == "field,differs,a|b,c")
        #expect(csv[1] == "Title,true,Pipes | and *stars* in lines,'=1+1")
    }
}
