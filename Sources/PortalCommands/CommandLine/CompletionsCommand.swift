import ArgumentParser
import Foundation

/// `portal completions`: what a shell needs to complete the command line.
struct CompletionsCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "completions", abstract: "Print the completion script of a shell.",
        discussion: """
            bash: portal completions bash > ~/.local/share/bash-completion/completions/portal

            zsh: portal completions zsh > ~/.zfunc/_portal, where fpath has ~/.zfunc before compinit.

            fish: portal completions fish > ~/.config/fish/completions/portal.fish

            Names of profiles, ids of the basket and of requests, and keys of facets are completed from what is on this \
            machine; nothing is asked of a portal.
            """)

    @Argument(help: "bash, zsh or fish.")
    var shell: Shell

    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish

        fileprivate var ofParser: CompletionShell {
            switch self {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        }
    }

    func perform() throws {
        try CommandOutput().emit(document: Data(PortalCommand.completionScript(for: shell.ofParser).utf8))
    }
}
