import ArgumentParser
import Foundation
import PortalModel
import TerminalCanvas
import Testing

@testable import PortalCommands

/// What stands in an address by mistake is refused, and shown nowhere.
@Suite("Secrets in an address")
struct AddressSecretsTests {
    private static let addresses = [
        "https://user:s3cr3t@example.org/x", "https://user:s3cr3t@exa mple.org/x", "ftp://user:s3cr3t@example.org",
        "user:s3cr3t@host", "https://example.org/x?apikey=s3cr3t", "https://example.org/x#s3cr3t",
        "https://user:s3cr3t/s3cr3t@example.org",
    ]

    private func configuration(_ file: String, _ arguments: [String]) throws -> Configuration {
        let directory = NSTemporaryDirectory() + "portal-secrets-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory + "/portal", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try Data(file.utf8).write(to: URL(fileURLWithPath: directory + "/portal/config.yaml"))
        return try Configuration(
            try PortalFlags.parse(arguments), environment: Environment(variables: ["XDG_CONFIG_HOME": directory]))
    }

    private func expectNothing(of configuration: Configuration) throws {
        let profile = try #require(configuration.profile)
        let listed = ConfigurationListing(configuration).settings.map { "\($0.name) \($0.value)" }
        let record = ProfileRecord(profile, in: configuration.profiles)
        let said = configuration.problems(with: profile).map(\.message.plain)
        let shown = listed + said + [record.discovery, record.access, record.issuer].compactMap(\.self)
        for text in shown + profile.services.compactMap(\.address) {
            #expect(!text.contains("s3cr3t"), "\(text)")
        }
        #expect(!said.isEmpty)
    }

    @Test("Of the command line", arguments: addresses)
    func commandLine(address: String) throws {
        let configuration = try configuration("", ["--discovery", address])
        try expectNothing(of: configuration)
        // The name is that of a folder, and the title stands on the screen.
        let profile = try #require(configuration.profile)
        #expect(!(profile.name + profile.title).contains("s3cr3t"))
    }

    @Test("Of the configuration", arguments: addresses)
    func configured(address: String) throws {
        let file = """
            default: a
            profiles:
              a: {discovery: '\(address)', access: '\(address)', identity: {issuer: '\(address)', client: c}}
            """
        try expectNothing(of: try configuration(file, []))
    }
}
