/// Why something is not sealed, or not opened.
package enum SealFault: Error, Hashable, Sendable {
    /// Not the passphrase, or not the key file, that this lock was made with.
    case wrongKey
    /// What is there was changed, or is cut off: no passphrase opens it.
    case damaged
    /// Made by a newer version of this program.
    case newerVersion(Int)
    /// Sealed with another key than the one at hand.
    case otherKey(KeyID)
    /// The lock file asks for more memory or time than a lock ever takes.
    case tooCostly
    /// The machine, or the limits of this process, do not give the memory that the passphrase takes.
    case noMemory
    /// The key file is shorter than a key, or larger than one is.
    case poorKeyFile
    /// No agent answers at `SSH_AUTH_SOCK`.
    case noAgent
    /// The agent does not have the key.
    case notInAgent(fingerprint: String)
    /// The agent has no key at all, as a locked one says.
    case agentIsEmpty
    /// The agent has the key and does not sign: it is locked, or somebody has refused.
    case agentRefused
    /// Two signatures of the same differ, or the key is of a kind whose signatures do.
    case unsteadyKey
    /// A call to the operating system on a path, with its `errno`.
    case system(path: String, code: Int32)
    /// Somebody else is changing the lock.
    case inUse
}
