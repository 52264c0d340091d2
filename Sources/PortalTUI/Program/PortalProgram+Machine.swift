import Logging
import PortalCommands
import PortalModel
import PortalViews
import TerminalBackend

/// What the machine does not have and the program brings along: said once, so that nobody wonders later.
extension PortalProgram {
    /// - Returns: what the person should know; the rest is for the log.
    func logStandIns(for terminal: TerminalDescription?) -> [Reason] {
        let locale = settings.locale
        if locale.source != .environment {
            logger.notice(
                "locale", metadata: ["asked": "\(locale.asked ?? "none")", "taken": "\(locale.taken ?? "ASCII")"])
        }
        guard let terminal, terminal.source == .program else { return [] }
        logger.notice("\(terminal.words)")
        // The very terminal that was asked for looks as it should.
        return terminal.isStandIn ? [terminal.reason] : []
    }

    /// How much was shown in English for want of words in the person's language, by the names of the words.
    func logMissingWords() {
        for (words, count) in view.missingWords.counts.sorted(by: { $0.key < $1.key }) {
            logger.notice("no words in this language", metadata: ["words": "\(words)", "shown": "\(count)"])
        }
    }

    /// Together, since each would take the place of the one before.
    func say(_ notes: [Reason]) {
        guard !notes.isEmpty else { return }
        send(.noted(.several(notes)))
    }
}
