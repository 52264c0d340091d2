import Crypt4GH
import Foundation
import PortalModel
import PortalStorage
import SecretMemory
import Sealing
import Synchronization

/// The lock of a data folder, as this process has it: what is on the disk now, and the key once it was opened.
///
/// Another program may make a lock, change it or take it away at any time; what seals looks at the files each time.
package final class PrivateLock: Sendable {
    let file: LockFile
    private let state = Mutex(State())
    private static let known = Mutex<[String: PrivateLock]>([:])

    private struct State {
        var stamp: LockStamp?
        var document: Result<LockDocument?, SealFault> = .success(nil)
        var keys: [KeyID: SealKey] = [:]
    }

    init(directory: String) { file = LockFile(directory: directory) }

    /// One for each folder, so that what is opened once is open for all of the process.
    package static func of(_ environment: Environment) -> PrivateLock {
        let directory = environment.dataDirectory
        return known.withLock { known in
            let lock = known[directory] ?? PrivateLock(directory: directory)
            known[directory] = lock
            return lock
        }
    }

    /// What is on the disk now; nil where there is no lock.
    func document() throws(SealFault) -> LockDocument? {
        let stamp = file.stamp
        let found = state.withLock { state in
            if state.stamp != stamp {
                do throws(SealFault) {
                    state.document = .success(stamp.isNone ? nil : try file.read())
                } catch { state.document = .failure(error) }
                state.stamp = stamp
            }
            return state.document
        }
        return try found.get()
    }

    /// The key, where it was opened here or in this login session.
    func key(_ id: KeyID) -> SealKey? {
        if let key = state.withLock({ $0.keys[id] }) { return key }
        guard let key = SessionKeyring.find(id) else { return nil }
        keep(key)
        return key
    }

    func keep(_ key: SealKey) {
        SessionKeyring.closeMemory()
        state.withLock { $0.keys[key.id] = key }
    }

    func forget() { state.withLock { $0.keys = [:] } }

    /// Whether there is one, readable or not.
    var isThere: Bool { !file.stamp.isNone }

    /// Whether there is a lock that nobody has opened here.
    package var isLocked: Bool {
        do throws(SealFault) {
            guard let document = try document() else { return false }
            return key(document.key) == nil
        } catch { return true }
    }

    /// For whoever keeps private values.
    package var seal: PrivateSeal {
        PrivateSeal(
            PrivateSeal.Calls(
                seal: { [self] plain, place throws(PrivateSeal.Refusal) in try seal(plain, at: place) },
                open: { [self] sealed, place throws(PrivateSeal.Refusal) in try open(sealed, at: place) },
                isLocked: { [self] in isLocked }))
    }

    private func seal(_ plain: Data, at place: PrivateSeal.Place) throws(PrivateSeal.Refusal) -> Data? {
        let document: LockDocument?
        // A lock that cannot be read seals nothing: what it sealed, nobody would open again.
        do throws(SealFault) { document = try self.document() } catch { throw .locked }
        guard let document, document.seals else { return nil }
        guard let key = key(document.key) else { throw .locked }
        return key.seal(plain, at: SealPlace(place))
    }

    private func open(_ sealed: Data, at place: PrivateSeal.Place) throws(PrivateSeal.Refusal) -> Data {
        guard let id = SealKey.id(of: sealed) else { throw .damaged }
        guard let key = key(id) else {
            let document: LockDocument?
            do throws(SealFault) { document = try self.document() } catch { throw .locked }
            // Of a lock that is not here any more.
            throw document?.key == id ? .locked : .damaged
        }
        do throws(SealFault) { return try key.open(sealed, at: SealPlace(place)) } catch { throw .damaged }
    }
}

extension SealPlace {
    fileprivate init(_ place: PrivateSeal.Place) { self.init(table: place.table, column: place.column, row: place.row) }
}
