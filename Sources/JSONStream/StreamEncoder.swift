/// One value's encoder: it opens a container in the place of the value, or writes a single one there.
final class StreamEncoder: Encoder {
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]
    private let writer: JSONWriter
    /// Of the container that was opened; asked for once more, it is the same one.
    private var place: StreamedPlace?
    private(set) var hasWritten = false

    init(_ writer: JSONWriter) { self.writer = writer }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(StreamedObject(writer, opened { try writer.openObject() }))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        StreamedList(writer, opened { try writer.openList() })
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        hasWritten = true
        return StreamedValue(writer: writer)
    }

    private func opened(_ open: () throws -> JSONWriter.Place) -> StreamedPlace {
        if let place { return place }
        hasWritten = true
        let new = StreamedPlace(open)
        place = new
        return new
    }
}

/// Where a container is, or why it could not be opened: an encoder cannot throw when it is asked for one, so that its
/// first value does.
struct StreamedPlace {
    private let place: Result<JSONWriter.Place, any Error>

    init(_ open: () throws -> JSONWriter.Place) { place = Result { try open() } }

    func enter(_ writer: JSONWriter) throws { try writer.goOn(at: place.get()) }
}

/// An object whose values are written as they come.
private struct StreamedObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let codingPath: [any CodingKey] = []
    private let writer: JSONWriter
    private let place: StreamedPlace

    init(_ writer: JSONWriter, _ place: StreamedPlace) {
        self.writer = writer
        self.place = place
    }

    private func begin(_ key: String) throws {
        try place.enter(writer)
        try writer.write(key)
    }

    mutating func encodeNil(forKey key: Key) throws {
        try begin(key.stringValue)
        try writer.writeNull()
    }

    mutating func encode(_ value: Bool, forKey key: Key) throws {
        try begin(key.stringValue)
        try writer.write(value)
    }

    mutating func encode(_ value: String, forKey key: Key) throws {
        try begin(key.stringValue)
        try writer.write(value)
    }

    mutating func encode(_ value: Int, forKey key: Key) throws {
        try begin(key.stringValue)
        try writer.write(integer: value)
    }

    mutating func encode(_ value: Int64, forKey key: Key) throws {
        try begin(key.stringValue)
        try writer.write(integer: value)
    }

    mutating func encode(_ value: Double, forKey key: Key) throws {
        try begin(key.stringValue)
        try writer.write(value)
    }

    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        try begin(key.stringValue)
        try writer.encode(value)
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        let inner = StreamedPlace {
            try begin(key.stringValue)
            return try writer.openObject()
        }
        return KeyedEncodingContainer(StreamedObject<NestedKey>(writer, inner))
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        let inner = StreamedPlace {
            try begin(key.stringValue)
            return try writer.openList()
        }
        return StreamedList(writer, inner)
    }

    /// Of classes, which nothing here is: the value of the key is what the encoder is given.
    mutating func superEncoder() -> any Encoder { StreamEncoder(writer) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { StreamEncoder(writer) }
}

/// A list whose values are written as they come.
private struct StreamedList: UnkeyedEncodingContainer {
    let codingPath: [any CodingKey] = []
    private(set) var count = 0
    private let writer: JSONWriter
    private let place: StreamedPlace

    init(_ writer: JSONWriter, _ place: StreamedPlace) {
        self.writer = writer
        self.place = place
    }

    private mutating func begin() throws {
        try place.enter(writer)
        count += 1
    }

    mutating func encodeNil() throws {
        try begin()
        try writer.writeNull()
    }

    mutating func encode(_ value: some Encodable) throws {
        try begin()
        try writer.encode(value)
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> {
        count += 1
        let inner = StreamedPlace {
            try place.enter(writer)
            return try writer.openObject()
        }
        return KeyedEncodingContainer(StreamedObject<NestedKey>(writer, inner))
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        count += 1
        let inner = StreamedPlace {
            try place.enter(writer)
            return try writer.openList()
        }
        return StreamedList(writer, inner)
    }

    mutating func superEncoder() -> any Encoder { StreamEncoder(writer) }
}

/// A single value in the place of the whole.
private struct StreamedValue: SingleValueEncodingContainer {
    let codingPath: [any CodingKey] = []
    let writer: JSONWriter

    mutating func encodeNil() throws { try writer.writeNull() }
    mutating func encode(_ value: Bool) throws { try writer.write(value) }
    mutating func encode(_ value: String) throws { try writer.write(value) }
    mutating func encode(_ value: Double) throws { try writer.write(value) }
    mutating func encode(_ value: Float) throws { try writer.write(Double(value)) }
    mutating func encode(_ value: Int) throws { try writer.write(integer: value) }
    mutating func encode(_ value: Int8) throws { try writer.write(integer: value) }
    mutating func encode(_ value: Int16) throws { try writer.write(integer: value) }
    mutating func encode(_ value: Int32) throws { try writer.write(integer: value) }
    mutating func encode(_ value: Int64) throws { try writer.write(integer: value) }
    mutating func encode(_ value: UInt) throws { try writer.write(integer: value) }
    mutating func encode(_ value: UInt8) throws { try writer.write(integer: value) }
    mutating func encode(_ value: UInt16) throws { try writer.write(integer: value) }
    mutating func encode(_ value: UInt32) throws { try writer.write(integer: value) }
    mutating func encode(_ value: UInt64) throws { try writer.write(integer: value) }
    mutating func encode(_ value: some Encodable) throws { try writer.encode(value) }
}
