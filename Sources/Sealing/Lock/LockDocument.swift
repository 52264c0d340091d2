import FoundationEssentials

/// What a lock file holds: which key seals, whether all is sealed already, and what opens the key.
package struct LockDocument: Codable, Hashable, Sendable {
    /// How far it has come.
    package enum State: String, Codable, Hashable, Sendable {
        /// What is written is sealed; older things may not be yet.
        case enabling
        /// Everything private is sealed.
        case on
        /// What is written is as it is; older things may be sealed still.
        case disabling
    }

    /// Of this file.
    package private(set) var version = Self.version
    /// How far it has come.
    package var state: State
    /// The key that seals.
    package let key: KeyID
    /// Each of them opens the key; never empty.
    package var wraps: [KeyWrap]

    static let version = 1
    /// More ways in than anybody has; a larger file is something else.
    package static let mostWraps = 16
    static let largest = 65_536

    package init(key: KeyID, wraps: [KeyWrap]) { (state, self.key, self.wraps) = (.enabling, key, wraps) }

    /// Whether what is written has to be sealed.
    package var seals: Bool { state != .disabling }

    init(contents: Data) throws(SealFault) {
        guard contents.count <= Self.largest else { throw .damaged }
        struct Version: Decodable { var version: Int }
        let decoder = JSONDecoder()
        guard let found = try? decoder.decode(Version.self, from: contents) else { throw .damaged }
        guard found.version == Self.version else { throw .newerVersion(found.version) }
        guard let document = try? decoder.decode(Self.self, from: contents), !document.wraps.isEmpty,
            document.wraps.count <= Self.mostWraps
        else { throw .damaged }
        self = document
    }

    var contents: Data? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try? encoder.encode(self)
    }
}
