import CSodium
import FoundationEssentials
import SecretMemory

/// The data key as one way of opening it keeps it.
package struct KeyWrap: Codable, Hashable, Sendable {
    /// How it is opened.
    package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// By words that a person knows.
        case passphrase
        /// By what stands in a file elsewhere.
        case keyFile = "key-file"
        /// By a signature of a key in ssh-agent.
        case agent = "ssh-agent"
    }

    /// How it is opened.
    package var kind: Kind
    /// Tells which key file or agent's key it is: of the agent's as OpenSSH writes it. Nil for a passphrase, of which
    /// nothing is kept.
    package var fingerprint: String?
    /// Where the key file lay, or what the agent calls its key.
    package var name: String?
    /// Seconds since 1970.
    package var added: TimeInterval
    /// 32 random bytes.
    var salt: Data
    /// What a passphrase costs.
    var cost: PassphraseCost?
    /// The agent's key, as it names it.
    var publicKey: Data?
    /// The data key, sealed.
    var sealed: Data
    /// Of all the rest: tells a damaged file from a wrong passphrase.
    var sum: Data

    static let salt = 32

    private init(kind: Kind, fingerprint: String?, name: String?, added: TimeInterval) {
        (self.kind, self.fingerprint, self.name, self.added) = (kind, fingerprint, name, added)
        salt = SecretBytes(random: Self.salt).withBytes { Data($0) }
        (sealed, sum) = (Data(), Data())
    }

    // MARK: Making one

    /// By a passphrase.
    package static func passphrase(
        _ words: SecretBytes, for key: SealKey, cost: PassphraseCost = .standard, added: TimeInterval
    ) throws(SealFault) -> KeyWrap {
        var wrap = KeyWrap(kind: .passphrase, fingerprint: nil, name: nil, added: added)
        wrap.cost = cost
        let opener = try wrap.opener(passphrase: words)
        return try wrap.closing(key, with: opener)
    }

    /// By what a file holds.
    package static func keyFile(
        _ contents: SecretBytes, path: String, for key: SealKey, added: TimeInterval
    ) throws(SealFault) -> KeyWrap {
        let wrap = KeyWrap(kind: .keyFile, fingerprint: fingerprint(ofKeyFile: contents), name: path, added: added)
        return try wrap.closing(key, with: try wrap.opener(keyFile: contents))
    }

    /// By a key of ssh-agent, which signs twice: a key whose signatures differ would never open it again.
    package static func agent(
        _ identity: AgentIdentity, _ agent: AgentConnection, for key: SealKey, added: TimeInterval
    ) throws(SealFault) -> KeyWrap {
        guard identity.isSteady else { throw .unsteadyKey }
        var wrap = KeyWrap(
            kind: .agent, fingerprint: identity.fingerprint, name: identity.comment, added: added)
        wrap.publicKey = Data(identity.blob)
        let (first, second) = (try wrap.opener(agent: agent), try wrap.opener(agent: agent))
        guard first.isEqual(to: second) else { throw .unsteadyKey }
        return try wrap.closing(key, with: first)
    }

    private func closing(_ key: SealKey, with opener: SecretBytes) throws(SealFault) -> KeyWrap {
        guard let outer = SealKey(opener) else { throw .damaged }
        var wrap = self
        wrap.sealed = key.secret.withBytes { outer.seal(Data($0), at: place(of: key.id)) }
        wrap.sum = wrap.computedSum(of: key.id)
        // What takes the place of the only way in is seen to open first.
        _ = try wrap.open(key.id, with: opener)
        return wrap
    }

    // MARK: Opening it

    /// By a passphrase; takes about a third of a second.
    package func open(_ id: KeyID, passphrase: SecretBytes) throws(SealFault) -> SealKey {
        try requireWhole(id)
        return try open(id, with: try opener(passphrase: passphrase))
    }

    /// By what a file holds.
    package func open(_ id: KeyID, keyFile: SecretBytes) throws(SealFault) -> SealKey {
        try requireWhole(id)
        return try open(id, with: try opener(keyFile: keyFile))
    }

    /// By the agent, which may ask somebody.
    package func open(_ id: KeyID, agent: AgentConnection) throws(SealFault) -> SealKey {
        try requireWhole(id)
        return try open(id, with: try opener(agent: agent))
    }

    private func open(_ id: KeyID, with opener: SecretBytes) throws(SealFault) -> SealKey {
        guard let outer = SealKey(opener) else { throw .damaged }
        // Whether it is the key is told before anything is opened, by the id of the outer one.
        guard SealKey.id(of: sealed) == outer.id else { throw .wrongKey }
        var plain = Array(try outer.open(sealed, at: place(of: id)))
        guard let key = SealKey(SecretBytes(taking: &plain)), key.id == id else { throw .damaged }
        return key
    }

    func requireWhole(_ id: KeyID) throws(SealFault) {
        guard salt.count == Self.salt, sum == computedSum(of: id) else { throw .damaged }
    }

    private func place(of id: KeyID) -> SealPlace {
        SealPlace(table: "lock", column: kind.rawValue, row: id.description)
    }

    // MARK: What opens it

    private func opener(passphrase: SecretBytes) throws(SealFault) -> SecretBytes {
        guard kind == .passphrase, let cost else { throw .damaged }
        guard cost.isBearable else { throw .tooCostly }
        let opener = SecretBytes(count: SealKey.count)
        let status = passphrase.withBytes { words -> Int32 in
            guard let start = words.bindMemory(to: CChar.self).baseAddress else { return -1 }
            return crypto_pwhash(
                opener.bytes, UInt64(opener.count), start, UInt64(words.count),
                Array(salt.prefix(Int(crypto_pwhash_saltbytes()))), cost.passes, cost.memory,
                crypto_pwhash_alg_argon2id13())
        }
        guard status == 0 else { throw .noMemory }
        return opener
    }

    private func opener(keyFile: SecretBytes) throws(SealFault) -> SecretBytes {
        guard kind == .keyFile else { throw .damaged }
        guard KeyFile.sizes.contains(keyFile.count) else { throw .poorKeyFile }
        return derived(from: keyFile)
    }

    private func opener(agent: AgentConnection) throws(SealFault) -> SecretBytes {
        guard kind == .agent, let publicKey else { throw .damaged }
        return derived(from: try agent.signature(by: Array(publicKey), of: Array(salt)))
    }

    /// BLAKE2b keyed with the salt: what goes in is as good as random already.
    private func derived(from material: SecretBytes) -> SecretBytes {
        let opener = SecretBytes(count: SealKey.count)
        let salt = Array(salt)
        _ = crypto_generichash(
            opener.bytes, opener.count, material.bytes, UInt64(material.count), salt, salt.count)
        return opener
    }

    static func fingerprint(ofKeyFile contents: SecretBytes) -> String {
        let label = Array("portal key file".utf8)
        let sum = SecretBytes(count: 32)
        _ = crypto_generichash(sum.bytes, sum.count, contents.bytes, UInt64(contents.count), label, label.count)
        return KeyID(sum.withBytes { Array($0.prefix(KeyID.count)) })?.description ?? ""
    }

    private func computedSum(of id: KeyID) -> Data {
        let parts = [
            id.description, kind.rawValue, fingerprint ?? "", name ?? "", "\(added)", salt.base64EncodedString(),
            cost.map { "\($0.passes) \($0.memory)" } ?? "", publicKey?.base64EncodedString() ?? "",
            sealed.base64EncodedString(),
        ]
        let text = SealPlace(parts: parts).bytes
        return Data(SealKey.digest(of: text, count: 16))
    }
}

/// What Argon2id takes to make a key of a passphrase.
package struct PassphraseCost: Codable, Hashable, Sendable {
    /// Over the whole memory.
    package var passes: UInt64
    /// In bytes.
    package var memory: Int

    package init(passes: UInt64, memory: Int) { (self.passes, self.memory) = (passes, memory) }

    /// 64 MiB and 3 passes: what a login node gives a process, and a third of a second.
    package static let standard = PassphraseCost(passes: 3, memory: 64 << 20)

    /// Between what libsodium takes at least and what a machine bears; somebody else may have written the file.
    var isBearable: Bool { (1...16).contains(passes) && (8192...(1 << 30)).contains(memory) }
}
