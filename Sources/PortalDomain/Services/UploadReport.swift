/// Is told how far a file has come that is being sent: the bytes that the connection has taken so far, from any thread.
///
/// A parameter of the call. As a task-local value a closure ended optimised builds in `swift_task_localValuePush`
/// (Swift 6.3.1).
public typealias UploadReport = @Sendable (_ sent: Int) -> Void
