import Foundation
import PortalModel

extension Scene {
    static let login = [
        scene("login-offered", .offered),
        scene("login-device", .waiting(.device(devicePrompt))),
        scene("login-device-long", .waiting(.device(longDevice))),
        scene("login-browser", .waiting(.browser(browserPrompt)), way: .browser),
        scene(
            "login-browser-paste", .waiting(.browser(browserPrompt)), way: .browser,
            pasted: TextBuffer("http://127.0.0.1:41287/callback?sta"),
            note: .notTheAnswer(.otherSignIn)),
        scene("login-expired", .ended(.expired)),
        scene("login-clock", .ended(.wrongClock(minutesAhead: -61))),
        Scene("signed-out") {
            $0.profile?.user = nil
            $0.profile?.signInWay = .device
        },
    ]

    private static let devicePrompt = DevicePrompt(
        code: "WDJB-MJHT", address: "https://login.portal.example/device",
        completeAddress: "https://login.portal.example/device?user_code=WDJB-MJHT",
        expires: SampleDatasets.now.addingTimeInterval(581))

    private static let longDevice = DevicePrompt(
        code: "WDJBMJHT", address: "https://login.portal.example/auth/realms/genomic-data-infrastructure/device",
        completeAddress: "https://login.portal.example/auth/realms/genomic-data-infrastructure/device"
            + "?user_code=WDJBMJHT&client_id=portal-terminal",
        expires: SampleDatasets.now.addingTimeInterval(59.2))

    private static let browserPrompt = BrowserPrompt(
        address: "https://login.portal.example/auth/realms/gdi/protocol/openid-connect/auth?response_type=code&"
            + "client_id=portal-terminal&redirect_uri=http%3A%2F%2F127.0.0.1%3A41287%2Fcallback&scope=openid%20"
            + "profile%20email&state=o0Xk2cWfGxPzvTtR6rVkNw&nonce=Zl3v9mP4bT8uQwYx1sKdJg&code_challenge="
            + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256",
        port: 41287, host: "login2.cluster.example", expires: SampleDatasets.now.addingTimeInterval(600))

    private static func scene(
        _ name: String, _ step: LoginState.Step, way: LoginWay = .device, pasted: TextBuffer? = nil,
        note: LoginFailure? = nil
    ) -> Scene {
        Scene(name) { state in
            state.profile?.user = nil
            state.profile?.signInWay = way
            state.overlay = .login
            state.login = LoginState(number: 1, way: way, step: step, pasted: pasted, note: note)
        }
    }
}
