import Foundation
import PortalModel

/// Runs work that blocks on a thread of its own, so that none of the few threads of Swift's pool is held.
package enum Blocking {
    package static func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws(PortalError) -> Value
    ) async throws(PortalError) -> Value {
        let result: Result<Value, PortalError> = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                do throws(PortalError) {
                    continuation.resume(returning: .success(try work()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}
