import Testing

@testable import Crypt4GH

@Suite struct DigestTests {
    /// FIPS 180-4, the examples of NIST; in one piece and byte by byte.
    @Test(arguments: [
        ("sha256", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("sha256", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (
            "sha512", "abc",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        ),
        // RFC 1321, A.5.
        ("md5", "abc", "900150983cd24fb0d6963f7d28e17f72"),
    ])
    func digitsAreThoseOfTheStandard(_ algorithm: String, _ text: String, _ digits: String) throws {
        let whole = try #require(StreamDigest(algorithm))
        Array(text.utf8).withUnsafeBytes { whole.take($0) }
        #expect(whole.digits == digits && whole.count == UInt64(text.utf8.count))
        let pieces = try #require(StreamDigest(algorithm))
        for byte in text.utf8 { withUnsafeBytes(of: byte) { pieces.take($0) } }
        #expect(pieces.digits == digits)
        #expect(pieces.digits == digits, "asking changes nothing")
    }

    @Test func anotherAlgorithmIsNotKnown() { #expect(StreamDigest("crc32c") == nil) }
}
