import Crypto
import Foundation
import JSONStream
import PortalDomain
import Testing

@testable import Passport

@Suite("Visas")
struct VisaBundleTests {
    /// `test-show` of REMS (CSCfi/rems@16bcd11623, src/clj/rems/jwt.clj), whose times are in 2050, and the key that
    /// signed it (test-data/example-public-key.jwk).
    private static let ofREMS =
        "eyJhbGciOiJSUzI1NiIsImprdSI6Imh0dHA6Ly9sb2NhbGhvc3Q6MzAwMC9hcGkvandrIiwidHlwIjoiSldUIiwia2lkIjoiMjAxMS0wNC0y"
        + "OSJ9.eyJpc3MiOiJodHRwOi8vbG9jYWxob3N0OjMwMDAvIiwic3ViIjoiZWxpeGlyLXVzZXIiLCJpYXQiOjI1MjQ2MDgwMDAsImV4cCI6MjU1"
        + "NjE0NDAwMCwiZ2E0Z2hfdmlzYV92MSI6eyJ0eXBlIjoiQ29udHJvbGxlZEFjY2Vzc0dyYW50cyIsInZhbHVlIjoiRUdBRDAwMDAxMDA2Njcz"
        + "Iiwic291cmNlIjoiRUdBQzAwMDAxMDAwOTA4IiwiYnkiOiJkYWMiLCJhc3NlcnRlZCI6MTAzNDI5NDQwMH19.LnfsNxVfM_NfuxYYQtZexp"
        + "975Hc3hrCxTG0fhMrgTakSLXa6gASc5MPn14seqsTjuyhtmUnu7WrCEVxko8WRvJybGDWmdbrycYafNg4amevtbs7hTPCkqAXD1DcuP53LDe"
        + "LhSl_YrNgfz4aDE0uaw37I8TAsqdAeDALcZqQ6SIwF5wBG_wRWtKTPmDp-GTpzy9STx-nrIqw3SYeftunlI4wDs5avaktDuOpgMl8TVUGodG"
        + "FjJsZjN8UOhKgSsGdXDGmu4FeeIjJt9Sa_dsCQPZQ1GpHyg1lFa63FZPPOy2-F9TNZcHJR1vFxKLD9U8Lvr11-EFjIiGuDg6miiWyodw"
    private static let keyOfREMS = """
        {"keys": [{"kty": "RSA", "e": "AQAB", "alg": "RS256", "kid": "2011-04-29", "n": "0vx7agoebGcQSuuPiLJXZptN9nndr\
        QmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBX\
        Arwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qN\
        Lyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"}]}
        """

    @Test("REMS's own visa is read and checked; before its time it is of the future")
    func visaOfREMS() throws {
        let keys = "http://localhost:3000/api/jwk"
        let trust = VisaTrust([.init(name: "http://localhost:3000/", keys: keys)])
        let bundle = VisaBundle([.init(SignedVisa(Self.ofREMS), from: .rems)], trust: trust)
        #expect(bundle.keyAddresses == [keys])
        let set = try #require(KeySet(try JSONReader.read(Data(Self.keyOfREMS.utf8))))
        func judged(_ seconds: TimeInterval) throws -> Visa {
            try #require(bundle.judged(by: [keys: .success(set)], at: Date(timeIntervalSince1970: seconds)).first)
        }
        let visa = try judged(2_540_000_000)
        #expect(visa.verdict == .checked && visa.value == "EGAD00001006673" && visa.by == "dac")
        #expect(visa.asserted == Date(timeIntervalSince1970: 1_034_294_400) && visa.issuer == "http://localhost:3000/")
        #expect(visa.grants("EGAD00001006673") && !visa.grants("EGAD0000100667"))
        #expect(try judged(1_790_000_000).verdict == .failed(.notYet))
        #expect(try judged(2_556_144_000 + 61).verdict == .failed(.expired))
    }

    @Test("No byte of a visa can be changed")
    func everyByte() throws {
        let workshop = Workshop()
        let good = try workshop.visa()
        #expect(try workshop.verdict(on: good) == .checked)
        for index in good.utf8.indices {
            var bytes = Array(good.utf8)
            let place = good.utf8.distance(from: good.utf8.startIndex, to: index)
            bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            let changed = String(decoding: bytes, as: UTF8.self)
            // The last letter of base64url may hold bits that count for nothing.
            guard
                Base64URLText.decode(changed.utf8.split(separator: 46).last ?? [])
                    != Base64URLText.decode(good.utf8.split(separator: 46).last ?? []) || place < good.utf8.count - 86
            else { continue }
            #expect(try workshop.verdict(on: changed) != .checked, "byte \(place)")
        }
    }

