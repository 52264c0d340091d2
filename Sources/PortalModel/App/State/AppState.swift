import FoundationEssentials

/// The whole state of the program. Changed by `reduce(into:_:)` only.
///
/// It is copied with every frame: what is large and seldom changes lies apart.
public struct AppState: Equatable, Sendable {
    /// Set by the store before each action; the reducer reads no clock.
    public var now: Date
    /// Its size, and what the person wants of it.
    public var terminal: TerminalState
    /// The portal that is open; nil before there is one.
    public var profile: ProfileInfo?
    /// The languages that labels are shown in, best first.
    public var languages: [String]
    /// The key table, with the person's own keys.
    public var keys: KeyMap

    /// Stays while something lies over it.
    public var screen: Screen
    /// There is one at most; what opens from it takes its place.
    @Boxed public var overlay: Overlay?
    /// Outlasts other screens: coming back finds search, cursor and marks as they were.
    public var browser: BrowserState
    /// The same on every screen; written to the disk with each change.
    public var basket: BasketState
    /// What the portal has of the person, and what lies here.
    @Boxed public var requests: RequestsState
    /// The request that is filled in. Left with writes under way it stays until they are answered; another one puts it
    /// among `parkedWizards`.
    @Boxed public var wizard: WizardState?
    /// Wizards that were left for another while writes of theirs were under way.
    public var parkedWizards: [WizardState]
    /// Matters only while no portal is open.
    @Boxed public var setup: SetupState
    /// Kept when their overlay is closed, so that a trial under way is not lost.
    @Boxed public var portals = PortalsState()
    /// Nil while nobody signs in. It outlasts its overlay.
    @Boxed public var login: LoginState?
    /// Kept when its overlay is closed.
    public var health = HealthState()
    /// Whether the portal tells at once what changes.
    public var channel = ChannelState.none
    /// The program was asked to let it tell.
    var isFollowing = false
    /// The visas of the person; kept when its overlay is closed.
    @Boxed public var passport = PassportState()
    /// Datasets beside each other; nil while none are compared. It outlasts the choice of a file for it.
    public var comparison: ComparisonState?
    /// What forms ask of the person, as it is kept on this machine.
    public var person = PersonalProfile()
    /// The person's public key that data is encrypted for, as it was at the start.
    public var dataKey: DataKey?
    /// What was searched for at this portal.
    public var searches = KeptSearches()
    /// Searches that are kept under a name.
    @Boxed public var saved = SavedSearchesState()
    /// The catalogue as it is kept on this machine.
    @Boxed public var mirror = MirrorPaneState()
    /// The data of a dataset, and what is on its way.
    @Boxed public var fetching = FetchingState()
    /// One search of all portals; kept when its overlay is closed, and when another portal is opened.
    @Boxed public var allPortals = AllPortalsState()
    /// How often a variant is seen; it outlasts its overlay.
    @Boxed public var frequencies = FrequenciesState()
    /// Answers of earlier requests, to be offered where they are asked for again.
    public var earlier = EarlierRequests()
    /// The writing of several datasets that is under way.
    public internal(set) var exporting: CollectionExporting?
    /// What the portal knows as organisations, to be offered where a form asks for one.
    var organizations = OfferedOrganizations()
    /// The offer to sign in has come up since the last login: it does not come again by itself.
    var hasOfferedSignIn = false
    /// The people of applications that were looked at, and what is being done about them.
    public var members: [ApplicationID: MembersState] = [:]
    /// The message at the foot of the screen; nil when there is none.
    public var toast: Toast?
    /// How many letters have come one after another into an answer. Until the hands rest, what is told beside it stays as
    /// it is: on a slow line that would be twice the bytes of the letters, and nobody reads it meanwhile.
    public var lettersTyped = 0
    var message = MessageState()
    /// Chosen in the palette, the newest first.
    var recentCommands: [Command] = []
    /// A key that did nothing, and those that came right after it.
    var stray: StrayKeys?
    /// When the last key came, and when the question on the screen was asked.
    var lastKeyAt = Date.distantPast
    var askedAt = Date.distantPast
    /// What went wrong in this run, oldest first.
    public var failures: [FailureRecord]
    /// What the demo portal is doing before it answers; nil as soon as it does.
    public var reading: CatalogueReading?
    /// Calls that wait before their next try.
    public var waits: [CallWait] = []
    /// A service has failed, and nothing was asked for by the person since: it may be left alone.
    var hasPortalFailed = false
    /// Numbers reads; see `ReadID`.
    public var lastRead: Int
    /// The end has begun: what is on its way to the disk is waited for, and asked about where the disk refuses it.
    public var isQuitting: Bool
    /// The greatest useful offset of the text in sight, as the view last measured it.
    public var scrollLimit: Int
    /// The text on screen was measured, and all of it is in sight.
    public var textFits = false
    /// Until the text is measured: further down than any text reaches, and the view stops at the end.
    static let unmeasured = 1 << 40

