import CYajl
import FoundationEssentials

/// Why a text was not read as JSON.
package enum JSONRefusal: Error, Hashable {
    /// It is something else, or ends in the middle.
    case notJSON
    /// A small answer may hold more values than the memory of a login node is for: `[1,1,1,…`.
    case tooManyValues
    /// Its lists and objects lie in one another deeper than anybody means.
    case tooDeep
}

/// Reads JSON in one pass, by yajl: it tells of each value as it comes, and a tree is made of them. Nothing is tried
/// twice, and what is beyond the bounds is not read at all.
package final class JSONReader {
    /// A text of more values than these is refused.
    package static let mostValues = 1_000_000
    /// A text of more levels than these is refused.
    package static let deepest = 512

    /// Finished values that belong to lists and objects which are still open, in their order.
    private var values: [JSONValue] = []
    /// The keys of open objects: those of an object whose last one waits for its value are one more than its values.
    private var keys: [String] = []
    private var open: [Opening] = []
    private var count = 0
    private var refusal: JSONRefusal?

    private struct Opening {
        var isObject: Bool
        var firstValue: Int
        var firstKey: Int
    }

    /// - Parameter text: UTF-8, also after a byte order mark.
    package static func read(_ text: Data) throws(JSONRefusal) -> JSONValue {
        let reader = JSONReader()
        guard reader.parse(text), reader.open.isEmpty, let value = reader.values.first else {
            throw reader.refusal ?? .notJSON
        }
        return value
    }

    private func parse(_ text: Data) -> Bool {
        var callbacks = Self.callbacks
        guard let parser = yajl_alloc(&callbacks, nil, Unmanaged.passUnretained(self).toOpaque()) else { return false }
        defer { yajl_free(parser) }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return text.withUnsafeBytes { bytes in
            // Some services write a byte order mark.
            let start = bytes.starts(with: mark) ? mark.count : 0
            let contents = UnsafeRawBufferPointer(rebasing: bytes[start...])
            return yajl_parse(parser, contents.bindMemory(to: UInt8.self).baseAddress, contents.count) == yajl_status_ok
                && yajl_complete_parse(parser) == yajl_status_ok
        }
    }

    private func take(_ value: JSONValue) -> Int32 {
        count += 1
        guard count <= Self.mostValues else { return refuse(.tooManyValues) }
        values.append(value)
        return 1
    }

    private func begin(isObject: Bool) -> Int32 {
        guard open.count < Self.deepest else { return refuse(.tooDeep) }
        open.append(Opening(isObject: isObject, firstValue: values.count, firstKey: keys.count))
        return 1
    }

    private func end() -> Int32 {
        guard let opening = open.popLast() else { return refuse(.notJSON) }
        let value = value(of: opening)
        // Only now, when no slice of them is left: with one each removal would copy all that came before.
        values.removeLast(values.count - opening.firstValue)
        keys.removeLast(keys.count - opening.firstKey)
        return take(value)
    }

    private func value(of opening: Opening) -> JSONValue {
        guard opening.isObject else { return .array(Array(values[opening.firstValue...])) }
        // Of a key that comes twice the last one counts, as in nearly every reader.
        var object = [String: JSONValue](minimumCapacity: keys.count - opening.firstKey)
        for (offset, key) in keys[opening.firstKey...].enumerated() {
            object[key] = values[opening.firstValue + offset]
        }
        return .object(object)
    }

    private func take(number text: String) -> Int32 {
        if let integer = Int64(text) { return take(.integer(integer)) }
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }) { return take(.string(text)) }
        // A number beyond every type (1e999) is as good as absent.
        guard let number = Double(text), number.isFinite else { return take(.null) }
        return take(.number(number))
    }

    private func refuse(_ reason: JSONRefusal) -> Int32 {
        refusal = reason
        return 0
    }

    // MARK: - yajl's side

    private static let callbacks = yajl_callbacks(
        yajl_null: { reader($0)?.take(.null) ?? 0 },
        yajl_boolean: { reader($0)?.take(.bool($1 != 0)) ?? 0 },
        yajl_integer: nil, yajl_double: nil,
        // All numbers come as they are written, so that none is rounded before it is looked at.
        yajl_number: { context, characters, length in
            guard let characters, let reader = reader(context) else { return 0 }
            let bytes = UnsafeRawBufferPointer(start: characters, count: length)
            return reader.take(number: String(decoding: bytes, as: UTF8.self))
        },
        yajl_string: { reader($0)?.take(.string(text($1, $2))) ?? 0 },
        yajl_start_map: { reader($0)?.begin(isObject: true) ?? 0 },
        yajl_map_key: {
            guard let reader = reader($0) else { return 0 }
            reader.keys.append(text($1, $2))
            return 1
        },
        yajl_end_map: { reader($0)?.end() ?? 0 },
        yajl_start_array: { reader($0)?.begin(isObject: false) ?? 0 },
        yajl_end_array: { reader($0)?.end() ?? 0 })

    /// The reader lives for as long as its parser: both are of one call.
    private static func reader(_ context: UnsafeMutableRawPointer?) -> JSONReader? {
        context.map { Unmanaged<JSONReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func text(_ bytes: UnsafePointer<UInt8>?, _ length: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
    }
}
