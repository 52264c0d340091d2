import ArgumentParser
import PortalModel

/// `--linear` of the commands that read: results as lines to be heard one after the other.
///
/// A flag of each command and no group of options: the parser looks up what each group conforms to, whether it is used or
/// not, which were 2.5 of the 157 million instructions of `portal search --json`.
enum LinearFlag {
    static let help: ArgumentHelp = """
        Lines that are read aloud well: one thing a line, with its name in front, no columns and no empty lines. \
        PORTAL_LINEAR=1 asks for them everywhere.
        """

    /// Whether the person wants lines of every command (`PORTAL_LINEAR`).
    static var isUsual: Bool { Environment.current.variables["PORTAL_LINEAR"].map { !$0.isEmpty } ?? false }
}
