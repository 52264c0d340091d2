import Foundation
import PortalModel
import PortalStorage
import Testing

@testable import PortalCommands
@testable import PortalTUI

/// The scripts of `portal completions`, in the shells that they are for.
@Suite struct CompletionTests {
    private let home: TestHome

    init() throws {
        home = try TestHome()
        try home.write(
            "profiles:\n  gdi: {discovery: 'https://gdi.example'}\n  other: {discovery: 'https://other.example'}\n",
            to: ".config/portal/config.yaml")
        for shell in ["bash", "zsh", "fish"] {
            let run = try ShellRun.portal("completions", shell, in: home.path)
            #expect(run.status == 0)
            try home.write(run.output, to: shell == "zsh" ? "functions/_portal" : "portal.\(shell)")
        }
    }

    private static let bashPath = ShellRun.found("bash")
    private static let zshPath = ShellRun.found("zsh")
    private static let fishPath = ShellRun.found("fish")

    /// What bash offers for a line with the cursor at its end.
    private func bash(_ line: String) throws -> Set<String> {
        let script = """
            source '\(home.path)/portal.bash'
            COMP_LINE=$1; COMP_POINT=${#1}
            read -ra COMP_WORDS <<< "$1"
            [[ $1 == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            cur=${COMP_WORDS[COMP_CWORD]}
            function=$(complete -p portal | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
            "$function" portal "$cur" "${COMP_WORDS[COMP_CWORD-1]}" 2> /dev/null
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        return try offers([Self.bashPath ?? "bash", "--norc", "-c", script, "bash", line])
    }

    private func fish(_ line: String) throws -> Set<String> {
        let script = "source '\(home.path)/portal.fish'; complete -C \"$argv[1]\""
        return Set(
            try offers([Self.fishPath ?? "fish", "--no-config", "-c", script, line]).map {
                $0.split(separator: "\t").first.map(String.init) ?? ""
            })
    }

    private func offers(_ words: [String]) throws -> Set<String> {
        let run = try ShellRun(words, in: home.path)
        return Set(
            run.output.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) })
    }

    @Test(.enabled(if: Self.bashPath != nil, "bash is not installed")) func bashCompletes() throws {
        #expect(try bash("portal se") == ["search", "searches"])
        #expect(try bash("portal request ne") == ["new"])
        #expect(try bash("portal search --li").contains("--limit"))
        #expect(try bash("portal search --profile ").isSuperset(of: ["gdi", "other", "demo"]))
        #expect(try bash("portal completions ").isSuperset(of: ["bash", "zsh", "fish"]))
    }

    @Test(.enabled(if: Self.fishPath != nil, "fish is not installed")) func fishCompletes() throws {
        #expect(try fish("portal se").contains("search"))
        #expect(try fish("portal request ne").contains("new"))
        #expect(try fish("portal search --li").contains("--limit"))
        // What is asked of the program itself needs fish's own line editor, which `complete -C` has not.
    }

    /// zsh completes in a line editor alone: that it loads the function is what can be seen without one.
    @Test(.enabled(if: Self.zshPath != nil, "zsh is not installed")) func zshTakesTheFunction() throws {
        let script = """
            fpath=('\(home.path)/functions' $fpath); autoload -Uz compinit; compinit -u -D
            print -r -- ${_comps[portal]}; autoload +X -U _portal; functions _portal > /dev/null && print loaded
            """
        let run = try ShellRun([Self.zshPath ?? "zsh", "-f", "-c", script], in: home.path)
        #expect(run.status == 0 && run.output == "_portal\nloaded\n", "\(run.output)")
    }

    @Test func idsAreCompletedFromThisMachine() async throws {
        let directories = StorageDirectories(data: home.path + "/data/portal", cache: home.path + "/cache/portal")
        let store = try PortalStore.open(profile: "gdi", in: directories)
        let items = ["tcga", "mimic-iv"].map { id in
            BasketItem(
                id: DatasetID(id), identifier: nil, title: id, publisher: nil, added: Date(timeIntervalSince1970: 0))
        }
        try await store.journal.saveBasket(items)
        try await store.journal.saveSeen([ApplicationID("4711"): .approved])
        let names = try RememberedNames(profile: "gdi", in: directories)
        // While another program has the drafts open, and when none has.
        #expect(names.basket == ["tcga", "mimic-iv"])
        store.close()
        #expect(names.basket == ["tcga", "mimic-iv"])
        #expect(names.requests == ["4711"])
        #expect(names.filterKeys.isEmpty)
        let nobody = try RememberedNames(profile: "nobody", in: directories)
        #expect(nobody.basket.isEmpty && nobody.requests.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: directories.data + "/nobody"), "nothing is made by looking")
    }

    @Test(arguments: [
        (["portal", "show", "--demo"], "demo"), (["portal", "--profile", "gdi", "show"], "gdi"),
        (["portal", "show", "--profile=other"], "other"),
    ])
    func theProfileOfTheLineCounts(words: [String], profile: String) {
        #expect(LocalNames.profile(in: words) == profile)
    }
}
