import CYajl
import FoundationEssentials

/// What is written so far, with the objects and lists that are open.
final class JSONWriter {
    private let dates: JSONStream.Dates
    private let generator: yajl_gen?
    // One value is written at a time, and none of these is held while another is written: the check at each access, a
    // twentieth of what a list of datasets costs, would find nothing.
    /// Those that are open, the outermost first.
    @exclusivity(unchecked) private var open: [Container] = []
    @exclusivity(unchecked) private var opened = 0
    @exclusivity(unchecked) private var failure: EncodingError?

    private struct Container {
        let isObject: Bool
        /// Tells it from another one that was opened in its place.
        let number: Int
    }

    /// Where a container stands.
    struct Place {
        fileprivate let depth: Int
        fileprivate let number: Int
    }

    init(dates: JSONStream.Dates) {
        self.dates = dates
        generator = yajl_gen_alloc(nil)
    }

    deinit { yajl_gen_free(generator) }

    /// What was written, once it is whole.
    func finished() throws -> [UInt8] {
        var start: UnsafePointer<UInt8>?
        var length = 0
        try tell { yajl_gen_get_buf(generator, &start, &length) }
        return Array(UnsafeBufferPointer(start: start, count: length))
    }

    @discardableResult
    func openObject() throws -> Place {
        try tell { yajl_gen_map_open(generator) }
        return note(isObject: true)
    }

    func openList() throws -> Place {
        try tell { yajl_gen_array_open(generator) }
        return note(isObject: false)
    }

    private func note(isObject: Bool) -> Place {
        opened += 1
        open.append(Container(isObject: isObject, number: opened))
        return Place(depth: open.count, number: opened)
    }

    private func close(to depth: Int) throws {
        while open.count > depth, let container = open.popLast() {
            try tell { container.isObject ? yajl_gen_map_close(generator) : yajl_gen_array_close(generator) }
        }
    }

    /// Goes on with a container: whatever was opened within it is closed.
    func goOn(at place: Place) throws {
        guard open.count >= place.depth, open[place.depth - 1].number == place.number else {
            throw EncodingError.invalidValue(
                place.depth,
                EncodingError.Context(codingPath: [], debugDescription: "A container was left, and used again."))
        }
        try close(to: place.depth)
    }

    func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { bytes in
            try tell {
                guard let start = bytes.baseAddress else {
                    // Of the empty text Swift may have no address.
                    return withUnsafePointer(to: UInt8(0)) { yajl_gen_string(generator, $0, 0) }
                }
                return yajl_gen_string(generator, start, bytes.count)
            }
        }
    }

    func write(_ flag: Bool) throws { try tell { yajl_gen_bool(generator, flag ? 1 : 0) } }

    func write(integer number: some BinaryInteger) throws {
        if let number = Int64(exactly: number) {
            try tell { yajl_gen_integer(generator, number) }
        } else {
            try write(number: String(number))
        }
    }

    /// In as few digits as name it, a whole one without a fraction.
    func write(_ number: Double) throws {
        guard number.isFinite else {
            throw EncodingError.invalidValue(
                number, EncodingError.Context(codingPath: [], debugDescription: "JSON holds finite numbers only."))
        }
        let text = number.description
        try write(number: text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }

    private func write(number text: String) throws {
        var text = text
        try text.withUTF8 { bytes in
            try bytes.withMemoryRebound(to: CChar.self) { digits in
                try tell { yajl_gen_number(generator, digits.baseAddress, digits.count) }
            }
        }
    }

    func writeNull() throws { try tell { yajl_gen_null(generator) } }

    /// Any value: what JSON has itself at once, all else by what it encodes.
    func encode<Value: Encodable>(_ value: Value) throws {
        if Value.self == String.self, let text = value as? String { return try write(text) }
        if Value.self == Date.self, let date = value as? Date { return try write(date) }
        if Value.self == URL.self, let address = value as? URL { return try write(address.absoluteString) }
        if Value.self == Data.self, let data = value as? Data { return try write(data.base64EncodedString()) }
        let depth = open.count
        let encoder = StreamEncoder(self)
        try value.encode(to: encoder)
        // Whoever asks for nothing has nothing.
        if !encoder.hasWritten { try openObject() }
        try close(to: depth)
    }

    private func write(_ date: Date) throws {
        switch dates {
        case .iso8601: try write(date.formatted(.iso8601))
        case .seconds: try write(date.timeIntervalSinceReferenceDate)
        }
    }

    /// Tells the generator something. Once it has refused it is not asked again: it keeps count of its levels beyond those
    /// that it has room for.
    private func tell(_ step: () -> yajl_gen_status) throws {
        if let failure { throw failure }
        let status = step()
        guard status != yajl_gen_status_ok else { return }
        let reason = status == yajl_max_depth_exceeded ? "It is nested too deep." : "It is no JSON."
        let refusal = EncodingError.invalidValue(
            status.rawValue, EncodingError.Context(codingPath: [], debugDescription: reason))
        failure = refusal
        throw refusal
    }
}
