import FoundationEssentials
import PortalModel
import Synchronization
import Testing

@testable import PortalServices

@Suite("Uploads")
struct UploadTests {
    @Test("Whoever sends a file is told how far it has come, and it arrives as it was")
    func progress() async throws {
        try await DemoAddresses.run { demo in
            try await withPortal(discovery: demo.discovery, access: demo.access, token: demo.token) { portal in
                let access = portal.accessService
                let id = try await access.create(["mimic-iv"])
                let bytes = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 * 7) })
                let file = FileContents(name: "plan.pdf", type: "application/pdf", bytes: bytes)
                let told = Reports()
                let attachment = try await access.attach(id, file) { told.add($0) }
                let reports = told.all
                #expect(reports.count > 20)
                #expect(reports == reports.sorted())
                // The form around the file is part of what is sent.
                #expect((reports.last ?? 0) >= bytes.count)
                #expect(try await access.attachment(id, attachment).bytes == bytes)
            }
        }
    }

    @Test("An upload that is stopped ends at once and leaves the connection good")
    func stopping() async throws {
        try await DemoAddresses.run { demo in
            try await withPortal(discovery: demo.discovery, access: demo.access, token: demo.token) { portal in
                let access = portal.accessService
                let id = try await access.create(["mimic-iv"])
                let file = FileContents(name: "plan.pdf", type: "application/pdf", bytes: Data(count: 9_000_000))
                let begun = AsyncStream<Void>.makeStream()
                let upload = Task {
                    await failure { () throws(PortalError) in
                        try await access.attach(id, file) { _ in begun.continuation.yield() }
                    }
                }
                for await _ in begun.stream { break }
                upload.cancel()
                // It may have been quicker than the order to stop.
                let error = await upload.value
                #expect(error == nil || error?.kind == .cancelled)
                #expect(try await access.application(id).state == .draft)
            }
        }
    }

    private final class Reports: Sendable {
        private let reports = Mutex<[Int]>([])
        var all: [Int] { reports.withLock { $0 } }
        func add(_ sent: Int) { reports.withLock { $0.append(sent) } }
    }
}
