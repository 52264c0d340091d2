import ArgumentParser
import PortalModel

/// For commands that read: results as lines to be heard one after the other.
struct LinearOption: ParsableArguments, Sendable {
    @Flag(
        help: """
            Lines that are read aloud well: one thing a line, with its name in front, no columns and no empty lines. \
            PORTAL_LINEAR=1 asks for them everywhere.
            """)
    var linear = false

    /// Whether the person wants lines of every command (`PORTAL_LINEAR`).
    static var isUsual: Bool { Environment.current.variables["PORTAL_LINEAR"].map { !$0.isEmpty } ?? false }
}
