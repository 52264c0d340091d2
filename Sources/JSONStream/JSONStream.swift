import FoundationEssentials

/// Writes values as JSON while they are encoded. Keys stand in the order in which the values encode them, and dates in
/// ISO 8601 or as `JSONEncoder` writes them by itself.
///
/// A value that encodes in one container after having begun the next one beside it cannot be written so, and is refused.
public enum JSONStream {
    /// How dates are written.
    public enum Dates: Sendable {
        /// In ISO 8601, as UTC with seconds: `2024-03-01T10:11:12Z`.
        case iso8601
        /// As seconds since 2001, as `JSONEncoder` and `JSONDecoder` have it unless told otherwise.
        case seconds
    }

    /// - Returns: the JSON as UTF-8, without a line end.
    /// - Throws: `EncodingError` for what JSON cannot hold (not a number, more than 127 levels), and what values throw.
    public static func encode(_ value: some Encodable, dates: Dates) throws -> [UInt8] {
        let writer = JSONWriter(dates: dates)
        try writer.encode(value)
        return try writer.finished()
    }
}
