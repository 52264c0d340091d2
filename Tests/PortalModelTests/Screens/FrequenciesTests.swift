import Foundation
import Testing

@testable import PortalModel

@Suite("Allele frequencies, on the screen")
struct FrequenciesTests {
    private static let rows = [
        AlleleFrequency(beacon: "b", dataset: "d-1", population: "FR_M", number: 100, count: 7, frequency: 0.07),
        AlleleFrequency(beacon: "b", dataset: "d-1", population: "FI_F", number: 200, count: 4, frequency: 0.02),
        AlleleFrequency(beacon: "b", population: "IT_M", number: 50, count: 5, frequency: 0.1),
    ]

    private func asked(_ line: String = "3-45864731-T-C GRCh37") throws -> (Story, ReadID) {
        let story = Story()
        story.start()
        story.press("F")
        story.type(line)
        story.press(.enter)
        return (story, try #require(story.state.frequencies.pending?.id))
    }

    private func populations(_ story: Story) -> [String?] { story.state.frequencies.rows.map(\.population) }

    @Test("The line is asked, and its answer is a table that sorts")
    func sorts() throws {
        let (story, read) = try asked()
        let query = try VariantLine.parse("3-45864731-T-C GRCh37")
        #expect(story.effects.contains(.read(read, .frequencies(query))))
        #expect(story.state.isLoading)
        story.send(.answered(read, .success(.frequencies(Self.rows))))
        #expect(populations(story) == ["FR_M", "FI_F", "IT_M"])
        story.press("s")
        #expect(populations(story) == ["IT_M", "FR_M", "FI_F"])
        story.press("s")
        #expect(populations(story) == ["FR_M", "IT_M", "FI_F"])
        story.press("s")
        #expect(populations(story) == ["FI_F", "FR_M", "IT_M"])
    }

    @Test("Another assembly or sex is another question, and a late answer to the one before is nobody's")
    func asksAnother() throws {
        let (story, first) = try asked()
        story.press("a")
        let second = try #require(story.state.frequencies.pending?.id)
        #expect(story.state.frequencies.query?.assembly == .grch38)
        story.send(.answered(first, .success(.frequencies(Self.rows))))
        #expect(story.state.frequencies.rows.isEmpty)
        story.send(.answered(second, .success(.frequencies([]))))
        story.press("x")
        #expect(story.state.frequencies.query?.sex == .female)
        #expect(story.state.frequencies.line.text == "3-45864731-T-C GRCh38 F")
    }

    @Test("What is no variant is said, nothing is asked, and what was typed stays")
    func refuses() {
        let story = Story()
        story.start()
        story.press("F")
        story.type("rs35044562")
        story.press(.enter)
        #expect(story.state.frequencies.problem == .nameOfDatabase("rs35044562"))
        #expect(story.state.frequencies.pending == nil)
        #expect(story.state.frequencies.line.text == "rs35044562")
        story.type("1")
        #expect(story.state.frequencies.problem == nil)
    }

    @Test("The dataset of a population is looked for in the catalogue")
    func opensDataset() throws {
        let (story, read) = try asked()
        story.send(.answered(read, .success(.frequencies(Self.rows))))
        story.press(.end, .enter)
        #expect(story.state.overlay == .frequencies, "nobody says where it was counted")
        story.press(.home, .enter)
        #expect(story.state.overlay == nil)
        #expect(story.state.browser.query.text == "\"d-1\"")
        #expect(story.state.browser.focus == .list)
        // By what access management knows it, among others that the words find too.
        story.answerSearch(with: .success(.of([Made.dataset(1), Made.dataset(2, identifier: "d-1")])))
        #expect(story.state.browser.focus == .detail)
        #expect(story.state.browser.detail?.id == Made.dataset(2).id)
        #expect(story.state.browser.selection == 1)
    }

    @Test("A dataset that the catalogue does not have is named, and another search opens nothing")
    func namesUnlisted() throws {
        let (story, read) = try asked()
        story.send(.answered(read, .success(.frequencies(Self.rows))))
        story.press(.enter)
        story.answerSearch(with: .success(.of([])))
        #expect(story.state.toast?.text.contains("no dataset “d-1”") == true)
        #expect(story.state.browser.focus == .list)
        story.press("F")
        story.press(.enter)
        story.press("/")
        story.type("asthma")
        story.fire(.searchDebounce)
        story.answerSearch(with: .success(.of([Made.dataset(2, identifier: "d-1")])))
        #expect(story.state.browser.focus == .search)
    }

    @Test("Esc stops asking, goes to the line and leaves; what was found is there when one comes back")
    func leaves() throws {
        let (story, read) = try asked()
        story.press(.escape)
        #expect(story.effects == [.cancelRead(.frequencies)])
        #expect(story.state.frequencies.isTyping)
        story.press(.enter)
        let again = try #require(story.state.frequencies.pending?.id)
        #expect(again != read)
        story.send(.answered(again, .failure(PortalError(.serverFault(status: 500), operation: "looking it up"))))
        #expect(story.state.frequencies.error != nil)
        story.press("r")
        let third = try #require(story.state.frequencies.pending?.id)
        story.send(.answered(third, .success(.frequencies(Self.rows))))
        story.press(.escape)
        #expect(story.state.overlay == nil)
        story.press("F")
        #expect(populations(story).count == 3)
    }

    @Test("The table is copied as comma-separated values")
    func copies() throws {
        let (story, read) = try asked()
        story.send(.answered(read, .success(.frequencies(Self.rows))))
        story.press("C")
        let csv = AlleleFrequency.csv(of: Self.rows)
        #expect(story.effects == [.host(.copy(csv))])
        #expect(csv.hasPrefix("variant,population,alleleFrequency"))
        #expect(csv.contains(",FR_M,0.07,7,100,,,,d-1,b\r\n"))
    }
}
