import FoundationEssentials
import PortalModel

extension Transport {
    /// A dataset's description as it came. A page for people in its place, of a login or of a gateway, is none.
    func export(_ call: ServiceCall, at base: BaseAddress) async throws(PortalError) -> Data {
        let body = try await fetch(call, at: base).body
        let beginning = String(decoding: body.prefix(256), as: UTF8.self).trimmed.lowercased()
        guard !beginning.isEmpty, !beginning.hasPrefix("<!doctype html"), !beginning.hasPrefix("<html") else {
            throw PortalError(
                .unreadableAnswer, operation: call.operation,
                detail: beginning.isEmpty
                    ? "The answer is empty." : "A web page came in place of the dataset's description.")
        }
        return body
    }
}