    public init(
        now: Date, terminal: TerminalState, profile: ProfileInfo? = nil, languages: [String] = ["en"],
        keys: KeyMap = .standard
    ) {
        self.now = now
        self.terminal = terminal
        self.profile = profile
        self.languages = languages
        self.keys = keys
        screen = profile == nil ? .setup : .browser
        overlay = nil
        wizard = nil
        login = nil
        browser = BrowserState()
        basket = BasketState()
        requests = RequestsState()
        parkedWizards = []
        setup = SetupState()
        failures = []
        lastRead = 0
        isQuitting = false
        scrollLimit = 0
    }

    /// A fresh id for a read of `slot`.
    mutating func nextRead(_ slot: ReadSlot, asksAnew: Bool = false) -> ReadID {
        lastRead += 1
        return ReadID(
            slot, lastRead, asksAnew: asksAnew, source: slot.isOfCatalogue ? browser.source : .portal)
    }
}

/// The panes of the program.
public enum Screen: Hashable, Sendable {
    /// Datasets, what was put aside, what was asked for, the request that is filled in, and the first start.
    case browser, basket, requests, wizard, setup
}

/// What lies over the screen and takes the keys.
public enum Overlay: Equatable, Sendable {
    /// What can be done in the contexts below it, narrowed by the words that are typed.
    case help(find: TextBuffer, offset: Int)
    /// Every command by its name.
    case palette(Palette)
    /// The calls that went wrong in this run.
    case failures(offset: Int)
    /// How the portal's services are; see `AppState.health`.
    case health(offset: Int)
    /// The visas of the person's passport; see `AppState.passport`.
    case passport(offset: Int)
    /// The data of a dataset; see `AppState.fetching`.
    case fetching
    /// The orders of the results, by their place in `offeredOrders`.
    case sort(selection: Int)
    /// One of several things is chosen, or some are ticked.
    case menu(Menu)
    /// The basket holds several requests: which is it to be?
    case chooseRequest(selection: Int)
    /// A question that holds everything up until it is answered or left.
    case confirm(Confirmation)
    /// A text to read or copy in full, such as an address when the clipboard cannot be reached.
    case text(title: Message, body: Message, offset: Int)
    /// The licence under the wizard's cursor, in full.
    case licence(offset: Int)
    /// The people of an application; see `AppState.members`.
    case members(ApplicationID)
    /// Signing in; see `AppState.login`, which outlasts other overlays.
    case login
    /// The personal profile.
    case person(PersonForm)
    /// The portals that are set up; see `AppState.portals`.
    case portals
    /// The catalogue that is kept on this machine; see `AppState.mirror`.
    case mirror(offset: Int)
    /// Datasets beside each other; see `AppState.comparison`.
    case comparison
    /// The searches that are kept under a name; see `AppState.saved`.
    case savedSearches
    /// What is new since the person was last here; see `AppState.news`.
    case news(selection: Int)
    /// One search of all portals; see `AppState.allPortals`.
    case allPortals
    /// How often a variant is seen; see `AppState.frequencies`.
    case frequencies
    /// What the page of the open dataset says, narrowed by the words that are typed.
    case datasetFind(find: TextBuffer, offset: Int)
    /// In which form the request on the screen is written to a file.
    case export(selection: Int)
    /// The path of an answers file or of a dataset's description, and what is done with it.
    case answersFile(AnswersPrompt)
}

