import PortalServices

extension Profiles {
    /// The `identity` of a profile: where people sign in, and as which client.
    struct Identity: Codable {
        var issuer: String
        var client: String
        var scopes: [String]?
        /// For issuers whose discovery document leaves it out.
        var deviceEndpoint: String?
        /// For issuers that compare redirect addresses exactly.
        var redirectPort: Int?
        var clientSecretFile: String?

        private enum CodingKeys: String, CodingKey {
            case issuer, client, scopes
            case deviceEndpoint = "device_endpoint"
            case redirectPort = "redirect_port"
            case clientSecretFile = "client_secret_file"
        }

        init(_ settings: IdentitySettings) {
            issuer = settings.issuer
            client = settings.clientID
            scopes = settings.scopes
            deviceEndpoint = settings.deviceEndpoint
            redirectPort = settings.redirectPort
        }

        var settings: IdentitySettings {
            var settings = IdentitySettings(
                issuer: issuer, clientID: client, deviceEndpoint: deviceEndpoint, redirectPort: redirectPort)
            if let scopes { settings.scopes = scopes }
            return settings
        }
    }
}
