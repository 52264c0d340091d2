import ArgumentParser
import Foundation
import PortalModel
import PortalStorage
import PortalViews

/// `portal profile`: what forms ask of the person. Nothing of it is taken from the argument list, which others can see.
struct ProfileCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "Show and change what is offered where forms ask who you are.",
        discussion: """
            Name, ORCID, institution, e-mail, phone and principal investigator. They are kept on this machine in a file \
            that only you can read, offered in the request wizard, and go nowhere unless you take them into an answer.
            """,
        subcommands: [ProfileShowCommand.self, ProfileSetCommand.self, ProfileClearCommand.self],
        defaultSubcommand: ProfileShowCommand.self)

    /// Opens the lock first, where there is one.
    static func file() throws(CommandFailure) -> PersonFile {
        let environment = Environment.current
        try Unlocking.beforePortal(environment)
        return PersonFile(
            .standard(environment: environment.variables), seal: PrivateLock.of(environment).seal)
    }
}

/// `portal profile show`.
struct ProfileShowCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print what is kept, as YAML that profile set takes.")

    @Flag(help: "Print JSON.") var json = false

    func perform() throws {
        let person = try ProfileCommand.file().read()
        let output = CommandOutput(json: json)
        if json {
            try output.emit(PersonRecord(person))
        } else if person.isEmpty {
            output.say(ConfigCommandWords.nothingKept)
        } else {
            try output.show(PersonalYAML.text(of: person))
        }
    }
}

/// `portal profile set`.
struct ProfileSetCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Keep what a YAML file or standard input says; the rest stays.",
        discussion: """
            The names are name, orcid, institution, email, phone and principal_investigator, each with a colon and the \
            value behind it. An empty text in quotes takes an entry out. In a terminal each is asked for.
            """)

    @Option(name: .customLong("from"), help: ArgumentHelp("Read this YAML file.", valueName: "file"))
    var path: String?

    func perform() throws {
        let output = CommandOutput()
        let file = try ProfileCommand.file()
        let before = try file.read()
        let given: [PersonalProfile.Entry: String]
        if let path {
            given = try PersonalYAML.entries(in: ConfigurationFile.read(path))
        } else if output.canAsk {
            given = Self.ask(output, before)
        } else {
            let yaml = try CommandOutput.standardInput()
            given = try PersonalYAML.entries(
                in: ConfigurationFile.parse(
                    yaml, named: Phrasing.person.text(FileWords.standardInput)))
        }
        let problems = PersonalProfile.Entry.allCases.compactMap { entry in
            given[entry].flatMap { PersonalProfile.problem(with: $0, in: entry) }.map {
                ConfigCommandWords.Refused(entry: entry, fault: $0)
            }
        }
        guard problems.isEmpty else { throw CommandFailure(ConfigCommandWords.refused(problems), .validation) }
        var person = before
        for (entry, value) in given { person[entry] = value }
        guard person != before else { return output.say(CommonCommandWords.nothingToChange) }
        try file.write(person)
        output.say(ConfigCommandWords.keptIn(path: file.path))
    }

    /// Enter leaves an entry as it is, and a hyphen takes it out.
    private static func ask(_ output: CommandOutput, _ before: PersonalProfile) -> [PersonalProfile.Entry: String] {
        output.say(ConfigCommandWords.howToAnswer)
        var given: [PersonalProfile.Entry: String] = [:]
        for entry in PersonalProfile.Entry.allCases {
            output.say(ConfigCommandWords.question(entry, before: before[entry]))
            guard let line = readLine() else { break }
            let value = line.trimmingCharacters(in: .whitespaces)
            if !value.isEmpty { given[entry] = value == "-" ? "" : value }
        }
        return given
    }
}

/// `portal profile clear`.
struct ProfileClearCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "clear", abstract: "Remove what is kept about you. Answers in requests stay.")

    func perform() throws {
        let file = try ProfileCommand.file()
        let wasEmpty = (try? file.read().isEmpty) ?? false
        try file.remove()
        CommandOutput().say(wasEmpty ? ConfigCommandWords.nothingWasKept : .removed)
    }
}

/// The profile as `profile show --json` prints it (docs/schemas/profile.json). Names and meanings stay.
private struct PersonRecord: Encodable {
    package var name, orcid, institution, email, phone, principalInvestigator: String?

    init(_ person: PersonalProfile) {
        func value(_ entry: PersonalProfile.Entry) -> String? { person[entry].isEmpty ? nil : person[entry] }
        name = value(.name)
        orcid = value(.orcid)
        institution = value(.institution)
        email = value(.email)
        phone = value(.phone)
        principalInvestigator = value(.principalInvestigator)
    }
}
