import CKeyring
import FoundationEssentials
import SecretMemory

/// The opened key of a lock in the kernel's keyring of this login session, for a limited time: whoever signed in is asked
/// once. Where a container or a cluster refuses keyrings nothing is kept, and every program asks.
package enum SessionKeyring {
    /// In seconds: a working day.
    package static let time: UInt32 = 8 * 3600

    private static func name(_ id: KeyID) -> String { "portal-lock:\(id)" }

    /// - Returns: whether it is kept.
    package static func keep(_ key: SealKey, seconds: UInt32 = time) -> Bool {
        guard key.secret.withBytes({ keyring_keep(name(key.id), $0.baseAddress, $0.count, seconds) }) == 0 else {
            return false
        }
        // Some kernels take it and do not give it back.
        return find(key.id) != nil
    }

    /// Nil where none is kept, its time is over, or keyrings are refused.
    package static func find(_ id: KeyID) -> SealKey? {
        let secret = SecretBytes(count: SealKey.count)
        guard keyring_read(name(id), secret.bytes, secret.count) == secret.count, let key = SealKey(secret),
            key.id == id
        else { return nil }
        return key
    }

    /// - Returns: false where none was kept.
    package static func forget(_ id: KeyID) -> Bool { keyring_forget(name(id)) == 0 }

    /// From here on no core is written of this process, and no other process of the person reads its memory.
    package static func closeMemory() { keyring_close_memory() }
}
