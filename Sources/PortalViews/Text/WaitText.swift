import FoundationEssentials
import PortalModel
import TerminalCanvas

extension CallWait {
    /// What is waited for and how long yet, with the key that ends it. Counts down by the second.
    ///
    /// - Parameter key: of the command that stops the read; nil where nothing can be stopped.
    func line(now: Date, stoppedBy key: TerminalText?, _ glyphs: GlyphSet) -> TerminalText {
        let words = TerminalText(singleLine: words(now: now))
        guard let key else { return words }
        return words + " \(glyphs.separator) " + key + " stops waiting"
    }
}
