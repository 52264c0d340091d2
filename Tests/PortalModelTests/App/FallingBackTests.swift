import Foundation
import PortalModel
import Synchronization
import Testing

@Suite("Answering with what was kept where the portal is away")
struct FallingBackTests {
    private static let applications = [ApplicationSummary(id: ApplicationID(1), title: "A", state: .draft)]

    private static func failing(_ kind: PortalError.Kind) -> AccessService {
        AccessService(otherwise: .notOffered(.requests)) { calls in
            calls.applications.perform = { () async throws(PortalError) in
                throw PortalError(kind, operation: "loading your requests")
            }
            calls.submit.perform = { _ async throws(PortalError) in throw PortalError(kind, operation: "submitting") }
        }
    }

    private static func kept(_ failure: PortalError? = nil) -> AccessService {
        AccessService(otherwise: .notOffered(.requests)) { calls in
            calls.applications.perform = { () async throws(PortalError) in
                if let failure { throw failure }
                return applications
            }
            calls.submit.perform = { _ in }
        }
    }

    @Test(
        "A portal that cannot be reached is answered for, and why is told",
        arguments: [
            PortalError.Kind.offline, .timedOut(seconds: 3), .serverFault(status: 502), .unavailable(retryAfter: 5),
            .notTried(retryAfter: 30),
        ])
    func away(kind: PortalError.Kind) async throws {
        let told = Mutex<[PortalError.Kind]>([])
        let service = Self.failing(kind).fallingBack(on: Self.kept()) { error in
            told.withLock { $0.append(error.kind) }
        }
        #expect(try await service.applications() == Self.applications)
        #expect(told.withLock { $0 } == [kind])
        // Nothing that sends is answered for.
        await #expect(throws: PortalError.self) { try await service.submit(ApplicationID(1)) }
    }

    @Test(
        "A refusal is an answer", arguments: [PortalError.Kind.signedOut, .forbidden, .notFound, .unreadableAnswer])
    func refused(kind: PortalError.Kind) async throws {
        let service = Self.failing(kind).fallingBack(on: Self.kept()) { _ in Issue.record("it was answered for") }
        let error = await #expect(throws: PortalError.self) { try await service.applications() }
        #expect(error?.kind == kind)
    }

    @Test("What was not kept fails as the portal does")
    func notKept() async throws {
        let missing = PortalError(.notKept, operation: "loading your requests")
        let service = Self.failing(.offline).fallingBack(on: Self.kept(missing)) { _ in
            Issue.record("nothing was kept")
        }
        let error = await #expect(throws: PortalError.self) { try await service.applications() }
        #expect(error?.kind == .offline)
    }
}
