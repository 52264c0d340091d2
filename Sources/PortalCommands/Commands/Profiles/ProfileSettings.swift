import ArgumentParser

/// What a profile is made from besides the options that every command takes.
struct ProfileSettings: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("What the screen calls it; its name when left out.", valueName: "text"))
    package var title: String?

    @Flag(help: "Keep it without trying it.")
    var untried = false
}
