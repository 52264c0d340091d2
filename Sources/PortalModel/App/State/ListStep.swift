import FoundationEssentials

/// A step of the cursor through the list of datasets: the commonest thing that happens, and of the whole state it changes
/// two numbers. Who draws can then leave everything as it is but the list and what tells of the cursor.
extension AppState {
    /// Whether the keys go into the list of datasets, with nothing above it: where a step can follow.
    public var isInDatasetList: Bool {
        screen == .browser && browser.focus == .list && overlay == nil && toast == nil
    }

    /// Whether this state differs from an earlier one, which is still held, by nothing but the place of the cursor, and by
    /// no more time than shows only beside the results' number.
    public func isListStep(since earlier: borrowing AppState) -> Bool {
        (browser.selection != earlier.browser.selection || browser.top != earlier.browser.top)
            && isInDatasetList && tellsNoTime && hasSamePreview(as: earlier) && hasSameDays(as: earlier)
            && SameBits.areSame(self, earlier, but: ListStep.places)
    }

    /// Nothing counts seconds on the screen, and nothing is told to be old but the results.
    private var tellsNoTime: Bool {
        guard browser.results.pending.isEmpty, waits.isEmpty, reading == nil, browser.facets.error == nil else {
            return false
        }
        guard let detail = browser.detail else { return true }
        let isFresh = detail.fetchedAt.map { now.timeIntervalSince($0) < AnswerCache.freshness } ?? true
        return detail.pending == nil && detail.error == nil && isFresh
    }

    /// Beside the list stands the dataset that was opened last, whatever the cursor is on; without one, that of the cursor.
    private func hasSamePreview(as earlier: borrowing AppState) -> Bool {
        guard terminal.isWide, !browser.isPreviewAway else { return true }
        return browser.detail != nil && browser.selectedDataset != nil && earlier.browser.selectedDataset != nil
    }

    /// Accesses that end soon are told by days.
    private func hasSameDays(as earlier: borrowing AppState) -> Bool {
        requests.entitlements.isEmpty || requests.daysLeft(at: now) == requests.daysLeft(at: earlier.now)
    }
}

extension RequestsState {
    /// Until the access ends that ends next, once it is time to renew it.
    public func daysLeft(at time: Date) -> Int? {
        entitlements.expiring(at: time).compactMap { $0.daysLeft(at: time) }.min()
    }
}

private enum ListStep {
    /// Where in the state the numbers lie that a step changes.
    static let places: [Range<Int>] = {
        [
            place(of: \.now), place(of: \.lastKeyAt), place(of: \.browser.selection), place(of: \.browser.top),
        ].compactMap(\.self).sorted { $0.lowerBound < $1.lowerBound }
    }()

    private static func place<Value>(of path: KeyPath<AppState, Value>) -> Range<Int>? {
        MemoryLayout<AppState>.offset(of: path).map { $0..<$0 + MemoryLayout<Value>.size }
    }
}

/// Compares values by their bits, which costs a look at their memory instead of one at each of some hundred fields.
///
/// Equal bits are equal values as long as both are held: their storage is shared then, and shared storage is copied before
/// it changes. Different bits say nothing, for unused ones may be anything.
enum SameBits {
    /// - Parameter skipped: bytes that are not looked at, from the lowest on.
    static func areSame<Value>(_ first: Value, _ second: Value, but skipped: [Range<Int>]) -> Bool {
        withUnsafeBytes(of: first) { first in
            withUnsafeBytes(of: second) { second in
                var start = 0
                for range in skipped {
                    guard isEqual(first, second, start..<range.lowerBound) else { return false }
                    start = range.upperBound
                }
                return isEqual(first, second, start..<first.count)
            }
        }
    }

    private static func isEqual(
        _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer, _ bytes: Range<Int>
    ) -> Bool {
        let word = MemoryLayout<UInt64>.size
        var offset = bytes.lowerBound
        while offset + word <= bytes.upperBound {
            let one = first.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            guard one == second.loadUnaligned(fromByteOffset: offset, as: UInt64.self) else { return false }
            offset += word
        }
        return (offset..<bytes.upperBound).allSatisfy { first[$0] == second[$0] }
    }
}
