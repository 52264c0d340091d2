import ArgumentParser
import PortalStorage

/// `portal cache`.
struct CacheCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "cache", abstract: "Tell where answers of portals are kept, and clear them.",
        subcommands: [CachePathCommand.self, CacheClearCommand.self], defaultSubcommand: CachePathCommand.self)

    static var directories: StorageDirectories { .standard(environment: Environment.current.variables) }
}

/// `portal cache path`.
struct CachePathCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "path", abstract: "Print the cache's directory.")

    func perform() throws {
        try Environment.current.requirePlace(.cache, or: "XDG_CACHE_HOME")
        try CommandOutput().show(CacheCommand.directories.cache)
    }
}

/// `portal cache clear`.
struct CacheClearCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "clear", abstract: "Remove what is kept of portals' answers. Drafts and baskets stay.",
        discussion: "Other programs may be running: they go on, and keep what they are answered from then on.")

    func perform() async throws {
        let wasUsed = try await AnswerStore.clear(CacheCommand.directories)
        CommandOutput().say(wasUsed ? ConfigCommandWords.cleared : .wasEmpty)
    }
}
