import CSodium
import SecretMemory

extension Collection where Element == UInt8 {
    /// Without the byte order mark that editors of Windows put before a text.
    package var withoutMark: SubSequence { dropFirst(starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) }
}

/// Bytes as lines of text: `-----BEGIN label-----`, base64, `-----END label-----`.
enum PEM {
    /// What is in it, by what it holds: labels differ from tool to tool.
    ///
    /// - Returns: nil where it is none.
    static func read(_ text: [UInt8]) -> (label: String, bytes: SecretBytes)? {
        let lines = text.withoutMark.split { $0 == 0x0A || $0 == 0x0D }.map(trimmed).filter { !$0.isEmpty }
        guard lines.count >= 2, let first = lines.first, let last = lines.last,
            first.starts(with: "-----BEGIN ".utf8), first.reversed().starts(with: "-----".utf8),
            last.starts(with: "-----END ".utf8)
        else { return nil }
        var joined = Array(lines.dropFirst().dropLast().joined())
        guard let bytes = decoded(&joined) else { return nil }
        return (String(decoding: first.dropFirst(11).dropLast(5), as: UTF8.self), bytes)
    }

    static func written(_ bytes: SecretBytes, label: String) -> SecretBytes {
        let room = (bytes.count + 2) / 3 * 4 + 1
        let text = SecretBytes(count: room)
        text.withMutableBytes { output in
            guard let start = output.bindMemory(to: CChar.self).baseAddress else { return }
            sodium_bin2base64(start, room, bytes.bytes, bytes.count, standardAlphabet)
        }
        let head = Array("-----BEGIN \(label)-----\n".utf8)
        let tail = Array("\n-----END \(label)-----\n".utf8)
        let whole = SecretBytes(count: head.count + room - 1 + tail.count)
        whole.withMutableBytes { output in
            output.copyBytes(from: head)
            text.withBytes { text in
                UnsafeMutableRawBufferPointer(rebasing: output[head.count...])
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: text[..<(room - 1)]))
            }
            UnsafeMutableRawBufferPointer(rebasing: output[(head.count + room - 1)...]).copyBytes(from: tail)
        }
        return whole
    }

    /// With padding (RFC 4648, 4).
    private static let standardAlphabet: Int32 = 1

    /// Base64 as bytes; what it is decoded from is wiped.
    static func decoded(_ text: inout [UInt8]) -> SecretBytes? {
        defer { SecretBytes.wipe(&text) }
        let room = text.count / 4 * 3
        guard room > 0 else { return nil }
        let output = SecretBytes(count: room)
        var count = 0
        let status = text.withUnsafeBytes { text in
            sodium_base642bin(
                output.bytes, room, text.bindMemory(to: CChar.self).baseAddress, text.count, nil, &count, nil,
                standardAlphabet)
        }
        return status == 0 ? output.part(0..<count) : nil
    }

    static func encoded(_ bytes: [UInt8]) -> String {
        let secret = bytes.withUnsafeBytes { SecretBytes(copying: $0) }
        let room = (bytes.count + 2) / 3 * 4 + 1
        var text = [CChar](repeating: 0, count: room)
        sodium_bin2base64(&text, room, secret.bytes, secret.count, standardAlphabet)
        return String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0D]
        let start = line.firstIndex { !blanks.contains($0) } ?? line.endIndex
        let end = line.lastIndex { !blanks.contains($0) }.map { $0 + 1 } ?? start
        return line[start..<max(start, end)]
    }
}
