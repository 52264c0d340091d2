import PortalDomain
import PortalModel
import Testing

/// The key that data is encrypted for, where a form asks for it.
@Suite struct KeyOfferTests {
    private static let key = DataKey(
        line: "dH96mkkpxqB6pFNpWUdCk1bxrwdV/w8Pak5vEGCD7x8=",
        text: "-----BEGIN CRYPT4GH PUBLIC KEY-----\ndH96…\n-----END CRYPT4GH PUBLIC KEY-----\n")

    private static func offers(_ title: String, _ type: FieldType = .text, _ key: DataKey? = key) throws -> [FieldOffer]
    {
        var story = FormStory([FormStory.field(title, type)])
        story.edit { $0.dataKey = key }
        return story.state.offers(for: try story.field(title))
    }

    @Test(arguments: [
        "Crypt4GH public key", "Public key", "Your public key (Crypt4GH)", "c4gh key", "Öffentlicher Schlüssel",
        "Clé publique pour le chiffrement",
    ])
    func isOfferedWhereItIsAskedFor(_ title: String) throws {
        #expect(try Self.offers(title) == [FieldOffer(.text(Self.key.line), from: .dataKey)])
        #expect(try Self.offers(title, .multilineText) == [FieldOffer(.text(Self.key.text), from: .dataKey)])
        #expect(try Self.offers(title, .text, nil) == [])
    }

    @Test(arguments: [
        "SSH public key", "PGP public key", "Public key of your SSH login", "Key words", "Public summary",
        "Secret key (Crypt4GH)", "API key", "Publication", "Link to your public key",
    ])
    func isNotOfferedWhereAnotherIs(_ title: String) throws {
        #expect(try Self.offers(title) == [])
    }

    @Test func isNoChoiceAndNoAddress() throws {
        for type in [FieldType.email, .option, .date, .attachment] {
            #expect(try Self.offers("Crypt4GH public key", type) == [])
        }
    }

    @Test func isPutInWhenItIsTaken() throws {
        var story = FormStory([FormStory.field("Crypt4GH public key", .text)])
        story.edit { $0.dataKey = Self.key }
        #expect(try story.answer("Crypt4GH public key") == .text(""))
        story.press(.function(3))
        #expect(try story.answer("Crypt4GH public key") == .text(Self.key.line))
    }
}
