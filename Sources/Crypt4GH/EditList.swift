/// Which parts of the plain text are meant (Crypt4GH, "Edit List"): bytes to leave out and to keep, in turn. Where the last
/// number is of bytes to leave out, all behind them is kept.
package struct EditList: Equatable, Sendable {
    package let lengths: [UInt64]

    package init(_ lengths: [UInt64]) { self.lengths = lengths }

    /// What is kept, as places in the plain text as it was encrypted, in order. The last may have no end (`UInt64.max`).
    package var kept: [Range<UInt64>] {
        // The specification: a list without numbers changes nothing.
        guard !lengths.isEmpty else { return [0..<UInt64.max] }
        var parts: [Range<UInt64>] = []
        var place: UInt64 = 0
        for (index, length) in lengths.enumerated() {
            // Beyond all that there can be nothing is kept, and nothing wraps around.
            let end = place.addingReportingOverflow(length)
            let next = end.overflow ? .max : end.partialValue
            if index % 2 == 1, place < next { parts.append(place..<next) }
            place = next
        }
        if lengths.count % 2 == 1, place < .max { parts.append(place..<UInt64.max) }
        return parts
    }

    /// A part of what is kept, counted in what is kept, as places in the plain text as it was encrypted.
    static func narrow(_ kept: [Range<UInt64>], to range: Range<UInt64>) -> [Range<UInt64>] {
        var parts: [Range<UInt64>] = []
        var before: UInt64 = 0
        for part in kept {
            let length = part.upperBound - part.lowerBound
            let start = range.lowerBound > before ? range.lowerBound - before : 0
            let end = range.upperBound > before ? min(range.upperBound - before, length) : 0
            if start < end { parts.append(part.lowerBound + start..<part.lowerBound + end) }
            let next = before.addingReportingOverflow(length)
            guard !next.overflow, next.partialValue < range.upperBound else { break }
            before = next.partialValue
        }
        return parts
    }
}
