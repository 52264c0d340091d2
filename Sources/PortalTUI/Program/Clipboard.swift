import PortalCommands
import Foundation

/// Copies through the terminal (OSC 52), the only clipboard that there is over SSH.
struct Clipboard {
    /// xterm's limit; many terminals drop longer ones without a word.
    static let largest = 74_994

    private let isTmux: Bool
    private let isScreen: Bool

    init(environment: Environment) {
        isTmux = environment["TMUX"] != nil
        isScreen = !isTmux && (environment["TERM"]?.hasPrefix("screen") ?? false)
    }

    /// The bytes that make the terminal copy the text; nil when it is too long.
    func sequence(for text: String) -> String? {
        // Base64 holds no control characters, whatever the text holds.
        let encoded = Data(text.utf8).base64EncodedString()
        guard encoded.utf8.count <= Self.largest else { return nil }
        let plain = "\u{1B}]52;c;\(encoded)\u{1B}\\"
        // screen passes strings of at most 768 bytes on; tmux understands OSC 52 itself (set-clipboard).
        guard isScreen else { return plain }
        return plain.utf8.count < 760
            ? "\u{1B}P\(plain.replacingOccurrences(of: "\u{1B}\\", with: "\u{07}"))\u{1B}\\" : nil
    }
}