/// The command palette: what was typed and which of the matching commands is chosen.
public struct Palette: Equatable, Sendable {
    /// The words that are typed; they are looked for in names, help and synonyms.
    public var find: TextBuffer
    /// Among the commands that match.
    public var selection: Int

    public init(find: TextBuffer = TextBuffer(), selection: Int = 0) {
        self.find = find
        self.selection = selection
    }
}

/// What the terminal is like.
public struct TerminalState: Equatable, Sendable {
    /// As the terminal last told; small ones are drawn as a sentence that says so.
    public var columns: Int
    /// As the terminal last told.
    public var rows: Int
    /// Show the selection as a bar too, not only as a marker: costs bytes, so off over SSH.
    public var showsSelectionBar: Bool
    /// The program has the mouse; else the terminal selects text with it.
    public var usesMouse: Bool
    /// Nothing moves by itself but what has changed (`NO_MOTION`).
    public var isStill: Bool

    public init(
        columns: Int, rows: Int, showsSelectionBar: Bool = true, usesMouse: Bool = true, isStill: Bool = false
    ) {
        self.columns = columns
        self.rows = rows
        self.showsSelectionBar = showsSelectionBar
        self.usesMouse = usesMouse
        self.isStill = isStill
    }

    /// Below it nothing is drawn but a sentence.
    public static let minimumColumns = 40
    /// Below it nothing is drawn but a sentence.
    public static let minimumRows = 10
    /// Nothing can be done but to make it larger, or to quit; what is there is kept.
    public var isTooSmall: Bool { columns < Self.minimumColumns || rows < Self.minimumRows }
    /// The detail stands beside the list.
    public var isWide: Bool { columns >= 120 }
    /// Facets, list and detail stand side by side.
    public var isVeryWide: Bool { columns >= 160 }
}

/// Which portal this is.
public struct ProfileInfo: Hashable, Sendable {
    /// The profile's name: drafts, basket and cache belong to it.
    public var name: String
    /// What people call it, for the heading.
    public var title: String
    /// Nil while nobody is signed in.
    public var user: String?
    /// The way of signing in that suits this terminal; nil for a portal where nobody signs in with this program.
    public var signInWay: LoginWay?
    /// A standing warning, such as unencrypted HTTP.
    public var warning: String?
    /// It tells at once what changes (`notifications:` of the profile).
    public var isFollowed = false
    /// Grows smaller as the services show what they do not offer.
    public var capabilities: Capabilities
    /// In the order in which they are shown.
    public var services: [ServicePlace]
    /// Of the REMS behind the portal, where people read what committees wrote; without a slash at its end. Nil where the
    /// profile does not know it.
    public var remsAddress: String?
    /// Whom to ask about requests: an address for mail or of a page. Nil where the profile names none.
    public var helpdesk: String?

    /// What is typed behind a command for it to mean this portal.
    public var flags: [String] { name == "demo" ? ["--demo"] : ["--profile", DataWays.quoted(name)] }

    public init(
        name: String, title: String, user: String? = nil, signInWay: LoginWay? = nil,
        warning: String? = nil,
        capabilities: Capabilities = Capabilities(), services: [ServicePlace] = [], remsAddress: String? = nil
    ) {
        self.name = name
        self.title = title
        self.user = user
        self.signInWay = signInWay
        self.warning = warning
        self.capabilities = capabilities
        self.services = services
        self.remsAddress = remsAddress
    }
}
