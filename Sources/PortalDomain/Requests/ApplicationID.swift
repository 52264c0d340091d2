/// What an access management service calls an application: a number at AMS and REMS, any text at others.
public struct ApplicationID: Hashable, Sendable, Codable {
    public var rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public init(_ number: Int64) { rawValue = String(number) }

    /// Of a request that exists on this machine only: its service keeps no drafts.
    public static let unsent = ApplicationID("")
}
