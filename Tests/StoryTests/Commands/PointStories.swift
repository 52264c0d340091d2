import Foundation
import Testing

extension Stories {
    /// Commands at a FAIR Data Point: a small one of the tests' own (Tests/Servers/fdp).
    @Suite struct PointCommands {
        private struct World {
            let story: CommandStory
            let point: SideServer

            init(_ form: String = "turtle") throws {
                story = try CommandStory()
                point = try SideServer("Servers/small-fdp.py", [form])
            }

            func run(_ arguments: String..., language: String? = nil) async throws -> CommandRun {
                try await story.bare(
                    arguments + ["--discovery", point.announcement, "--discovery-dialect", "fdp"],
                    environment: language.map { ["LC_ALL": $0 + ".UTF-8"] } ?? [:])
            }

            func calls() throws -> [String] {
                try JSONDecoder().decode([String].self, from: Data(point.ask("calls").utf8))
            }
        }

        @Test(.needsJSONSchema, arguments: ["turtle", "rdfxml"])
        func itsDatasetsAreFoundAndShown(_ form: String) async throws {
            let world = try World(form)
            let found = try await world.run("search", "--json")
            try await found.conforms(to: "search")
            #expect(try found.records().count == 6)
            #expect(found.words.contains("6 of 7 datasets"), "\(found.words)")
            #expect(found.words.contains("https://elsewhere.example/dataset/9: It is described at elsewhere.example"))
            let calls = try world.calls()
            #expect(Set(calls).count == calls.count, "\(calls)")
            // What a terminal would take for a colour.
            let table = try await world.run("search", "arrays")
            #expect(table.output.contains("Arrays of blood") && !table.output.contains("\u{1B}"))
            let narrowed = try await world.run(
                "search", #"exomes theme:Health publisher:"Example Hospital" modified>=2024 individuals>400"#)
            #expect(narrowed.lines.count == 2 && narrowed.output.contains("Exomes of a rare disease"))
            #expect(try await world.run("search", "modified<2023", "--json").records().count == 1)
            let explained = try await world.run("search", "exomes sort:title", "--explain", "--json")
            try await explained.conforms(to: "search-explain")

            let id = world.point.announcement + "/dataset/exomes"
            _ = try world.calls()
            let shown = try await world.run("show", id)
            #expect(
                try world.calls().sorted() == ["/dataset/exomes", "/distribution/gone", "/distribution/vcf"])
            for words in [
                "identifier: EX-EXOMES", "access: restricted", "themes: Health, Rare diseases", "Individuals: 412",
                "Variants (GZIP, 124 kB, https://hospital.example/ask/exomes)", "Data office, data@hospital.example",
            ] { #expect(shown.output.contains(words), "\(words) is not in \(shown.output)") }
            try await world.run("show", id, "--json").conforms(to: "show")
            let (format, words) = form == "turtle" ? ("ttl", "a dcat:Dataset") : ("rdf", "<dcat:Dataset rdf:about=")
            #expect(try await world.run("show", id, "--format", format).output.contains(words))
            #expect(try await world.run("show", "EX-TWINS").output.contains("Twins without a name"))
            let german = try await world.run("show", id, language: "de_DE")
            #expect(german.output.contains("Exome einer seltenen Krankheit"))
            #expect(try await world.run("show", world.point.announcement + "/dataset/no").status == 3)
            let elsewhere = try await world.run("show", "https://elsewhere.example/dataset/9")
            #expect(elsewhere.status == 3 && elsewhere.words.contains("was not asked for there"))
        }

        @Test func whatIsAskedForElsewhereIsSaidWithItsAddress() async throws {
            let world = try World()
            let id = world.point.announcement + "/dataset/exomes"
            let request = try await world.run("request", "new", "--dataset", id)
            #expect(request.status == 1)
            for words in [
                "it takes no requests", "Data office, data@hospital.example", "https://hospital.example/ask/exomes",
            ] { #expect(request.words.contains(words), "\(request.words)") }
            #expect(try await world.run("requests").status == 1)
            let frequency = try await world.run("frequency", "3-45864731-T-C", "--assembly", "GRCh37")
            #expect(frequency.status == 1 && frequency.words.contains("A FAIR Data Point does not have it"))
        }

        @Test(.needsJSONSchema, arguments: ["turtle", "rdfxml"])
        func itIsMirroredAndSearchedWithoutIt(_ form: String) async throws {
            let world = try World(form)
            let filled = try await world.run("mirror", "sync", "--records", "10", "--json")
            #expect(filled.status == 0, "\(filled.words)")
            try await filled.conforms(to: "mirror-sync")
            _ = try world.calls()
            let offline = try await world.run("search", "--offline", "keyword:exome individuals>=400", "--json")
            #expect(try offline.records().map { $0["identifier"]?.text } == ["EX-EXOMES"])
            #expect(try world.calls().isEmpty)
            // What is deleted at the point is found to be gone.
            _ = world.point.ask("without /dataset/arrays")
            let again = try await world.run("mirror", "sync")
            #expect(again.words.contains("1 removed") || again.output.contains("1 removed"), "\(again.words)")
            #expect(try await world.run("search", "--offline", "arrays", "--json").output.isEmpty)
        }

        @Test(arguments: ["turtle", "rdfxml"])
        func itIsKnownByItsOwnDocument(_ form: String) async throws {
            let world = try World(form)
            let health = try await world.run("health")
            #expect(health.status == 0 && health.output.contains("The hospital's point"), "\(health.output)")
            #expect(try await world.run("doctor").output.contains("The hospital's point"))
            let added = try await world.story.bare(
                ["profiles", "add", "hospital", "--discovery", world.point.announcement])
            #expect(added.status == 0, "\(added.words)\(added.output)")
            let found = try await world.story.bare(["search", "exomes", "--profile", "hospital"])
            #expect(found.output.contains("Exomes"), "\(found.words)")
        }

        @Test(arguments: [
            ("jsonld", "as JSON-LD and neither as Turtle nor as RDF/XML"),
            ("jsonld-anyway", "as JSON-LD and neither as Turtle nor as RDF/XML"),
            ("html", "A web page came in place of the answer"),
        ])
        func oneThatHasNeitherFormSaysWhatItHas(_ form: String, _ words: String) async throws {
            let world = try World(form)
            for command in ["search", "health", "doctor"] {
                let run = try await world.run(command)
                #expect(run.status != 0)
                #expect((run.words + run.output).contains(words), "\(command): \(run.words)\(run.output)")
            }
            #expect(try await world.run("search", language: "de").words.isEmpty == false)
        }

        /// What rdflib reads of a point, and what it reads of it in the other form.
        @Test(.needsRDFLib, arguments: [("turtle", "text/turtle"), ("rdfxml", "application/rdf+xml")])
        func anotherReaderFindsTheSameDatasetsAndTitles(_ form: String, _ type: String) async throws {
            let world = try World(form)
            let ours = try await world.run("search", "--all", "--json").records()
            let theirs = try await SecondReader.read(world.point.announcement, type).records()
            #expect(theirs.count == 6)
            #expect(Set(ours.compactMap { $0["id"]?.text }) == Set(theirs.compactMap { $0["id"]?.text }))
            for record in theirs {
                let titles = record["titles"]?.list.compactMap(\.text) ?? []
                let own = ours.first { $0["id"] == record["id"] }?["title"]?.text
                #expect(titles.contains(own ?? ""), "\(record["id"]?.text ?? ""): \(own ?? "none"), \(titles)")
            }
        }
    }
}

/// A FAIR Data Point as rdflib reads it.
enum SecondReader {
    private static let python = SideServer.root + "/.build/contracts-venv/bin/python"

    static func isThere() async throws -> Bool {
        guard FileManager.default.isExecutableFile(atPath: python) else { return false }
        return try await run("-c", "import rdflib").status == 0
    }

    /// - Parameter type: the form that it asks for.
    static func read(_ address: String, _ type: String) async throws -> CommandRun {
        try await run(SideServer.root + "/Tests/Servers/rdflib-point.py", address, type)
    }

    private static func run(_ arguments: String...) async throws -> CommandRun {
        try await CommandRun.run(python, arguments, environment: ProcessInfo.processInfo.environment)
    }
}

extension Trait where Self == ConditionTrait {
    /// Runs the test where rdflib can be had.
    static var needsRDFLib: Self {
        .needs("python3 has no rdflib: make contracts fetches it") { try await SecondReader.isThere() }
    }
}
