import Logging
import Yams

/// What is logged, and how its lines look.
package struct LogSettings: Equatable, Sendable {
    enum Format: String, CaseIterable, Sendable {
        case text, json
    }

    var level: Logger.Level = .info
    var format = Format.text
    /// In bytes: a file that has grown over it is put aside.
    var largestFile = 1_000_000
    /// How many files that were put aside are kept.
    var keptFiles = 3

    init() {}

    /// `log:` of the configuration.
    init(_ node: Node, in file: ConfigurationFile) throws(Profiles.Problem) {
        for (key, value) in try file.entries(
            of: node, .log, allowed: ["level", "format", "largest_file", "kept_files"])
        {
            switch key {
            case "level": level = try file.choice(Logger.Level.self, value, "level")
            case "format": format = try file.choice(Format.self, value, "format")
            default:
                let range = key == "kept_files" ? 0...1000 : 1000...1_000_000_000
                guard let number = value.int, range.contains(number) else {
                    throw file.problem(
                        at: value,
                        ConfigurationWords.number(
                            key, from: range.lowerBound, to: range.upperBound, key == "kept_files" ? .files : .bytes))
                }
                if key == "kept_files" { keptFiles = number } else { largestFile = number }
            }
        }
    }
}
