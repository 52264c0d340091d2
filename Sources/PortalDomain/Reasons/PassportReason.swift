/// Why a visa is not checked or does not count, or a passport is not to be had.
public indirect enum PassportReason: Error, Hashable, Sendable, Codable {
    // Not checked
    /// The issuer is not on the profile's list.
    case issuerNotTrusted
    /// The keys could not be had.
    case keysNotHad(Reason)
    /// Keys of ten other issuers were asked for already.
    case tooManyIssuers
    // Failed
    /// Beyond 16 KiB.
    case tooLong
    /// Behind 200 others.
    case tooMany
    /// No JWS in compact form, or something else than claims in it.
    case malformed
    /// A claim is missing that every visa has.
    case lacks(claim: String)
    /// Signed in a way that proves nothing (`none`, a shared secret) or that this program does not know.
    case algorithm(name: String)
    /// It names other keys than those that the profile lists for its issuer.
    case otherKeys
    /// The issuer has no such key.
    case keyUnknown
    /// It was changed, or signed by somebody else.
    case signature
    /// It is over.
    case expired
    /// Written in the future.
    case notYet
    /// Decided in the future.
    case decidedLater
    /// It counts under conditions that nobody can look at here: a reader has to ignore it then.
    case conditions
    // The passport as a whole
    /// The profile says nothing of one.
    case notSetUp
    /// The sign-in service tells no user-info endpoint, and the profile neither.
    case noUserInfo
    /// Nothing is sent to an address of this machine's own network, or to one that is not encrypted.
    case addressRefused(String)
    /// Nothing is at the address that is asked for visas (404).
    case userInfoMissing(address: String)
    /// The sign-in service does not hand out the broker's token (403).
    case brokerRefuses
    /// A REMS whose permissions are not switched on (501).
    case notEnabled
    /// Nobody is signed in, whose passport it would be.
    case nobodySignedIn

    /// One word for programs, which stays: `expired`.
    public var code: String {
        switch self {
        case .issuerNotTrusted: "issuer-not-trusted"
        case .keysNotHad: "keys-not-had"
        case .tooManyIssuers: "too-many-issuers"
        case .tooLong: "too-long"
        case .tooMany: "too-many"
        case .malformed: "malformed"
        case .lacks: "claim-missing"
        case .algorithm: "algorithm-refused"
        case .otherKeys: "other-keys"
        case .keyUnknown: "key-unknown"
        case .signature: "signature-wrong"
        case .expired: "expired"
        case .notYet: "not-yet"
        case .decidedLater: "decided-later"
        case .conditions: "conditions"
        case .notSetUp: "not-set-up"
        case .noUserInfo: "no-userinfo"
        case .addressRefused: "address-refused"
        case .userInfoMissing: "userinfo-missing"
        case .brokerRefuses: "broker-refuses"
        case .notEnabled: "not-enabled"
        case .nobodySignedIn: "nobody-signed-in"
        }
    }

    /// In English.
    public var sentence: String {
        switch self {
        case .issuerNotTrusted: "Its issuer is not on the profile's list of trusted issuers."
        case .keysNotHad(let reason): "The issuer's keys could not be had. \(reason.sentence)"
        case .tooManyIssuers: "The visas are of more issuers than keys are fetched for."
        case .tooLong: "It is longer than 16 KB and was not read."
        case .tooMany: "There are 200 visas before it, and no more are read."
        case .malformed: "It cannot be read: it is no signed visa."
        case .lacks(let claim): "It lacks “\(claim)”, which every visa has."
        case .algorithm(let name): "It is signed by “\(name)”, which is not accepted."
        case .otherKeys: "It names other keys than those that the profile lists for its issuer."
        case .keyUnknown: "Its issuer has no such key."
        case .signature: "Its signature is wrong: it was changed, or somebody else signed it."
        case .expired: "It has expired."
        case .notYet: "It is dated in the future; a clock may be wrong."
        case .decidedLater: "What it says was decided in the future; a clock may be wrong."
        case .conditions: "It counts under conditions only, which cannot be looked at here: it is ignored."
        case .notSetUp: "Add “passport” to the portal's profile, with the issuers that are trusted."
        case .noUserInfo: "The sign-in service tells no user-info address: add it to the profile's “passport”."
        case .addressRefused(let address):
            "Nothing is asked at \(address): it is not encrypted, or of a private network."
        case .userInfoMissing(let address):
            "Nothing is at \(address), where visas are asked for (404): mend “userinfo” in the profile's “passport”."
        case .brokerRefuses:
            "The sign-in service does not hand out the token for the passport: its administrator has to let your account read it."
        case .notEnabled: "This REMS gives out no visas: its permissions API is not switched on."
        case .nobodySignedIn: "Sign in first: a passport is somebody's."
        }
    }
}
