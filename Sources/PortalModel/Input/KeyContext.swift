/// Where the keys go. A key is looked up in the innermost context first; see `AppState.keyContexts`.
public enum KeyContext: String, Hashable, Sendable, CaseIterable {
    /// Control and function keys that work even while text is typed.
    case everywhere
    /// Keys that work wherever no text is typed.
    case global
    case browserList, browserSearch, facets, facetFind, facetCondition, dataset
    case basket
    case requests, requestsFind, request, granted
    case wizardDatasets, wizardText, wizardMultiline, wizardChoice, wizardCalendar, wizardTable, wizardCell, wizardFiles
    case wizardPath, wizardLicences, wizardReview, wizardResult
    case wizardComparison
    case setupChoice, portals, portalForm
    case help, palette, failures, health, sortMenu, menu, confirmation, textOverlay
    case members, invitation, memberQuestion, licence
    case login, loginPaste
    case person
    case exportMenu, answersPath, answersOffer

    /// The heading of the keys page and of the `?` overlay.
    public var title: String {
        switch self {
        case .everywhere: "Everywhere, even while typing"
        case .global: "Everywhere"
        case .browserList: "Datasets"
        case .browserSearch: "Searching"
        case .facets: "Facets"
        case .facetFind: "Finding a facet's value"
        case .facetCondition: "A facet's condition"
        case .dataset: "A dataset"
        case .basket: "Basket"
        case .requests: "Requests"
        case .requestsFind: "Finding a request"
        case .request: "A request"
        case .granted: "Granted access"
        case .wizardDatasets: "Request wizard: datasets"
        case .wizardText: "Request wizard: one-line field"
        case .wizardMultiline: "Request wizard: long text"
        case .wizardChoice: "Request wizard: choices"
        case .wizardCalendar: "Request wizard: calendar"
        case .wizardTable: "Request wizard: table"
        case .wizardCell: "Request wizard: a cell of a table"
        case .wizardFiles: "Request wizard: files"
        case .wizardPath: "Request wizard: attaching a file"
        case .wizardLicences: "Request wizard: licences"
        case .wizardReview: "Request wizard: review"
        case .wizardResult: "Request wizard: after sending"
        case .wizardComparison: "Request wizard: answers that differ"
        case .setupChoice: "First start"
        case .portals: "Portals"
        case .portalForm: "Setting up a portal"
        case .help: "Help"
        case .palette: "Commands"
        case .failures: "Failed calls"
        case .health: "Status of the services"
        case .sortMenu: "Sort order"
        case .menu: "A menu"
        case .confirmation: "A question"
        case .textOverlay: "A text"
        case .members: "Members of a request"
        case .invitation: "Inviting a member"
        case .memberQuestion: "Before somebody is removed"
        case .exportMenu: "Writing a request to a file"
        case .answersPath: "An answers file"
        case .answersOffer: "What an answers file would change"
        case .licence: "A licence"
        case .login: "Signing in"
        case .loginPaste: "Signing in: the address from the browser"
        case .person: "Your profile"
        }
    }

    /// Characters are typed into a text here, so only control and function keys can be commands.
    public var takesText: Bool {
        switch self {
        case .browserSearch, .facetCondition, .facetFind, .requestsFind, .wizardText, .wizardMultiline, .wizardChoice,
            .wizardTable, .wizardCell, .wizardPath, .portalForm, .help, .palette, .confirmation, .facets, .loginPaste,
            .invitation, .person, .answersPath:
            true
        default: false
        }
    }
}

extension AppState {
    /// The contexts that keys are looked up in now, innermost first.
    public var keyContexts: [KeyContext] {
        let inner = innerContext
        // A login is left by its own keys only, so that none is lost by a key that leads elsewhere.
        let stays = inner == .login || inner == .memberQuestion
        return inner.takesText || stays ? [inner, .everywhere] : [inner, .global, .everywhere]
    }

    private var innerContext: KeyContext {
        if overlay == .login, login?.pasted != nil { return .loginPaste }
        if case .members(let id) = overlay, let people = members[id] { return people.context }
        if overlay == .portals, portals.form != nil { return .portalForm }
        if let overlay { return overlay.context }
        switch screen {
        case .browser:
            switch browser.focus {
            case .list: return .browserList
            case .search: return .browserSearch
            case .facets:
                if browser.facets.condition != nil { return .facetCondition }
                return browser.facets.find.isEmpty ? .facets : .facetFind
            case .detail: return .dataset
            }
        case .basket: return .basket
        case .requests:
            if requests.open != nil { return .request }
            if requests.granted != nil { return .granted }
            return requests.isFinding ? .requestsFind : .requests
        case .wizard: return wizardContext
        case .setup: return .setupChoice
        }
    }
}

extension Overlay {
    var context: KeyContext {
        switch self {
        case .help: .help
        case .palette: .palette
        case .failures: .failures
        case .health: .health
        case .sort: .sortMenu
        case .menu, .chooseRequest: .menu
        case .confirm: .confirmation
        case .text: .textOverlay
        case .members: .members
        case .licence: .licence
        case .login: .login
        case .person: .person
        case .portals: .portals
        case .export: .exportMenu
        case .answersFile(let prompt): if case .offer = prompt.stage { .answersOffer } else { .answersPath }
        }
    }
}

extension MembersState {
    fileprivate var context: KeyContext { question != nil ? .memberQuestion : isInviting ? .invitation : .members }
}