    @Test("Of many visas 200 are read, and keys of ten issuers are fetched")
    func bounds() throws {
        let workshop = Workshop()
        let many = try (0..<210).map { try workshop.visa(issuer: "https://\($0 % 12).example/") }
        let trust = VisaTrust((0..<12).map { .init(name: "https://\($0).example/", keys: "https://\($0).example/jwk") })
        let bundle = VisaBundle(many.map { .init(SignedVisa($0), from: .broker) }, trust: trust)
        #expect(bundle.keyAddresses == (0..<10).map { "https://\($0).example/jwk" })
        let keys = try workshop.keys()
        let judged = bundle.judged(
            by: VisaBundle.Keys(uniqueKeysWithValues: bundle.keyAddresses.map { ($0, .success(keys)) }),
            at: workshop.now)
        #expect(judged.count == 210)
        #expect(judged[200...].allSatisfy { $0.verdict == .failed(.tooMany) })
        #expect(judged[10].verdict == .notChecked(.tooManyIssuers) && judged[12].verdict == .checked)
    }

    @Test("Keys that cannot be had leave a visa unchecked, with why")
    func keysNotHad() throws {
        let workshop = Workshop()
        let bundle = VisaBundle([.init(SignedVisa(try workshop.visa()), from: .broker)], trust: .example)
        let judged = bundle.judged(
            by: [VisaTrust.exampleKeys: .failure(.init(.failed(.offline)))], at: workshop.now)
        #expect(judged.map(\.verdict) == [.notChecked(.keysNotHad(.failed(.offline)))])
    }

    @Test("A visa is of its dataset by its whole value or the last part of it")
    func values() {
        func visa(_ value: String, _ kind: VisaKind = .controlledAccessGrants) -> Visa {
            Visa(kind: kind, value: value, verdict: .checked, origin: .rems)
        }
        #expect(visa("EGAD1").grants("EGAD1") && visa("https://doi.example/10.1/EGAD1").grants("EGAD1"))
        #expect(visa("urn:x:EGAD1").grants("EGAD1") && visa("EGAD1").grants("https://ega.example/EGAD1"))
        #expect(!visa("EGAD1").grants("egad1") && !visa("a/EGAD1").grants("EGAD1") && !visa("").grants(""))
        #expect(!visa("EGAD1", .researcherStatus).grants("EGAD1"))
    }

    @Test("What was granted and is in no visa that counts is missing")
    func missing() {
        let visas = [
            Visa(kind: .controlledAccessGrants, value: "a", verdict: .checked, origin: .rems),
            Visa(kind: .controlledAccessGrants, value: "b", verdict: .failed(.expired), origin: .rems),
            Visa(kind: .controlledAccessGrants, value: "c", verdict: .notChecked(.issuerNotTrusted), origin: .rems),
        ]
        let granted = ["a", "b", "c", "d"].map { Entitlement(datasetIdentifier: $0) }
        #expect(PassportReport(visas: visas).missing(of: granted).map(\.datasetIdentifier) == ["b", "d"])
    }

    @Test("Nothing that is printed of a visa gives it away")
    func dots() {
        let visa = Visa(verdict: .checked, origin: .rems, signed: SignedVisa("eyJ.eyJ.sig"))
        #expect(!"\(visa)".contains("eyJ") && !String(reflecting: visa).contains("eyJ"))
        var dumped = ""
        dump(visa, to: &dumped)
        #expect(!dumped.contains("eyJ"))
    }
}

/// Makes visas with a key of its own.
struct Workshop {
    private let key = P256.Signing.PrivateKey()
    let now = Date(timeIntervalSince1970: 1_790_000_000)

    func visa(issuer: String = "https://rems.example/") throws -> String {
        let seconds = Int(now.timeIntervalSince1970)
        let header = #"{"alg":"ES256","kid":"k"}"#
        let claims = """
            {"iss":"\(issuer)","sub":"me","iat":\(seconds),"exp":\(seconds + 3600),"ga4gh_visa_v1":{"type":\
            "ControlledAccessGrants","value":"EGAD1","source":"dac","by":"dac","asserted":\(seconds)}}
            """
        let signed = Self.encoded(Data(header.utf8)) + "." + Self.encoded(Data(claims.utf8))
        return signed + "." + Self.encoded(try key.signature(for: Data(signed.utf8)).rawRepresentation)
    }

    func keys() throws -> KeySet {
        let point = key.publicKey.rawRepresentation
        let (x, y) = (Self.encoded(point.prefix(32)), Self.encoded(point.suffix(32)))
        let value = JSONValue.object([
            "kty": .string("EC"), "crv": .string("P-256"), "kid": .string("k"), "x": .string(x), "y": .string(y),
        ])
        return try #require(KeySet(.object(["keys": .array([value])])))
    }

    func verdict(on text: String) throws -> VisaVerdict {
        let bundle = VisaBundle([.init(SignedVisa(text), from: .broker)], trust: .example)
        return try #require(bundle.judged(by: [VisaTrust.exampleKeys: .success(keys())], at: now).first).verdict
    }

    private static func encoded(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
