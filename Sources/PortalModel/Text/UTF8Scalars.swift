/// Reads scalars out of the bytes of a Swift string, which are valid UTF-8 by construction.
public enum UTF8Scalars {
    /// The scalar that begins at `position`, and its length in bytes.
    @inlinable
    public static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(bytes[position])
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | rest(bytes, position + 1), 2) }
        if first < 0xF0 {
            return ((first & 0x0F) << 12 | rest(bytes, position + 1) << 6 | rest(bytes, position + 2), 3)
        }
        let high = (first & 0x07) << 18 | rest(bytes, position + 1) << 12
        return (high | rest(bytes, position + 2) << 6 | rest(bytes, position + 3), 4)
    }

    @usableFromInline
    static func rest(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> UInt32 {
        UInt32(bytes[position] & 0x3F)
    }
}
