import Crypto
import FoundationEssentials
import PortalDomain

/// Who asks, told by what is sent, where no sign-in service says it. Of a secret there is a digest only.
extension Asker {
    public init(_ token: Secret) {
        self = .somebody("key \(Base64URL.encode(SHA256.hash(data: Data(token.reveal().utf8)).prefix(12)))")
    }

    public init(_ secrets: ServiceSecrets) {
        if let user = secrets.remsUser, secrets.remsKey != nil {
            self = .somebody("user \(user)")
        } else if let key = secrets.remsKey ?? secrets.ckanToken {
            self.init(key)
        } else {
            self = .nobody
        }
    }

    /// Somebody who is known in two ways.
    public func and(_ other: Asker) -> Asker {
        switch (self, other) {
        case (_, .nobody): self
        case (.nobody, _): other
        case (.somebody(let name), .somebody(let otherName)): .somebody("\(name), \(otherName)")
        }
    }
}
