import ArgumentParser
import Foundation
import PortalModel
import PortalServices
import PortalViews

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
            if !record.isSignedIn { throw CommandFailure(told: .authentication) }
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
        var lines = [SignInCommandWords.profile(name: record.profile)]
        switch record.way {
        case "token": lines.append(.signedInByVariable)
        case "service": lines.append(.callsAsService(name: record.user ?? ""))
        case "none": lines.append(.noPlaceConfigured)
        default: lines.append(record.isSignedIn ? .isSignedIn(name: record.user) : .isNot)
        }
        if let issuer = record.issuer { lines.append(.issuer(issuer, client: record.client ?? "")) }
        if let expires = record.expires {
            lines.append(.until(expires.formatted(.iso8601), isRenewed: record.isRenewable))
        }
        if let path = record.path { lines.append(.kept(path: path, isSignedIn: record.isSignedIn)) }
        let c = Phrasing.person
        return lines.map { c.text($0) }.joined(separator: "\n")
    }
}
