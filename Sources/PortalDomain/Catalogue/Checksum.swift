/// What a file is checked by when it was fetched (`spdx:checksum` of DCAT 3).
public struct Checksum: Hashable, Sendable, Codable {
    /// As programs name it (`sha256`, `md5`); nil where the catalogue does not say.
    public var algorithm: String?
    /// As the catalogue has it; in hexadecimal digits it is in small letters.
    public var value: String

    /// - Parameters:
    ///   - value: the digits, or with the algorithm before them as in `md5:9e10…`.
    ///   - algorithm: by a name (`SHA-256`) or an address (`http://spdx.org/rdf/terms#checksumAlgorithm_sha256`).
    public init(_ value: String, algorithm: String? = nil) {
        let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
        let isNamed = parts.count == 2 && !parts[0].contains("/") && parts[0].count <= 12
        let digits = (isNamed ? parts[1] : value).trimmingSpaces
        self.algorithm = (algorithm ?? (isNamed ? parts[0] : nil)).flatMap(Self.name)
        self.value = digits.allSatisfy(\.isHexDigit) ? digits.lowercased() : digits
    }

    private static func name(of algorithm: String) -> String? {
        let last = algorithm.split { $0 == "#" || $0 == "/" || $0 == "_" }.last.map(String.init) ?? ""
        let name = last.lowercased().filter { $0.isLetter || $0.isNumber }
        return name.isEmpty ? nil : name
    }
}
