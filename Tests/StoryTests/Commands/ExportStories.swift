import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// Several datasets in one file, from a shell.
    @Suite struct ExportCommands {
        @Test func aSearchIsATableThatSaysWhatTheSearchSays() async throws {
            let story = try CommandStory()
            let found = try await story.portal("search", "access:restricted", "--all", "--json").records()
            let table = try await story.portal("export", "--search", "access:restricted", "--format", "csv")
            #expect(table.status == 0, "\(table.words)")
            let read = try await Self.python(
                """
                import csv, json, sys
                for row in csv.DictReader(sys.stdin): print(json.dumps(row))
                """, table.output)
            let rows = try read.records()
            #expect(rows.map { $0["id"]?.text } == found.map { $0["id"]?.text })
            #expect(rows.map { $0["title"]?.text } == found.map { $0["title"]?.text })
            #expect(found.count > 120, "several pages")
            let lines = try await story.portal("export", "--search", "access:restricted", "--format", "ndjson")
            #expect(try lines.records() == found)
            let tabs = try await story.portal("export", "--search", "access:restricted", "--limit", "7", "-o", "a.tsv")
            #expect(tabs.words.contains("7 datasets, as tsv in a.tsv."), "\(tabs.words)")
            let kept = try String(contentsOfFile: story.home.path + "/a.tsv", encoding: .utf8)
            #expect(kept.split(separator: "\n").count == 8)
            #expect(Set(kept.split(separator: "\n").map { $0.count { $0 == "\t" } }) == [18])
        }

        @Test func theBasketAndNamesFromAPipeAreWrittenToo() async throws {
            let story = try CommandStory()
            #expect(try await story.portal("export", "--basket").status == 3)
            #expect(try await story.portal("basket", "add", "ddd", "tcga-brca").status == 0)
            let basket = try await story.portal("export", "--basket", "--format", "ndjson")
            #expect(try basket.records().compactMap { $0["id"]?.text } == ["ddd", "tcga-brca"])
            let piped = try await story.shell(
                "portal search cancer --limit 3 --json | jq -r .id | portal export - --format ndjson | jq -r .id")
            let ids = try await story.portal("search", "cancer", "--limit", "3", "--json").records()
            #expect(piped.lines == ids.compactMap { $0["id"]?.text }, "\(piped.words)")
            let twice = try await story.portal("export", "ddd", "ddd", "--format", "ndjson")
            #expect(twice.lines.count == 1)
            for wrong in [[], ["ddd", "--basket"], ["--basket", "--search", "x"], ["ddd", "--limit", "2"]] {
                #expect(try await story.portal(["export"] + wrong).status == 2, "\(wrong)")
            }
        }

        @Test func aSavedSearchAndWhatWasKeptAreWrittenToo() async throws {
            let story = try CommandStory()
            #expect(try await story.portal("searches", "save", "lung", "lung access:restricted").status == 0)
            let line = try await story.portal("export", "--search", "lung access:restricted", "--format", "ndjson")
            let saved = try await story.portal("export", "--saved", "lung", "--format", "ndjson")
            #expect(saved.status == 0 && saved.output == line.output, "\(saved.words)")
            #expect(try await story.portal("export", "--saved", "lungs").status == 3)
            #expect(try await story.portal("export", "--saved", "lung", "--basket").status == 2)
            try await story.demo.stop()
            let kept = try await story.portal("export", "--saved", "lung", "--cached", "--format", "ndjson")
            #expect(kept.status == 0 && kept.output == line.output, "\(kept.words)")
            #expect(kept.words.contains("kept on this machine"), "\(kept.words)")
            let nothing = try await story.portal("export", "--search", "heart", "--cached")
            #expect(nothing.status == 3 && nothing.output.isEmpty, "\(nothing.output)")
            let one = try await story.portal("export", "no-such-dataset", "--cached", "-o", "none.csv", "--partial")
            #expect(one.status == 3 && !FileManager.default.fileExists(atPath: story.home.path + "/none.csv"))
            let named = try await story.portal("export", "--saved", "lung", "--cached", "-o", "lung.xyz")
            #expect(named.status == 2 && named.words.contains(".bib"), "\(named.words)")
        }

        @Test(.needsJSONSchema)
        func aDataDictionaryIsATable() async throws {
            let catalogue = try StoryHome()
            let record =
                #"{"id":"d1","title":"D","dataDictionary":[{"name":"age","type":"integer","description":"In years, at "#
                + #"entry"},{"name":"sex","type":"string","description":"=F or M"}]}"#
            let file = try catalogue.write(record + "\n" + #"{"id":"d2","title":"E"}"# + "\n", to: "dictionary.jsonl")
            let story = try CommandStory("--catalogue", file)
            let table = try await story.portal("show", "d1", "--dictionary")
            #expect(table.status == 0 && table.lines.count == 3, "\(table.words)")
            #expect(table.lines[1].hasPrefix("age   integer"), "\(table.output)")
            let csv = try await story.portal("show", "d1", "--dictionary", "--csv")
            let rows = ["name,type,description", #"age,integer,"In years, at entry""#, "sex,string,'=F or M"]
            #expect(csv.output == rows.map { $0 + "\r\n" }.joined())
            try await story.portal("show", "d1", "--dictionary", "--json").conforms(to: "dictionary")
            #expect(try await story.portal("show", "d2", "--dictionary").status == 3)
            #expect(try await story.portal("show", "d1", "--csv").status == 2)
        }

        @Test func aFileIsThereWhenItIsWholeAndNoOtherGivesWay() async throws {
            let story = try CommandStory()
            let mine = try story.home.write("mine", to: "mine.csv")
            let refused = try await story.portal("export", "ddd", "--output", mine)
            #expect(refused.status == 1)
            #expect(refused.words.contains("is there already"), "\(refused.words)")
            #expect(try String(contentsOfFile: mine, encoding: .utf8) == "mine")
            #expect(try await story.portal("export", "ddd", "--output", mine, "--overwrite").status == 0)
            #expect(try String(contentsOfFile: mine, encoding: .utf8).contains("EGAS00001000775"))

            let missing = try await story.portal("export", "ddd", "nowhere", "tcga", "--output", "part.csv")
            #expect(missing.status == 3)
            #expect(missing.words.contains("nowhere: "), "\(missing.words)")
            #expect(missing.words.contains("part.csv was not written"), "\(missing.words)")
            let partial = try await story.portal("export", "ddd", "nowhere", "tcga", "-o", "part.csv", "--partial")
            #expect(partial.status == 3)
            let part = try String(contentsOfFile: story.home.path + "/part.csv", encoding: .utf8)
            #expect(part.split(separator: "\r\n").count == 3)
            #expect(
                try story.names.filter { $0.hasPrefix("part") || $0.hasPrefix("mine") } == ["mine.csv", "part.csv"])
        }

        @Test func descriptionsAreFilesOfAFolder() async throws {
            let story = try CommandStory()
            let one = try await story.portal("export", "ddd", "--format", "ttl")
            #expect(one.output == (try await story.portal("show", "ddd", "--format", "ttl").output))
            let two = try await story.portal("export", "ddd", "tcga", "--format", "jsonld")
            #expect(two.status == 2)
            #expect(two.words.contains("FOLDER"), "\(two.words)")
            let search = ["export", "--search", "breast", "--format", "jsonld", "--output", "all"]
            #expect(try await story.portal(search).status == 0)
            let folder = story.home.path + "/all"
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(files.count >= 3)
            #expect(files.allSatisfy { $0.hasSuffix(".jsonld") })
            for file in files {
                let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))
                #expect(try JSONDecoder().decode(JSONFragment.self, from: data) != .null)
            }
            let again = try await story.portal(search)
            #expect(again.status == 1)
            #expect(again.words.contains("a folder that is empty or not there"), "\(again.words)")
        }

        @Test(.needsJSONSchema, .needsCitationTools)
        func citationsAreReadByOthers() async throws {
            let catalogue = try StoryHome()
            let file = try catalogue.write(Self.hostile, to: "hostile.jsonl")
            let story = try CommandStory("--catalogue", file)
            let bibtex = try await story.portal("export", "--search", "", "--format", "bibtex")
            #expect(bibtex.status == 0, "\(bibtex.words)")
            let entries = try await Self.read(bibtex.output).records()
            #expect(entries.count == 4)
            #expect(Set(entries.compactMap { $0["key"]?.text }).count == 4)
            let doi = try #require(entries.first { $0["fields"]?["doi"] == .text("10.5281/zenodo.42_%x") })
            #expect(doi["fields"]?["year"] == .text("2021"))
            #expect(doi["people"]?["author"].list.count == 1, "one organisation, whatever is in its name")
            let title = entries.compactMap { $0["fields"]?["title"].text }.first { $0.contains("braceleft") }
            #expect(title == #"{Brace \textbraceleft{} and 5\% of \textbackslash{}input\_x \& more}"#)

            let csl = try await story.portal("export", "--search", "", "--format", "csl")
            let checked = try await JSONSchema.validate(
                csl.output.replacing("\n", with: ""), against: CitationTools.schema)
            #expect(checked.status == 0, "\(checked.words)")
            let none = try await story.portal("export", "--search", "nothing-of-this", "--format", "csl")
            #expect(none.output.filter { !$0.isWhitespace } == "[]")
            #expect(try await story.portal("export", "--search", "", "--format", "csv").output.contains("'=HYPERLINK"))
        }

        @Test(.needsCitationTools) func whatIsMarkedOnTheScreenIsWrittenToo() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral")
            try await story.expectResults()
            try await story.press("Space", "Space", "e")
            try await story.expect("Write 2 datasets as")
            try await story.press("j", "j", "j", "Enter")
            try await story.expect("As Citations (BibTeX)")
            let path = story.home.path + "/marked.bib"
            try await story.press("C-u")
            try await story.type(path)
            try await story.press("Enter")
            try await story.expect("2 datasets, in ")
            let entries = try await Self.read(try String(contentsOfFile: path, encoding: .utf8)).records()
            #expect(entries.count == 2)
        }

        private static let hostile =
            [
                #"{"id":"a","identifier":"https://doi.org/10.5281/zenodo.42_%x","title":"With a DOI","created":"2021-03-04","publisher":"Smith, Jones and Sons {Ltd"}"#,
                #"{"id":"b","identifier":"EGAD, 1","title":"Brace { and 5% of \\input_x & more\u0007","publisher":"X"}"#,
                #"{"id":"c","identifier":"EGAD; 1","title":"=HYPERLINK(\"http://x\")","url":"https://example.org/a_b%20{c"}"#,
                #"{"id":"d","identifier":"EGAD 1","title":"Two\nlines"}"#,
            ].joined(separator: "\n") + "\n"

        private static func python(_ program: String, _ input: String) async throws -> CommandRun {
            try await CommandRun.run(
                "/usr/bin/env", ["python3", "-c", program], environment: ProcessInfo.processInfo.environment,
                input: input)
        }

        private static func read(_ bibtex: String) async throws -> CommandRun {
            try await CommandRun.run(
                CitationTools.python, [SideServer.root + "/scripts/read-bibtex.py"],
                environment: ProcessInfo.processInfo.environment, input: bibtex)
        }
    }
}

extension CommandStory {
    /// What lies at the top of the home.
    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: home.path).sorted() } }
}

/// What citations are held against: pybtex, and the schema that the Citation Style Language publishes.
enum CitationTools {
    static let python = SideServer.root + "/.build/contracts-venv/bin/python"

    static var schema: String {
        let lib = SideServer.root + "/.build/contracts-venv/lib"
        let version = (try? FileManager.default.contentsOfDirectory(atPath: lib))?.first { $0.hasPrefix("python3") }
        return "\(lib)/\(version ?? "")/site-packages/commonmeta/resources/csl-data.json"
    }
}

extension Trait where Self == ConditionTrait {
    /// Runs the test where citations can be held against what others wrote.
    static var needsCitationTools: Self {
        .needs("pybtex and the schema of CSL are not at hand: make contracts fetches them") {
            FileManager.default.fileExists(atPath: CitationTools.schema)
        }
    }
}
