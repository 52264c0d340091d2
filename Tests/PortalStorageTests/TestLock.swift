import Foundation
import PortalDomain
import Sealing
import Synchronization

/// A lock whose key is at hand until a test says otherwise.
final class TestLock: Sendable {
    enum State { case off, on, locked }

    let state: Mutex<State>
    private let key: SealKey

    init(_ state: State = .on) throws {
        guard let key = SealKey.new() else { throw SealFault.noMemory }
        self.key = key
        self.state = Mutex(state)
    }

    func turn(_ new: State) { state.withLock { $0 = new } }

    var seal: PrivateSeal {
        PrivateSeal(
            PrivateSeal.Calls(
                seal: { [self] plain, place throws(PrivateSeal.Refusal) in
                    switch state.withLock({ $0 }) {
                    case .off: return nil
                    case .on: return key.seal(plain, at: Self.place(place))
                    case .locked: throw .locked
                    }
                },
                open: { [self] sealed, place throws(PrivateSeal.Refusal) in
                    guard state.withLock({ $0 }) != .locked else { throw .locked }
                    do throws(SealFault) { return try key.open(sealed, at: Self.place(place)) } catch { throw .damaged }
                },
                isLocked: { [self] in state.withLock { $0 } == .locked }))
    }

    private static func place(_ place: PrivateSeal.Place) -> SealPlace {
        SealPlace(table: place.table, column: place.column, row: place.row)
    }
}

extension Workbench {
    /// Files below the folder that hold words, sealed or not.
    func files(with words: String, in folder: String? = nil) throws -> [String] {
        let folder = folder ?? root
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { name in
            guard let contents = FileManager.default.contents(atPath: folder + "/" + name) else { return false }
            return contents.range(of: Data(words.utf8)) != nil
        }
    }
}
