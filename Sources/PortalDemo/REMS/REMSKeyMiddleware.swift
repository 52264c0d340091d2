import HTTPTypes
import Hummingbird
import NIOCore

/// Lets only the demo's API key pass, with the name of a person it may speak for.
struct REMSKeyMiddleware: RouterMiddleware {
    typealias Context = DemoContext

    /// No secret: it opens nothing but a portal on loopback.
    static let key = "demo-key"

    func handle(
        _ request: Request, context: DemoContext, next: (Request, DemoContext) async throws -> Response
    ) async throws -> Response {
        guard let name = HTTPField.Name("x-rems-api-key"), request.headers[name] == Self.key else {
            return Self.refusal("invalid api key")
        }
        guard let name = HTTPField.Name("x-rems-user-id"),
            let user = request.headers[name].flatMap(DemoUser.known(as:))
        else { return Self.refusal("unauthorized") }
        var context = context
        context.user = user
        return try await next(request, context)
    }

    /// REMS answers in plain text and names no scheme that would let anybody in.
    private static func refusal(_ text: String) -> Response {
        Response(
            status: .unauthorized, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
