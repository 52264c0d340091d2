import ArgumentParser
import Foundation
import PortalStorage

/// `portal cache`.
struct CacheCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cache", abstract: "Tell where answers of portals are kept, and clear them.",
        subcommands: [CachePathCommand.self, CacheClearCommand.self], defaultSubcommand: CachePathCommand.self)

    static var directory: String {
        StorageDirectories.standard(environment: Environment.current.variables).cache
    }
}

/// `portal cache path`.
struct CachePathCommand: PortalSubcommand {
    static let configuration = CommandConfiguration(commandName: "path", abstract: "Print the cache's directory.")

    func perform() throws { try CommandOutput().show(CacheCommand.directory) }
}

/// `portal cache clear`.
struct CacheClearCommand: PortalSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "clear", abstract: "Remove what is kept of portals' answers. Drafts and baskets stay.")

    func perform() throws {
        let directory = CacheCommand.directory
        let files = FileManager.default
        let names = (try? files.contentsOfDirectory(atPath: directory)) ?? []
        for name in names {
            do {
                try files.removeItem(atPath: directory + "/" + name)
            } catch {
                throw CommandFailure("\(directory)/\(name) could not be removed. Check its permissions.")
            }
        }
        CommandOutput().say(names.isEmpty ? "The cache was empty." : "The cache is cleared.")
    }
}
