import Synchronization

/// Looks at the mirror and fills it, one filling at a time. A filling that is stopped keeps what it has read.
final class MirrorRunner: Sendable {
    private let service: MirrorService
    private let deliver: @Sendable (AppAction) -> Void
    private let filling = Mutex<Task<Void, Never>?>(nil)

    init(_ service: MirrorService, deliver: @escaping @Sendable (AppAction) -> Void) {
        self.service = service
        self.deliver = deliver
    }

    func run(_ work: MirrorWork) {
        switch work {
        case .look: Task { await look() }
        case .stop: filling.withLock { $0 }?.cancel()
        case .fill: begin(records: 0)
        case .fillWithRecords(let records): begin(records: records)
        }
    }

    private func begin(records: Int) {
        filling.withLock { filling in
            let before = filling
            filling = Task {
                // Its file is held until it has ended.
                await before?.value
                await fill(records)
            }
        }
    }

    private func fill(_ records: Int) async {
        let result = await outcome { [service, deliver] () async throws(PortalError) in
            try await service.fill(records) { deliver(.mirror(.progressed($0))) }
        }
        await look()
        deliver(.mirror(.filled(result)))
    }

    private func look() async { deliver(.mirror(.found(await outcome(service.facts)))) }
}
