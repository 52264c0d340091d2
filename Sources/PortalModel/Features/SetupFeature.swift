extension AppState {
    mutating func setupCommand(_ command: Command) -> [Effect] {
        // One portal is opened at a time.
        if command == .choose, setup.isOpening { return [] }
        return setup.step == .choice ? setupChoice(command) : setupForm(command)
    }

    private mutating func setupChoice(_ command: Command) -> [Effect] {
        switch command {
        case .moveUp, .moveToStart, .pageUp: setup.selection = 0
        case .moveDown, .moveToEnd, .pageDown: setup.selection = 1
        case .choose where setup.selection == 0:
            setup.isOpening = true
            setup.problem = nil
            return [.host(.openPortal(.demo))]
        case .choose: setup.step = .addresses
        default: break
        }
        return []
    }

    private mutating func setupForm(_ command: Command) -> [Effect] {
        let fields = SetupState.Field.allCases
        switch command {
        case .goBack: setup.step = .choice
        case .next: setup.field = fields[(setup.field.rawValue + 1) % fields.count]
        case .previous: setup.field = fields[(setup.field.rawValue + fields.count - 1) % fields.count]
        case .choose:
            if setup.field != .access {
                setup.field = fields[setup.field.rawValue + 1]
                return []
            }
            return openAddresses()
        default: break
        }
        return []
    }

    private mutating func openAddresses() -> [Effect] {
        let name = setup.name.text.trimmingSpaces
        let discovery = setup.discovery.text.trimmingSpaces
        let access = setup.access.text.trimmingSpaces
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        else {
            setup.field = .name
            setup.problem = "Give the portal a short name of letters, digits and dashes, such as “gdi”."
            return []
        }
        for (field, address) in [(SetupState.Field.discovery, discovery), (.access, access)] {
            if field == .access, address.isEmpty { continue }
            guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
                setup.field = field
                setup.problem = "An address begins with https:// (http:// only on this machine)."
                return []
            }
        }
        setup.problem = nil
        setup.isOpening = true
        return [.host(.openPortal(.addresses(name: name, discovery: discovery, access: access)))]
    }

    mutating func portalOpened(_ result: Result<ProfileInfo, PortalError>) -> [Effect] {
        setup.isOpening = false
        switch result {
        case .success(let profile):
            self.profile = profile
            screen = .browser
            return []
        case .failure(let error):
            setup.problem = [error.sentence, error.detail ?? ""].joined(separator: " ")
            return record(error)
        }
    }

    /// The text of the form's line with the cursor.
    var setupText: TextBuffer {
        get {
            switch setup.field {
            case .name: setup.name
            case .discovery: setup.discovery
            case .access: setup.access
            }
        }
        set {
            switch setup.field {
            case .name: setup.name = newValue
            case .discovery: setup.discovery = newValue
            case .access: setup.access = newValue
            }
        }
    }
}
