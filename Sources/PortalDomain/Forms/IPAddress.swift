/// An address of the Internet protocol, as a form asks for it.
public enum IPAddress: Equatable, Sendable {
    /// Four bytes, in the order that they are written.
    case v4([UInt8])
    /// Eight groups of sixteen bits, in the order that they are written (RFC 4291).
    case v6([UInt16])

    public init?(_ text: String) {
        if let address = Self.parseV4(text) {
            self = .v4(address)
        } else if let address = Self.parseV6(text) {
            self = .v6(address)
        } else {
            return nil
        }
    }

    /// Private, loopback, link-local, shared, documentation's and multicast's addresses: nobody can be reached by them from
    /// outside. REMS's list (`+reserved-ipv4-range-regex+` of `src/cljc/rems/common/util.cljc`).
    public var isPrivate: Bool {
        switch self {
        case .v4(let bytes):
            switch (bytes[0], bytes[1], bytes[2]) {
            case (0, _, _), (10, _, _), (127, _, _), (224, _, _), (240..., _, _): true
            case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _), (198, 18...19, _): true
            case (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113): true
            default: false
            }
        case .v6(let groups):
            // ::, ::1, fc00::/7 and fe80::/10
            groups.dropLast().allSatisfy { $0 == 0 } && groups[7] <= 1
                || groups[0] & 0xFE00 == 0xFC00 || groups[0] & 0xFFC0 == 0xFE80
        }
    }

    /// As REMS takes it (`+ipv6-regex+`): all eight groups of version 6, in small letters.
    func isWrittenInFull(in text: String) -> Bool {
        guard case .v6 = self else { return true }
        let groups = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return groups.count == 8
            && groups.allSatisfy { group in
                !group.isEmpty
                    && group.allSatisfy { byte in
                        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
                    }
            }
    }

    /// Written so.
    var full: String {
        switch self {
        case .v4(let bytes): bytes.map(String.init).joined(separator: ".")
        case .v6(let groups): groups.map { String($0, radix: 16) }.joined(separator: ":")
        }
    }

    private static func parseV4(_ text: String) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bytes: [UInt8] = []
        for part in parts {
            guard (1...3).contains(part.utf8.count),
                part.utf8.allSatisfy((FieldSyntax.zero...FieldSyntax.nine).contains),
                part.utf8.count == 1 || part.first != "0", let byte = UInt8(part)
            else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    private static func parseV6(_ text: String) -> [UInt16]? {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        guard halves.count <= 2, let head = groups(halves[0], mayEndInV4: halves.count == 1) else { return nil }
        guard halves.count == 2 else { return head.count == 8 ? head : nil }
        guard let tail = groups(halves[1], mayEndInV4: true), head.count + tail.count <= 7 else { return nil }
        return head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
    }

    private static func groups(_ text: Substring, mayEndInV4: Bool) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var groups: [UInt16] = []
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, mayEndInV4, let bytes = parseV4(String(part)) {
                groups += [UInt16(bytes[0]) << 8 | UInt16(bytes[1]), UInt16(bytes[2]) << 8 | UInt16(bytes[3])]
            } else {
                guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit), part.allSatisfy(\.isASCII),
                    let group = UInt16(part, radix: 16)
                else { return nil }
                groups.append(group)
            }
        }
        return groups
    }
}
