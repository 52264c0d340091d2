/// What lies behind the text.
public enum Theme: String, Sendable, Hashable, CaseIterable {
    /// What the colours are chosen to be read on.
    case dark, light
    /// Neither said by the person nor by the terminal: only what can be read on both is used.
    case unknown

    /// From `COLORFGBG`, which rxvt, Konsole and others set: `15;0`, `0;default;15`. The last number is the
    /// background's in the terminal's palette.
    public init?(colorFGBG: String) {
        guard let last = colorFGBG.split(separator: ";").last, let number = Int(last), (0...15).contains(number) else {
            return nil
        }
        self = number < 7 || number == 8 ? .dark : .light
    }

    /// From the answer to OSC 11, `11;rgb:RRRR/GGGG/BBBB` with one to four hexadecimal digits each (xterm's ctlseqs,
    /// "Operating System Commands"; XParseColor); `rgba:` with a fourth part is what some send.
    public init?(backgroundAnswer: String) {
        guard backgroundAnswer.hasPrefix("11;rgb"), let colon = backgroundAnswer.firstIndex(of: ":") else { return nil }
        let parts = backgroundAnswer[backgroundAnswer.index(after: colon)...].split(
            separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3 || parts.count == 4 else { return nil }
        var channels: [Double] = []
        for part in parts.prefix(3) {
            guard (1...4).contains(part.count), let value = Int(part, radix: 16), value >= 0 else { return nil }
            channels.append(Double(value) / Double((1 << (4 * part.count)) - 1))
        }
        // Perceived brightness is enough to tell the two apart (ITU-R BT.601).
        let brightness = 0.299 * channels[0] + 0.587 * channels[1] + 0.114 * channels[2]
        self = brightness < 0.5 ? .dark : .light
    }

    /// Asks the terminal for its background. Terminals that do not know the question leave it out.
    public static let question = "\u{1B}]11;?\u{1B}\\"
}
