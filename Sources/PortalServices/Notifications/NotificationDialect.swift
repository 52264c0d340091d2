/// How a portal tells at once what changes.
public enum NotificationDialect: String, CaseIterable, Sendable {
    /// Socket.IO, as `deploy/notifications` has it.
    case socketIO = "socketio"
    /// Server-sent events (WHATWG HTML, 9.2).
    case events = "sse"
}
