import Passport
import PortalServices
import Yams

extension ConfigurationFile {
    /// `{userinfo: …, broker: …, issuers: [{issuer: …, keys: …}]}`
    func passport(_ node: Node) throws(Problem) -> PassportSettings {
        var settings = PassportSettings()
        for (key, value) in try entries(of: node, .named("passport"), allowed: ["userinfo", "broker", "issuers"]) {
            switch key {
            case "userinfo": settings.userInfo = try text(value, key)
            case "broker": settings.broker = try text(value, key)
            default:
                // One that is no list is looked at as one of them, and refused as what it is.
                for entry in value.sequence.map({ Array($0) }) ?? [value] {
                    settings.issuers.append(try issuer(entry))
                }
            }
        }
        return settings
    }

    private func issuer(_ node: Node) throws(Problem) -> VisaTrust.Issuer {
        let needed = ["issuer", "keys"]
        var found: [String: String] = [:]
        for (key, value) in try entries(of: node, .named("issuers"), allowed: needed) {
            found[key] = try text(value, key)
        }
        for key in needed where found[key] == nil {
            throw problem(
                at: node, ConfigurationWords.missing(key, in: "issuers", needed: needed, allowed: needed))
        }
        return VisaTrust.Issuer(name: found["issuer"] ?? "", keys: found["keys"] ?? "")
    }
}

extension Profiles {
    /// The `passport` of a profile: where visas come from, and whose are believed.
    struct Passport: Encodable {
        struct Issuer: Encodable {
            var issuer: String
            var keys: String
        }

        var userinfo: String?
        var broker: String?
        var issuers: [Issuer]?

        init(_ settings: PassportSettings) {
            userinfo = settings.userInfo
            broker = settings.broker
            issuers = settings.issuers.isEmpty ? nil : settings.issuers.map { Issuer(issuer: $0.name, keys: $0.keys) }
        }
    }
}
