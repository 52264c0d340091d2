import SecretMemory
import Testing

@testable import Sealing

/// The kernel keeps an opened key, or says that it does not.
@Suite struct SessionKeyringTests {
    @Test func aKeyIsKeptAndForgottenOrNeverThere() throws {
        let key = try key()
        #expect(SessionKeyring.find(key.id) == nil)
        if SessionKeyring.keep(key, seconds: 60) {
            #expect(SessionKeyring.find(key.id)?.secret.isEqual(to: key.secret) == true)
            #expect(SessionKeyring.forget(key.id))
        }
        // Where keyrings are refused that is so from the beginning.
        #expect(SessionKeyring.find(key.id) == nil)
        #expect(!SessionKeyring.forget(key.id))
    }
}
