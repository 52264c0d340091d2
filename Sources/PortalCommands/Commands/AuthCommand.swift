import ArgumentParser
import Foundation
import PortalModel
import PortalServices

/// `portal auth`.
struct AuthCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "auth", abstract: "Tell who is signed in.", subcommands: [AuthStatusCommand.self],
        defaultSubcommand: AuthStatusCommand.self)
}

/// `portal auth status`: nobody is asked.
struct AuthStatusCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Tell who is signed in, where and for how long.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Flag(help: "One JSON object (docs/schemas/auth-status.json).")
    var json = false

    struct Record: Encodable {
        package var profile: String
        var isSignedIn: Bool
        /// `session`, `token` (PORTAL_TOKEN), `service` (a client secret), `demo` or `none`.
        var way: String
        var user: String?
        var issuer: String?
        var client: String?
        var expires: Date?
        var isRenewable: Bool
        /// Where the sign-in is kept.
        var path: String?
    }

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let record = try await record(of: portal)
            let output = CommandOutput(json: json)
            if json { try output.emit(record) } else { try output.show(Self.text(record)) }
            if !record.isSignedIn { throw CommandFailure("", .authentication) }
        }
    }

    private func record(of portal: CommandPortal) async throws -> Record {
        let name = portal.profile.name
        if portal.profile.place == .demo {
            return Record(profile: name, isSignedIn: true, way: "demo", user: "ada", isRenewable: false)
        }
        if portal.settings.environment["PORTAL_TOKEN"] != nil {
            return Record(profile: name, isSignedIn: true, way: "token", isRenewable: false)
        }
        guard let session = portal.portal.login.issuer else {
            return Record(profile: name, isSignedIn: false, way: "none", isRenewable: false)
        }
        let status = try await session.status()
        let isService = portal.portal.login.session == nil
        return Record(
            profile: name, isSignedIn: status.isSignedIn, way: isService ? "service" : "session",
            user: isService ? status.clientID : status.account?.name,
            issuer: status.issuer, client: status.clientID, expires: status.expires,
            isRenewable: status.isRenewable, path: status.path)
    }

    private static func text(_ record: Record) -> String {
        var lines = ["profile: \(record.profile)"]
        switch record.way {
        case "token": lines.append("signed in by PORTAL_TOKEN")
        case "service": lines.append("calls for itself as the service \(record.user ?? "")")
        case "none": lines.append("not signed in: this portal is configured without a place to sign in")
        default:
            let user = record.user.map { " as \($0)" } ?? ", by a token that names nobody"
            lines.append(record.isSignedIn ? "signed in" + user : "not signed in")
        }
        if let issuer = record.issuer { lines.append("issuer: \(issuer) (client \(record.client ?? ""))") }
        if let expires = record.expires {
            let renewal = record.isRenewable ? ", renewed without asking" : ""
            lines.append("until: \(expires.formatted(.iso8601))\(renewal)")
        }
        if let path = record.path { lines.append("\(record.isSignedIn ? "kept" : "would be kept") in: \(path)") }
        return lines.joined(separator: "\n")
    }
}
