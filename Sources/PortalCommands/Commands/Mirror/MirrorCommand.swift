import ArgumentParser
import PortalMirror

/// `portal mirror`.
struct MirrorCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "mirror", abstract: "Keep the whole catalogue on this machine, to be searched without a network.",
        discussion: """
            portal search --offline LINE and portal show --offline ID read it. With --path the mirror lies where others \
            read it too; then it holds what everybody may see, whoever is signed in. docs/MIRROR.md tells the rest.
            """,
        subcommands: [
            MirrorSyncCommand.self, MirrorStatusCommand.self, MirrorPathCommand.self, MirrorDropCommand.self,
        ], defaultSubcommand: MirrorStatusCommand.self)
}

/// Which mirror.
struct MirrorFlags: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp("The file of a mirror that is shared with others, on any disk.", valueName: "file"),
        completion: .file())
    var path: String?
}

/// `portal mirror path`.
struct MirrorPathCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "path", abstract: "Print where the mirror's file is, whether it is there or not.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var mirror: MirrorFlags

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let shelf = try MirrorShelf(portal, path: mirror.path)
            try CommandOutput().show(shelf.forReading.path)
        }
    }
}

/// `portal mirror drop`.
struct MirrorDropCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "Remove the mirror. What it held is still at the portal.",
        discussion: "The one of what everybody may see, and the one of what you see while you are signed in.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var mirror: MirrorFlags

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let places = try MirrorShelf(portal, path: mirror.path).all
            var bytes: Int64 = 0
            var wasThere = false
            for place in places {
                guard let removed = try place.drop() else { continue }
                bytes += removed
                wasThere = true
            }
            CommandOutput().say(wasThere ? MirrorWords.dropped(bytes: bytes) : .nothingToDrop)
        }
    }
}
