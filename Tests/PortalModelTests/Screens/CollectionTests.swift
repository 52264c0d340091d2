import PortalModel
import Testing

@Suite("Several datasets in a file")
struct CollectionTests {
    private func prompt(_ story: Story) throws -> AnswersPrompt {
        guard case .answersFile(let prompt) = story.state.overlay else { throw Missing() }
        return prompt
    }

    private struct Missing: Error {}

    private func pick(_ format: CollectionFormat, _ story: Story) {
        for _ in CollectionFormat.allCases.prefix(while: { $0 != format }) { story.press("j") }
        story.press(.enter)
    }

    @Test("What is marked is written, in the form and to the place that are chosen")
    func marks() throws {
        let story = Story.begun(total: 20)
        story.press(" ", "j", " ", "e")
        #expect(story.state.overlay == .menu(Menu(.collection(.marks))))
        pick(.bibtex, story)
        #expect(try prompt(story).path.text == "./datasets.bib")
        story.press(.enter)
        let marked: DatasetCollection = .datasets([DatasetID("d0"), DatasetID("d2")])
        #expect(story.effects == [.file(.exportCollection(marked, .bibtex, path: "./datasets.bib"))])
        #expect(try prompt(story).stage == .working)
        var report = CollectionReport()
        (report.path, report.datasets) = ("/home/ada/datasets.bib", 2)
        story.send(.file(.collectionExported(.bibtex, .success(report))))
        #expect(story.state.overlay == nil)
        #expect(story.state.toast?.says(.success, "2 datasets, in /home/ada/datasets.bib.") == true)
    }

    @Test("Without marks it is all that the search finds; descriptions go into a folder")
    func found() throws {
        let story = Story.begun(total: 20)
        story.press("e")
        pick(.turtle, story)
        #expect(try prompt(story).path.text == "./datasets-ttl")
        story.press(.enter)
        let all: DatasetCollection = .search(story.state.browser.query, most: nil)
        #expect(story.effects == [.file(.exportCollection(all, .turtle, path: "./datasets-ttl"))])
    }

    @Test("What could not be had is said, and another name may be typed")
    func failures() throws {
        let story = Story.begun(total: 20)
        story.press("e", .enter, .enter)
        let taken = PortalError(.local, operation: "the file", because: .file(.isThere("./datasets.csv")))
        story.send(.file(.collectionExported(.csv, .failure(taken))))
        #expect(try prompt(story).stage == .path)
        #expect(try prompt(story).problem != nil)
        story.press(.enter)
        var report = CollectionReport()
        report.missing = [.init(DatasetID("d3"), PortalError(.notFound, operation: "opening the dataset"))]
        story.send(.file(.collectionExported(.csv, .success(report))))
        #expect(story.state.overlay == nil)
        #expect(story.state.toast?.kind == .failure)
    }

    @Test("It goes on when its question is left, and nothing is written of an empty list")
    func leaving() {
        let story = Story.begun(total: 20)
        story.press("e", .enter, .enter, .escape)
        #expect(story.state.overlay == nil)
        var report = CollectionReport()
        (report.path, report.datasets) = ("/home/ada/datasets.csv", 20)
        story.send(.file(.collectionExported(.csv, .success(report))))
        #expect(story.state.toast?.kind == .success)
        story.press("2", "e")
        #expect(story.state.overlay == nil)
        #expect(story.state.toast?.kind == .warning)
    }

    @Test("How far it is stays in sight of whoever comes back, and it can be stopped")
    func progress() throws {
        let story = Story.begun(total: 20)
        story.press("e", .enter, .enter)
        story.send(.file(.collectionProgressed(CollectionProgress(done: 7, total: 20))))
        #expect(story.state.exporting?.progress == CollectionProgress(done: 7, total: 20))
        story.press(.escape)
        #expect(story.state.overlay == nil)
        story.press("e")
        #expect(try prompt(story).stage == .working, "one at a time")
        story.press("x")
        #expect(story.effects == [.file(.stopExport)])
        story.send(.file(.collectionExported(.csv, .failure(PortalError(.cancelled, operation: "the file")))))
        #expect(story.state.overlay == nil && story.state.exporting == nil)
        #expect(story.state.toast?.message == .documents(.exportStopped))
        story.press("e")
        #expect(story.state.overlay == .menu(Menu(.collection(.found))), "another one can begin")
    }

    @Test func identifiersOfPapersAreKnownWhateverStandsBeforeThem() {
        for text in [
            "10.5281/zenodo.1", "doi:10.5281/zenodo.1", "https://doi.org/10.5281/zenodo.1",
            "http://dx.doi.org/10.5281/zenodo.1",
        ] {
            #expect(DOI(text)?.name == "10.5281/zenodo.1", "\(text)")
        }
        for text in ["EGAD0001", "10.5281", "10.x/1", "10.5281/", "https://example.org/10.5281/zenodo.1"] {
            #expect(DOI(text) == nil, "\(text)")
        }
    }

    @Test func checksumsAreNamedAsProgramsNameThem() {
        let spdx = Checksum("AB12", algorithm: "http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
        #expect(spdx.algorithm == "sha256" && spdx.value == "ab12")
        #expect(Checksum("md5:9e10") == Checksum("9e10", algorithm: "MD5"))
        #expect(Checksum("9e10").algorithm == nil)
        #expect(Checksum("x y", algorithm: "SHA-512").algorithm == "sha512")
        #expect(CSVText.tabbed([["a\tb", "=1+1"]]) == "a b\t'=1+1\n")
    }
}
