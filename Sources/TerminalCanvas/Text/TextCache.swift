/// Names a text that does not change: whose it is, which part of it, and its edition.
public struct TextKey: Hashable, Sendable {
    /// Whose text it is, such as a dataset's identifier.
    public var owner: String
    /// Which of its texts.
    public var field: String
    /// Another number for another text of the same field.
    public var revision: Int

    public init(_ owner: String, field: String, revision: Int = 0) {
        self.owner = owner
        self.field = field
        self.revision = revision
    }
}

/// Remembers sanitised and wrapped text, so that a description of 700 kB costs nothing in the next frame.
///
/// Bounded in bytes; what was used longest ago goes first. The entry used last always stays, even when it alone is
/// larger than the bound, or it would be made again in every frame. Belongs to one thread, like the frame.
public final class TextCache {
    private struct Slot: Hashable {
        var key: TextKey
        /// 0: not wrapped.
        var width: Int
    }

    private struct Entry {
        var lines: [TerminalText]
        var bytes: Int
        var lastUse: Int
    }

    private var entries: [Slot: Entry] = [:]
    private var clock = 0
    /// Bytes held, about.
    public private(set) var byteCount = 0
    /// Bytes of text that are kept at most; what was not used for longest goes first.
    public let byteLimit: Int

    /// - Parameter byteLimit: bytes of text and bookkeeping to hold, about.
    public init(byteLimit: Int = 8 << 20) {
        self.byteLimit = byteLimit
    }

    /// The sanitised text, in one piece.
    public func sanitized(_ text: @autoclosure () -> String, key: TextKey) -> TerminalText {
        lines(Slot(key: key, width: 0)) { [TerminalText(sanitizing: text())] }.first ?? .empty
    }

    /// The sanitised text in rows of at most `width` columns.
    public func wrapped(_ key: TextKey, width: Int, text: () -> String) -> [TerminalText] {
        lines(Slot(key: key, width: max(width, 1))) { TerminalText(sanitizing: text()).wrapped(to: width) }
    }

    /// Forgets everything.
    public func removeAll() {
        entries.removeAll()
        byteCount = 0
    }

    private func lines(_ slot: Slot, make: () -> [TerminalText]) -> [TerminalText] {
        clock += 1
        if let index = entries.index(forKey: slot) {
            entries.values[index].lastUse = clock
            return entries.values[index].lines
        }
        let lines = make()
        let bytes = Self.cost(of: lines)
        entries[slot] = Entry(lines: lines, bytes: bytes, lastUse: clock)
        byteCount += bytes
        if byteCount > byteLimit { shrink(keeping: slot) }
        return lines
    }

    /// Drops to three quarters of the bound at once, so that sorting is rare.
    private func shrink(keeping slot: Slot) {
        let oldestFirst = entries.sorted { $0.value.lastUse < $1.value.lastUse }
        for (old, entry) in oldestFirst where old != slot {
            if byteCount <= byteLimit / 4 * 3 { return }
            entries[old] = nil
            byteCount -= entry.bytes
        }
    }

    /// Strings of up to 15 bytes live in the array's own slot; longer ones in a heap block with a header of 32 bytes.
    private static func cost(of lines: [TerminalText]) -> Int {
        lines.reduce(128) { sum, line in
            let length = line.plain.utf8.count
            return sum + MemoryLayout<TerminalText>.stride + (length > 15 ? length + 32 : 0)
        }
    }
}
