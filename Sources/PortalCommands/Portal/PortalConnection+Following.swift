import PortalModel
import PortalServices
import Synchronization

/// What the portal tells at once.
extension PortalConnection {
    /// From now on it is announced.
    package nonisolated func follow() {
        following.withLock { known in
            known?.cancel()
            known = Task { [weak self] in
                guard let channel = await self?.currentChannel() else { return }
                await channel.follow { [weak self] in self?.tell($0) }
            }
        }
    }

    /// Returns at once.
    @discardableResult
    package nonisolated func stopFollowing() -> Task<Void, Never>? {
        following.withLock { known in
            known?.cancel()
            defer { known = nil }
            return known
        }
    }
}
