import Foundation
import Testing

extension Stories {
    /// What programs read from commands is documented, and is what is documented.
    @Suite struct CommandSchemas {
        /// Each command with `--json`, in an order in which each finds what it needs.
        private static let steps: [(schema: String, command: String, status: Int32)] = [
            ("search", "search cancer --limit 30 --json", 0),
            ("search", "search --all --sort newest --json", 0),
            ("search-explain", "search cancer access:restricted --explain --json", 0),
            ("searches", "searches save lung lung access:restricted --json", 0),
            ("searches", "searches list --json", 0),
            ("searches-run", "searches run lung --json", 0),
            ("searches", "searches seen lung --json", 0),
            ("searches", "searches rename lung lungs --json", 0),
            ("searches", "searches delete lungs --json", 0),
            ("show", "show DATASET --json", 0),
            ("show", "show DATASET --format json", 0),
            ("show", "show DATASET --purpose HMB,NCU --json", 0),
            ("search", "export DATASET --format ndjson", 0),
            ("compare", "compare DATASET tcga-brca --json", 0),
            ("manifest", "export --search cancer --limit 5 --format manifest-json", 0),
            ("mirror-sync", "mirror sync --json", 0),
            ("mirror-status", "mirror status --json", 0),
            ("search", "search cancer --offline --limit 3 --json", 0),
            ("filters", "filters --json", 0),
            ("filter-values", "filters theme --json", 0),
            ("frequency", "frequency 3-45864731-T-C --assembly GRCh37 --json", 0),
            ("frequency", "frequency 3-45864731-T-C --assembly GRCh37 --sex F --country FR --json", 0),
            ("basket", "basket add DATASET --json", 0),
            ("basket", "basket list --json", 0),
            ("request-new", "request new --answers ANSWERS --validate-only --json", 6),
            ("request-new", "request new --dataset target-os --validate-only --purpose HMB,commercial --json", 6),
            ("request-new", "request new --answers ANSWERS --json", 0),
            ("request-change", "request accept REQUEST --json", 0),
            ("request-change", "request attach REQUEST PAPER --json", 0),
            ("news", "news --json", 0),
            ("request-files", "request files REQUEST --to FOLDER --json", 0),
            ("request", "request export REQUEST --format json", 0),
            ("request-change", "request invite REQUEST --name Charles --email charles@institution.example --json", 0),
            ("request-change", "request uninvite REQUEST charles@institution.example --json", 0),
            ("request-change", "request detach REQUEST approval.txt --json", 0),
            ("request-change", "request datasets REQUEST --add DATASET --json", 0),
            ("request-datasets", "request datasets REQUEST --json", 0),
            ("request", "request show REQUEST --json", 0),
            ("requests", "requests --seen --json", 0),
            ("request-new", "request submit REQUEST --json", 0),
            ("request-change", "request copy REQUEST --json", 0),
            ("request-change", "request delete COPY --yes --json", 0),
            ("request", "request show REQUEST --json", 0),
            ("entitlements", "entitlements --json", 0),
            ("passport", "passport --demo --ephemeral --json", 0),
            ("auth-status", "auth status --json", 0),
            ("health", "health --json", 0),
            ("health", "health --issuer http://127.0.0.1:9 --client-id nobody --json", 5),
            ("doctor", "doctor --json", 0),
            ("config", "config show --json", 0),
            ("stats", "stats --json", 0),
            ("profile", "profile show --json", 0),
            ("keys", "keys --json", 0),
            ("keys", "keys table --json", 0),
            ("crypt4gh-keys", "keys new --no-passphrase --comment mine --json", 0),
            ("crypt4gh-keys", "keys show --json", 0),
            ("crypt4gh-keys", "keys list --json", 0),
            ("data-how", "data how EGAD00001000001 --json", 0),
            ("data-datasets", "data list --archive ARCHIVE --json", 0),
            ("data-files", "data list IDENTIFIER --archive ARCHIVE --json", 0),
            ("data-manifest", "data how IDENTIFIER --manifest --archive ARCHIVE --json", 0),
            ("data-fetch", "data fetch IDENTIFIER README.txt.c4gh --archive ARCHIVE --to FETCHED --json", 0),
            ("data-verify", "data verify FETCHED --json", 0),
            ("data-file", "data encrypt PAPER --for PUBLIC --output SEALED --json", 0),
            ("data-file", "data decrypt SEALED --output PLAIN --json", 0),
            ("lock", "lock status --json", 0),
            ("profiles", "profiles list --json", 0),
            ("search-several", "search cancer --all-profiles --json", 0),
        ]

        @Test(.needsJSONSchema)
        func whatEveryCommandPrintsIsWhatItsSchemaSays() async throws {
            let story = try CommandStory()
            var names = ["DATASET": try await story.dataset(), "ANSWERS": try story.answers()]
            names["PAPER"] = try story.home.write("approved", to: "approval.txt")
            let person = try story.home.write("name: Ada Lovelace\norcid: 0000-0002-1825-0097\n", to: "person.yaml")
            #expect(try await story.bare(["profile", "set", "--from", person]).status == 0)
            names["FOLDER"] = story.home.path + "/papers"
            names["PUBLIC"] = story.home.path + "/.c4gh/key.pub"
            names["SEALED"] = story.home.path + "/sealed"
            names["ARCHIVE"] = story.demo.listening.sda
            names["FETCHED"] = story.home.path + "/fetched"
            names["PLAIN"] = story.home.path + "/plain"
            for step in Self.steps {
                if step.schema == "profiles" {
                    _ = try story.home.write("profiles: {mine: {demo: true}}\n", to: "config/portal/config.yaml")
                }
                let words = step.command.split(separator: " ").map { names[String($0)] ?? String($0) }
                // Which portals, its own flag says.
                let run =
                    words.contains("--all-profiles") || words.contains("--demo")
                    ? try await story.bare(words) : try await story.portal(words)
                #expect(run.status == step.status, "\(step.command): \(run.words)")
                try await run.conforms(to: step.schema)
                if step.schema == "entitlements" {
                    names["IDENTIFIER"] = try run.records().first?["datasetIdentifier"]?.text
                }
                switch try run.records().first?["outcome"] {
                case .text("draft")?: names["REQUEST"] = try run.records().first?["id"]?.text
                case .text("copied")?: names["COPY"] = try run.records().first?["id"]?.text
                default: break
                }
            }
        }

        @Test func everySchemaBelongsToACommandThatIsTested() throws {
            let files = try FileManager.default.contentsOfDirectory(atPath: SideServer.root + "/docs/schemas")
            // What goes on until something happens is held against its schema in `Watching`, and what differs in a
            // returned request in `RequestChangeCommands`, and a dictionary in `ExportCommands`.
            let elsewhere = ["requests-watch.json", "request-compare.json", "dictionary.json"]
            #expect(Set(files) == Set(Self.steps.map { $0.schema + ".json" } + elsewhere))
        }

        @Test(.needsJSONSchema)
        func theSchemasRefuseWhatIsNotTheirs() async throws {
            for line in [#"{"id": "x"}"#, #"{"outcome": "submitted", "isComplete": "yes", "problems": []}"#, "[]"] {
                #expect(try await JSONSchema.validate(line, as: "request-new").status == 1, "\(line)")
            }
            let dates = #"{"id":"1","title":"","state":"draft","created":"yesterday","datasets":[]}"#
            #expect(try await JSONSchema.validate(dates, as: "requests").status == 1, "formats are looked at")
        }
    }
}
