import Foundation
import Testing

extension Stories {
    /// A manifest is what a workflow goes by.
    @Suite struct Manifests {
        /// A CKAN whose datasets name files of a real server on loopback.
        private struct World {
            let story: CommandStory
            let archive: SideServer
            let catalogue: SideServer

            init() throws {
                story = try CommandStory()
                for (name, text) in Self.files { _ = try story.home.write(text, to: "archive/\(name)") }
                archive = try SideServer("Servers/files.py", [story.home.path + "/archive"])
                let packages = Self.packages.replacing("FILES", with: archive.announcement)
                catalogue = try SideServer(
                    "Servers/written-ckan.py", [try story.home.write(packages, to: "ckan.json")])
            }

            private static let files = [
                "one/reads.txt": "ACGT\n", "two/reads.txt": "TTTT\n", "two/more data.txt": "GGGG\n",
            ]

            /// Of `sha256sum` and `md5sum`.
            private static let packages = """
                {"packages": [
                  {"id": "one", "name": "one", "title": "One\\tdataset", "license_title": "CC BY 4.0", "resources": [
                    {"name": "Reads", "format": "TXT", "size": 5, "url": "FILES/one/reads.txt", "download_url":
                     "FILES/one/reads.txt", "hash_algorithm": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "hash":
                     "A4B0723993D3751F3D530E3C20DA4C24CCDD32E65820FBA897CC5F119E85CA55"}]},
                  {"id": "two", "name": "two", "title": "Two", "resources": [
                    {"name": "Reads", "url": "FILES/two/reads.txt", "hash": "md5:6e1cf2d61cd3e39fe6f0e2be02f36f35"},
                    {"name": "More", "url": "FILES/two/more%20data.txt"},
                    {"name": "Page", "url": "FILES/two"}]},
                  {"id": "three", "name": "three", "title": "Three"}]}
                """
        }

        /// As docs/COMMANDS.md has it.
        private static let workflow = """
            set -euo pipefail
            mkdir work; cd work
            tail -n +2 ../manifest.tsv | cut -f 6,10-12 | tr '\\t' '\\037' |
            while IFS=$'\\037' read -r name sum algorithm url; do
                [ -n "$url" ] || continue
                curl --proto =https,http --fail --silent --show-error --output "$name" -- "$url"
                [ -z "$sum" ] || "${algorithm}sum" --check --strict --quiet <<< "$sum  $name"
            done
            """

        @Test func aShellFetchesTheFilesOfAManifestAndChecksThem() async throws {
            let world = try World()
            let places = ["--discovery", world.catalogue.announcement, "--discovery-dialect", "ckan"]
            let run = try await world.story.bare(
                ["export", "--search", "", "--format", "manifest", "--output", "manifest.tsv"] + places)
            #expect(run.status == 0, "\(run.words)")
            #expect(
                run.words.contains("3 datasets, 4 files, as manifest in manifest.tsv. 1 dataset named no files."),
                "\(run.words)")
            let sheet = try String(contentsOfFile: world.story.home.path + "/manifest.tsv", encoding: .utf8)
            #expect(sheet.contains("CC BY 4.0") && sheet.contains("One dataset"))
            let fetched = try await world.story.shell(Self.workflow)
            #expect(fetched.status == 0, "\(fetched.words)")
            func kept(_ name: String) throws -> String {
                try String(contentsOfFile: world.story.home.path + "/work/" + name, encoding: .utf8)
            }
            #expect(try kept("reads.txt") == "ACGT\n")
            #expect(try kept("reads-2.txt") == "TTTT\n")
            #expect(try kept("more_data.txt") == "GGGG\n")
            #expect(try FileManager.default.contentsOfDirectory(atPath: world.story.home.path + "/work").count == 3)

            _ = try world.story.home.write("TTTA\n", to: "archive/two/reads.txt")
            let damaged = try await world.story.shell("rm -r work; " + Self.workflow)
            #expect(damaged.status != 0)
            #expect(damaged.words.contains("reads-2.txt") || damaged.output.contains("reads-2.txt"))
        }

        @Test func theFormsOfAManifestSayTheSame() async throws {
            let world = try World()
            let places = ["--discovery", world.catalogue.announcement, "--discovery-dialect", "ckan"]
            let json = try await world.story.bare(
                ["export", "one", "two", "--format", "manifest-json"] + places)
            let files = try json.records().flatMap { $0["files"]?.list ?? [] }
            #expect(files.compactMap { $0["url"].text }.count == 3)
            #expect(files[0]["bytes"] == .number(5))
            #expect(files[0]["checksumAlgorithm"] == .text("sha256"))
            #expect(
                files[0]["checksum"].text?.hasPrefix("a4b0723993d3") == true, "in small letters, as sha256sum has it")
            #expect(files[1]["checksumAlgorithm"] == .text("md5"))
            let csv = try await world.story.bare(["export", "one", "two", "--format", "manifest-csv"] + places)
            let tsv = try await world.story.bare(["export", "one", "two", "--format", "manifest"] + places)
            #expect(csv.output.replacing("\r\n", with: "\n").replacing(",", with: "\t") == tsv.output)
        }
    }
}
