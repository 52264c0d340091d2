extension KeyContext {
    /// Signing in.
    public static let login = KeyContext("login", "Signing in", holdsKeys: true)
    /// The field for the address at which the browser ended.
    public static let loginPaste = KeyContext(
        "loginPaste", "Signing in: the address from the browser", takesText: true)
}

/// Signing in. The login itself outlasts what is laid over it (`AppState.login`).
struct SignInPane: Pane {
    static let commands: [CommandSpec] = [
        CommandSpec(
            [.enter], .beginSignIn, in: [.login], "sign in", "Begin to sign in, or begin again.", importance: 9,
            when: { state in
                switch state.login?.step {
                case .offered, .ended: state.whereSignedIn(.available)
                case .beginning, .waiting, nil: .hidden
                }
            },
            run: { state in state.login.map { state.beginLogin($0.way) } ?? [] }),
        CommandSpec(
            [.character("c")], .copySignInAddress, in: [.login], "copy address", "Copy the address to open.",
            importance: 8, when: { $0.whereSignedIn($0.login?.prompt == nil ? .hidden : .available) },
            run: { state in state.login?.prompt.map { [.host(.copy($0.addressToCopy))] } ?? [] }),
        CommandSpec(
            [.character("y")], .copySignInCode, in: [.login], "copy code", "Copy the code alone.", importance: 7,
            when: { $0.whereSignedIn($0.signInCode == nil ? .hidden : .available) },
            run: { state in state.signInCode.map { [.host(.copy($0))] } ?? [] }),
        CommandSpec(
            [.character("p")], .pasteAnswer, in: [.login], "paste",
            "Paste the address at which the browser ended.", importance: 7,
            when: { state in
                guard case .waiting(.browser) = state.login?.step else { return .hidden }
                return state.whereSignedIn(.available)
            },
            run: {
                $0.login?.pasted = TextBuffer()
                return []
            }),
        CommandSpec(
            [.character("o"), .tab], .otherSignInWay, in: [.login], "other way",
            "Sign in by a browser instead of a code, or the other way round.", importance: 6,
            when: { $0.whereSignedIn($0.login == nil ? .hidden : .available) },
            run: { state in state.login.map { state.beginLogin($0.way.other) } ?? [] }),
        CommandSpec(
            [.escape, .character("q")], .goBack, in: [.login], "stop", "Stop signing in; everything else is as it was.",
            importance: 5, run: { $0.leaveLogin() }),
        CommandSpec(
            [.enter], .choose, in: [.loginPaste], "go on", "Go on with this address.", importance: 9,
            run: { $0.submitPasted() }),
        CommandSpec(
            [.escape], .goBack, in: [.loginPaste], "back", "Do not paste.", importance: 8,
            run: { $0.leaveLoginOrPaste() }),
        CommandSpec(
            [.character("I")], .signIn, in: [.global], "sign in", "Sign in to the portal.",
            also: ["login", "log in", "authenticate"], when: { $0.signInAvailability }, run: { $0.signIn() }),
        CommandSpec(
            [.function(6)], .signIn, in: [.everywhere], "sign in", "Sign in to the portal.",
            when: { $0.signInAvailability }, run: { $0.signIn() }),
        CommandSpec(
            [.character("O")], .signOut, in: [.global], "sign out", "Sign out and forget the sign-in here.",
            also: ["logout", "log out"], when: { $0.signOutAvailability }, run: { $0.signOut() }),
    ]

    func context(in state: AppState) -> KeyContext { state.login?.pasted == nil ? .login : .loginPaste }

    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] {
        guard var pasted = state.login?.pasted else { return [] }
        change(&pasted)
        state.login?.pasted = pasted
        return []
    }

    func paste(_ text: String, in state: inout AppState) -> [Effect] { state.pasteIntoLogin(text) }
}

extension AppState {
    /// One step back: from the field for the address, else out of the login.
    mutating func leaveLoginOrPaste() -> [Effect] {
        guard login?.pasted != nil else { return leaveLogin() }
        login?.pasted = nil
        login?.note = nil
        return []
    }

    fileprivate var signInCode: String? {
        if case .device(let prompt) = login?.prompt { prompt.code } else { nil }
    }

    /// Where nobody signs in with this program, its commands are out of place.
    fileprivate func whereSignedIn(_ availability: Availability) -> Availability {
        profile?.signInWay == nil ? .hidden : availability
    }

    fileprivate var signInAvailability: Availability {
        profile?.signInWay == nil ? noSignIn : .available
    }

    fileprivate var signOutAvailability: Availability {
        guard profile?.signInWay != nil else { return noSignIn }
        return profile?.user == nil ? .unavailable(reason: .signIn(.nobody)) : .available
    }

    private var noSignIn: Availability {
        .unavailable(
            reason: profile?.user.map { .signIn(.serviceAccount(name: $0)) }
                ?? .signIn(.noPlace))
    }
}
