import Dispatch
import Foundation
import Synchronization

/// What another thread makes ahead of the one that uses it: a few pieces at most, so that neither waits long and little
/// is in memory.
final class ReadAhead<Piece: Sendable>: Sendable {
    private struct Work {
        var ready: [Piece] = []
        var failure: (any Error)?
        var isEnded = false
        var isAbandoned = false
    }

    private let work = Mutex(Work())
    /// Room for so many pieces. Begins at none: a semaphore that is let go below where it began is a crash.
    private let room = DispatchSemaphore(value: 0)
    private let pieces = DispatchSemaphore(value: 0)

    /// - Parameter make: called once, on the other thread. It hands over piece after piece, until there is none or
    ///   `hand` gives false: nobody wants more.
    init(depth: Int = 3, _ make: @escaping @Sendable (_ hand: (Piece) -> Bool) throws -> Void) {
        for _ in 0..<depth { room.signal() }
        Thread.detachNewThread { self.run(make) }
    }

    /// The next piece, once it is there; nil at the end.
    func next() throws -> Piece? {
        pieces.wait()
        let (piece, failure) = work.withLock { work -> (Piece?, (any Error)?) in
            work.ready.isEmpty ? (nil, work.failure) : (work.ready.removeFirst(), nil)
        }
        room.signal()
        if let failure { throw failure }
        return piece
    }

    /// Nothing more is wanted.
    func abandon() {
        work.withLock { $0.isAbandoned = true }
        room.signal()
    }

    private func run(_ make: (_ hand: (Piece) -> Bool) throws -> Void) {
        var failure: (any Error)?
        do { try make(hand) } catch let error { failure = error }
        work.withLock { work in
            work.failure = failure
            work.isEnded = true
        }
        pieces.signal()
    }

    /// False where nothing more is wanted.
    private func hand(_ piece: Piece) -> Bool {
        room.wait()
        let isWanted = work.withLock { work in
            if !work.isAbandoned { work.ready.append(piece) }
            return !work.isAbandoned
        }
        pieces.signal()
        return isWanted
    }
}
