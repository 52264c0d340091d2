import PortalModel
import PortalViews

/// What is wrong with the configuration: where, and what is allowed there.
enum ConfigurationWords {
    /// - line: counted from 1; nil where it is the whole file.
    case at(file: String, line: Int?, any Wording & Sendable)
    /// A profile whose file cannot be read, and why.
    case leftOut(profile: String, any Wording & Sendable)
    // YAML.
    /// A control character, or no text at all. Nothing of the file itself is said.
    case noText(file: String, line: Int?)
    case notYAML(file: String, line: Int?, words: String)
    case twice(String)
    case noMapping(Part, allowed: [String]?)
    case noName(Part, allowed: [String]?)
    case unknownName(String, Part, allowed: [String])
    case text(String)
    case plainText(String)
    case flag(String)
    case choice(String, of: String, allowed: [String])
    case number(String, from: Int, to: Int, Unit)
    // Profiles.
    case noDiscovery(profile: String)
    case missing(String, in: String, needed: [String], allowed: [String])
    case noPortal(name: String, folder: String, known: [String])
    // Groups of portals.
    case groupOfNames(String)
    case groupIsProfile(String)
    case notInGroup(String, group: String, known: [String])
    case noPortalAddress(String)
    case issuerAndClient
    // Answers.
    case noForm(String)
    case textOrList(String)
    /// A setting that names a program, and names none; one that is not there or cannot be run.
    case noProgram(String), programMissing(String, setting: String)
    // Variables.
    case insecureHTTP(String)
    case variable(String, is: String, allowed: [String])
    case variableLine
    case controlCharacter(variable: String)
    /// A quotation mark at its beginning that is not closed.
    case openQuote(variable: String)
    case secretReadable(path: String, variable: String)
    case keyUnreadable(path: String, words: String)
    case keyIsLink(path: String)
    /// - place: a file or a variable.
    case badKey(place: String)
    case readableByOthers(path: String)
    case noKey(path: String)

    /// What of a file it is about.
    enum Part {
        case configuration, profiles, log, keys, file, aProfile
        case profile(String)
        case form(String)
        case row(of: String)
        /// By its name in the file.
        case named(String)
    }

    /// What a number counts.
    enum Unit { case files, bytes, none }
}
