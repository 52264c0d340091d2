/// How many columns text takes on a terminal that ncurses draws on.
///
/// Single scalars go by the C library's `wcwidth`; of a cluster, the base and the marks that take no column count. An
/// emoji sequence counts as its first character alone, because that is all that is drawn of it.
public enum TextWidth {
    /// Columns of one scalar: 0, 1 or 2. Controls take none; a scalar that the C library does not know takes one,
    /// because it is drawn as U+FFFD.
    @inlinable
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x7F { return value < 0x20 ? 0 : 1 }
        return ofWide(value)
    }

    /// Columns of one cluster as it is drawn.
    public static func of(_ character: Character) -> Int {
        if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
        var composer = ClusterComposer()
        return character.unicodeScalars.reduce(0) { $0 + composer.take($1.value).columns }
    }

    /// Columns of a text in one line; line ends take none.
    public static func of(_ text: some StringProtocol) -> Int {
        var composer = ClusterComposer()
        return text.unicodeScalars.reduce(0) { $0 + composer.take($1.value).columns }
    }

    @usableFromInline
    static func ofWide(_ value: UInt32) -> Int {
        // The Latin, Greek and Cyrillic letters that most text is made of, before any search.
        if value >= 0xAE, value < 0x300 { return 1 }
        if value < 0xA0 { return 0 }
        if contains(GeneratedWidths.zero, value) { return 0 }
        if value >= 0x1100, contains(GeneratedWidths.two, value) { return 2 }
        return value == 0x2028 || value == 0x2029 ? 0 : 1
    }

    /// Whether the C library can place the scalar at all.
    public static func isPlaceable(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x300 { return value >= 0xA0 || (value >= 0x20 && value < 0x7F) }
        return !contains(GeneratedWidths.unprintable, value)
    }

    /// Whether one of the closed ranges, kept as first and last one after the other, holds the value.
    private static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
        ranges.withUnsafeBufferPointer { ranges in
            var low = 0
            var high = ranges.count / 2
            while low < high {
                let middle = (low + high) / 2
                if value < ranges[2 * middle] {
                    high = middle
                } else if value > ranges[2 * middle + 1] {
                    low = middle + 1
                } else {
                    return true
                }
            }
            return false
        }
    }
}
