import JSONStream
import NIOHTTP1
import PortalDomain

extension Transport {
    /// `{service}/health`: 200 when it is well (MicroProfile Health, as Quarkus answers it).
    func status() async throws(PortalError) -> ServiceStatus {
        let call = ServiceCall(
            operation: "asking whether the service is well", method: .GET, path: ["health"], isSafe: true,
            tokenIsOptional: true, persistence: .probe)
        return ServiceStatus(healthAnswer: try await fetch(call))
    }
}

extension ServiceStatus {
    /// `{"status": "UP", "version": …}`, or any text at all.
    init(healthAnswer answer: ServiceAnswer) {
        let body = (try? JSONValue(parsing: answer.body)) ?? .null
        self.init(
            version: body["version"].text ?? body["info"]["version"].text,
            words: body["status"].text ?? Transport.firstLine(of: answer.body))
    }
}
