import FoundationEssentials
import PortalModel
import TerminalCanvas

extension CallWait {
    /// What is waited for and how long yet, with the key that ends it. Counts down by the second.
    ///
    /// - Parameter key: of the command that stops the read; nil where nothing can be stopped.
    func line(now: Date, stoppedBy key: TerminalText?, _ words: Phrasing) -> TerminalText {
        let line = words(WaitWords(self, now: now))
        guard let key else { return line }
        return line + " \(words.glyphs.separator) " + words(CommonWords.stopsWaiting(key: key))
    }
}
