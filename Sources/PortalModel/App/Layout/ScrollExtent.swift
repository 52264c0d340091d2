/// How long the scrolling text on screen turned out to be. Only drawing knows it, because it wraps the text; the event
/// loop hands it back to the store, so that scrolling stops at the end.
public struct ScrollExtent: Equatable, Sendable {
    /// Lines of the whole text.
    public var lines: Int
    /// Lines in sight.
    public var visible: Int

    public init(lines: Int, visible: Int) {
        self.lines = lines
        self.visible = visible
    }

    /// The first line in sight when the last line of the text is the last one in sight; 0 where all of it fits.
    public var maximumOffset: Int { max(lines - visible, 0) }
}
