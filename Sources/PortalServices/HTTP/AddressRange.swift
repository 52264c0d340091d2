import Glibc

/// An IP address as its bytes: 4 or 16, in network order.
struct NumericAddress: Hashable, Sendable {
    let bytes: [UInt8]

    /// Nil for what is no address in numbers, names among it. Brackets and the zone of a link-local address
    /// (`fe80::1%eth0`) do not count.
    init?(_ text: some StringProtocol) {
        let inner = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : String(text)
        let plain = String(inner.prefix { $0 != "%" })
        guard let bytes = Self.bytes(AF_INET, 4, plain) ?? Self.bytes(AF_INET6, 16, plain) else { return nil }
        self.bytes = bytes
    }

    private static func bytes(_ family: Int32, _ count: Int, _ text: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }

    var bits: Int { bytes.count * 8 }
}

/// A range of addresses as in `10.0.0.0/8` or `fd00::/8` (CIDR, RFC 4632 and RFC 4291, section 2.3).
struct AddressRange: Hashable, Sendable {
    let network: NumericAddress
    /// How many bits of the network count, from the first.
    let length: Int

    /// Nil for what is no range; a single address is one of its own.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let network = NumericAddress(first) else { return nil }
        var length = network.bits
        if parts.count == 2 {
            guard let number = Int(parts[1]), (0...network.bits).contains(number) else { return nil }
            length = number
        }
        self.network = network
        self.length = length
    }

    /// An address of the other family is in no range of this one.
    func contains(_ address: NumericAddress) -> Bool {
        guard address.bits == network.bits else { return false }
        let (whole, rest) = length.quotientAndRemainder(dividingBy: 8)
        guard address.bytes.prefix(whole) == network.bytes.prefix(whole) else { return false }
        guard rest > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xFF00 >> rest)
        return address.bytes[whole] & mask == network.bytes[whole] & mask
    }
}
