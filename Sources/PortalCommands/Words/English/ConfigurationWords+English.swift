import PortalModel
import PortalViews
import TerminalCanvas

extension ConfigurationWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .at(let file, let line, let words): "\(file)\(line.map { ", line \($0)" } ?? ""): \(c(words))"
        case .leftOut(let profile, let words): "The profile “\(profile)” is left out. \(c(words))"
        case .noText(let file, let line):
            """
            \(file)\(line.map { ", line \($0)," } ?? "") holds a control character, so it is no YAML. Is it UTF-16, or no text \
            at all?
            """
        case .notYAML(let file, let line, let words):
            "\(file)\(line.map { ", line \($0)," } ?? "") is not YAML: \(words)."
        case .twice(let names): "“\(names)” is there twice."
        case .noMapping(let part, let names):
            "\(part.english) holds something else than names with values. \(Self.allowed(names))"
        case .noName(let part, let names): "\(part.english) holds something that is no name. \(Self.allowed(names))"
        case .unknownName(let name, let part, let names):
            "“\(name)” is not known in \(part.english). \(Self.allowed(names))"
        case .text(let name):
            "“\(name)” takes something else. Allowed is one text behind the colon, in quotes if need be."
        case .plainText(let name): "“\(name)” takes one text behind the colon."
        case .flag(let name): "“\(name)” takes something else. Allowed are on and off, or true and false."
        case .choice(let text, let name, let names): "“\(text)” is not known as \(name). \(Self.allowed(names))"
        case .number(let name, let least, let most, let unit):
            "“\(name)” takes something else. Allowed are numbers from \(least) to \(most)\(unit.english)."
        case .noDiscovery(let name):
            """
            the profile “\(name)” has no discovery address. Add one such as discovery: https://portal.example/discovery
            """
        case .missing(let name, let place, [], let names):
            "“\(name)” is missing in \(place). Allowed are \(names.joined(separator: " and "))."
        case .missing(let name, let place, let needed, let names):
            """
            “\(name)” is missing in \(place). \(needed.joined(separator: " and ")) are needed; allowed are \
            \(names.joined(separator: ", ")).
            """
        case .noPortal(let name, let folder, let known):
            """
            There is no portal called “\(name)” in \(folder)/config.yaml or profiles.d/. \
            \(known.isEmpty
                ? "None is configured yet: start portal without --profile." : "Known: \(known.joined(separator: ", ")).")
            """
        case .groupOfNames(let name): "the group “\(name)” takes a list of names of portals, such as [ours, theirs]."
        case .groupIsProfile(let name): "the group “\(name)” has the name of a portal: give it another one."
        case .notInGroup(let name, let group, let known):
            "the group “\(group)” names “\(name)”, which is no portal here. There are: \(known.joined(separator: ", "))."
        case .noPortalAddress(let address): "“\(address)” is no address of a portal."
        case .issuerAndClient: "Signing in needs both --issuer and --client-id."
        case .noForm(let text): "“\(text)” is not the number of a form."
        case .noProgram(let name): "“\(name)” names no program. Write one behind the colon, or leave “\(name)” out."
        case .programMissing(let program, let name):
            "“\(name)” names \(program), which is not there or cannot be run: changes would be told to nobody."
        case .textOrList(let name): "“\(name)” takes a text or a list."
        case .insecureHTTP(let text): "PORTAL_INSECURE_HTTP takes 1 or 0, not “\(text)”."
        case .variable(let name, let text, let names): "\(name) is “\(text)”. \(Self.allowed(names))"
        case .variableLine: "NAME=value is allowed, and # comments."
        case .controlCharacter(let variable): "\(variable) holds a control character."
        case .openQuote(let variable): "The value of \(variable) begins with a quotation mark that is not closed."
        case .secretReadable(let path, let variable):
            "\(path) holds \(variable) and can be read by others. Make it yours alone: chmod 600 \(path)"
        case .keyUnreadable(let path, let words): "The key in \(path) cannot be read: \(words)."
        case .keyIsLink(let path):
            """
            \(path) is a symbolic link, and none is followed where keys lie: whoever can change it could have another file \
            sent. Name the file itself.
            """
        case .badKey(let place): "\(place) holds spaces or signs that no key has."
        case .readableByOthers(let path):
            "\(path) can be read by others. Make it yours alone first: chmod 600 \(path)"
        case .noKey(let path): "\(path) holds no key."
        }
    }

    private static func allowed(_ names: [String]?) -> String {
        names.map { "Allowed are \($0.joined(separator: ", "))." }
            ?? "Allowed are names of your own, each with a colon and what belongs to it."
    }
}

extension ConfigurationWords.Part {
    fileprivate var english: String {
        switch self {
        case .configuration: "the configuration"
        case .profiles: "profiles"
        case .log: "log"
        case .keys: "keys"
        case .file: "the file"
        case .aProfile: "a profile"
        case .profile(let name): "the profile “\(name)”"
        case .form(let number): "form \(number)"
        case .row(let field): "a row of \(field)"
        case .named(let name): name
        }
    }
}

extension ConfigurationWords.Unit {
    fileprivate var english: String {
        switch self {
        case .files: " (files)"
        case .bytes: " (bytes)"
        case .none: ""
        }
    }
}
