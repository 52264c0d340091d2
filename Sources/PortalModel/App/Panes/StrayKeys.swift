import FoundationEssentials

/// A key that did nothing here. What follows it within a moment was typed for the same place, which is not open, and does
/// nothing either: else the letters of a word would run as commands.
public struct StrayKeys: Equatable, Sendable {
    /// When the last of them came.
    var last: Date
    /// It was said that some were dropped.
    var isTold = false
    /// What was said of the first.
    let words: Message

    /// Between two letters of somebody who types, and shorter than it takes to read what the key has come to.
    static let pause = 0.3
}

extension AppState {
    mutating func handle(_ key: Key) -> [Effect] {
        defer { lastKeyAt = now }
        if let effects = dropStray(key) { return effects }
        letMessageGo()
        for spec in keys.specs(for: key, in: keyContexts) {
            switch spec.availability(self) {
            case .hidden: continue
            case .available: return perform(spec)
            case .unavailable(let reason):
                let effects = perform(spec)
                if key.isWritten, !takesText { stray = StrayKeys(last: now, words: reason) }
                return effects
            }
        }
        guard takesText, !key.isNeverText else { return sayUnbound(key) }
        return pane.type(key, in: &self)
    }

    private var takesText: Bool { keyContexts.first?.takesText == true }

    private mutating func sayUnbound(_ key: Key) -> [Effect] {
        let words = Message.general(.keyDoesNothing(key: key.name))
        if key.isWritten { stray = StrayKeys(last: now, words: words) }
        return show(.information, .several([words, .general(.showsWhatDoes(anywhere: keyContexts.contains(.global)))]))
    }

    /// Nil where the key is none of a burst that began with one that did nothing.
    private mutating func dropStray(_ key: Key) -> [Effect]? {
        guard let before = stray else { return nil }
        guard !takesText, key.isWritten || key == .enter, now.timeIntervalSince(before.last) < StrayKeys.pause else {
            stray = nil
            return nil
        }
        stray?.last = now
        // Going up and down does no harm, and a key that is held down is no text.
        if let spec = keys.specs(for: key, in: keyContexts).first, spec.isScrolling { return perform(spec) }
        guard !before.isTold else { return [] }
        stray?.isTold = true
        return show(.warning, .several([before.words, .general(.notTakenAsKeys)]))
    }
}

extension Key {
    /// Part of what somebody writes.
    fileprivate var isWritten: Bool {
        if case .character = self { true } else { false }
    }

    /// Never belongs to a text.
    fileprivate var isNeverText: Bool {
        switch self {
        case .function, .insert: true
        default: false
        }
    }
}
