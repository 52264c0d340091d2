import Synchronization

/// Carries out the effects of signing in and out, one attempt at a time.
final class LoginRunner: Sendable {
    private let identity: IdentityService
    private let deliver: @Sendable (AppAction) -> Void
    private let attempt = Mutex<Task<Void, Never>?>(nil)

    init(_ identity: IdentityService, deliver: @escaping @Sendable (AppAction) -> Void) {
        self.identity = identity
        self.deliver = deliver
    }

    func run(_ work: IdentityWork) {
        switch work {
        case .signIn(let number, let way): signIn(number, way)
        case .pasteSignIn(let number, let text): paste(number, text)
        case .cancelSignIn: attempt.withLock { $0 }?.cancel()
        case .signOut: signOut()
        }
    }

    private func signIn(_ number: Int, _ way: LoginWay) {
        let (identity, deliver) = (identity, deliver)
        attempt.withLock { attempt in
            let before = attempt
            before?.cancel()
            attempt = Task {
                // It may still hold the port that this one needs.
                await before?.value
                let result: Result<Account?, LoginFailure>
                do throws(LoginFailure) {
                    result = .success(
                        try await identity.signIn(way) { prompt in deliver(.identity(.prompted(number, prompt))) })
                } catch {
                    result = .failure(error)
                }
                deliver(.identity(.ended(number, result)))
            }
        }
    }

    private func paste(_ number: Int, _ text: String) {
        let (identity, deliver) = (identity, deliver)
        Task {
            do throws(LoginFailure) {
                try await identity.paste(text)
                deliver(.identity(.pasted(number, nil)))
            } catch {
                deliver(.identity(.pasted(number, error)))
            }
        }
    }

    private func signOut() {
        let (identity, deliver) = (identity, deliver)
        attempt.withLock { $0 }?.cancel()
        Task { deliver(.identity(.signedOut(await identity.signOut()))) }
    }
}
