extension KeyMap {
    /// The keys as they come. Arrows and hjkl, as users of terminal programs expect.
    public static let standard = KeyMap(
        browserKeys + facetKeys + datasetKeys + basketKeys + requestKeys + grantedKeys + documentKeys + widgetKeys
            + licenceKeys + wizardKeys + setupKeys + portalKeys + overlayKeys + memberKeys + loginKeys + personKeys
            + refreshKeys
            + movementKeys + globalKeys)

    private static let browserKeys: [KeyBinding] = [
        KeyBinding(
            [.enter, .right, .character("l")], .open, in: [.browserList], "open", "Open the dataset.",
            importance: 9),
        KeyBinding(
            [.character(" ")], .toggleMark, in: [.browserList], "mark",
            "Mark the dataset; marked ones go into the basket together.", importance: 4),
        KeyBinding(
            [.character("V")], .markRange, in: [.browserList], "range",
            "Mark from the last marked dataset to the cursor."),
        KeyBinding(
            [.character("b")], .addToBasket, in: [.browserList, .dataset], "basket",
            "Put the dataset, or all marked ones, into the basket; takes it out when it is in.", importance: 8),
        KeyBinding(
            [.character("f")], .showFacets, in: [.browserList], "facets", "Narrow the results by facets.",
            importance: 6),
        KeyBinding([.character("s")], .chooseSort, in: [.browserList], "sort", "Choose the order.", importance: 3),
        KeyBinding(
            [.character("/")], .search, in: [.browserList, .dataset, .basket], "search", "Search as you type.",
            importance: 7),
        KeyBinding(
            [.character("n")], .newRequest, in: [.browserList, .dataset], "request",
            "Ask for access to this dataset now.",
            importance: 5),
        KeyBinding(
            [.character("a")], .toggleMatching, in: [.browserList], "all/any",
            "Match all of the words, or any of them. Facets have no part in it."),
        KeyBinding(
            [.character("B")], .toggleBeacon, in: [.browserList], "Beacon",
            "Ask the Beacon network too: its facets need it (slower, and only for people who signed in)."),
        KeyBinding(
            [.character("x"), .backspace], .removeLastFacet, in: [.browserList], "last facet",
            "Take the facet off that was added last."),
        KeyBinding([.character("X")], .clearFacets, in: [.browserList], "no facets", "Remove all facets."),
        KeyBinding(
            [.character("z"), .control("_")], .undoSearch, in: [.browserList], "undo",
            "Take back the last change of the facets or the search."),
        KeyBinding(
            [.enter, .down], .leaveSearch, in: [.browserSearch], "to the list", "Go to the results.", importance: 9),
        KeyBinding(
            [.escape], .clearSearch, in: [.browserSearch], "clear", "Clear the search and go to the list.",
            importance: 8),
    ]

    /// Last of each screen's own, since most screens keep themselves fresh.
    private static let refreshKeys: [KeyBinding] = [
        KeyBinding(
            [.character("r")], .refresh, in: [.browserList, .dataset, .requests, .request, .granted], "refresh",
            "Fetch again.", importance: 2)
    ]

    private static let datasetKeys: [KeyBinding] = [
        KeyBinding(
            [.enter], .open, in: [.dataset], "open",
            "Open the dataset of the series under the cursor, or what this dataset is part of.", importance: 5),
        KeyBinding(
            [.character(" ")], .toggleMark, in: [.dataset], "mark", "Mark a dataset of the series.", importance: 4),
        KeyBinding(
            [.tab, .character("]")], .nextTab, in: [.dataset], "next part", "Next part of the description.",
            importance: 7),
        KeyBinding([.backTab, .character("[")], .previousTab, in: [.dataset], "part before", "Part before."),
        KeyBinding(
            [.character("y")], .copyIdentifier, in: [.browserList, .dataset], "copy id", "Copy the identifier.",
            importance: 3),
        KeyBinding(
            [.character("u")], .copyAddress, in: [.browserList, .dataset], "copy address",
            "Copy the address where the dataset is to be had.", importance: 3),
        KeyBinding(
            [.character("c")], .copyContact, in: [.dataset], "copy contact", "Copy the address of the contact."),
        KeyBinding(
            [.character("e")], .exportDataset, in: [.dataset], "export",
            "Write the description into a file, as RDF/XML, Turtle or JSON-LD.", importance: 4),
        KeyBinding(
            [.escape, .left, .character("h"), .character("q")], .goBack, in: [.dataset], "back", "Back to the list.",
            importance: 6),
    ]

    private static let basketKeys: [KeyBinding] = [
        KeyBinding(
            [.character("n")], .newRequest, in: [.basket], "new request",
            "Ask for access to what is in the basket.", importance: 8),
        KeyBinding(
            [.enter, .right, .character("l")], .open, in: [.basket], "open", "Open the dataset.", importance: 7),
        KeyBinding(
            [.character("d"), .delete], .removeFromBasket, in: [.basket], "remove", "Take the dataset out.",
            importance: 6),
        KeyBinding(
            [.character("u")], .undoRemove, in: [.basket], "undo", "Put back what was taken out last.", importance: 5),
    ]

    private static let setupKeys: [KeyBinding] = [
        KeyBinding([.enter], .choose, in: [.setupChoice], "go on", "Go on with this.", importance: 9)
    ]

    private static let overlayKeys: [KeyBinding] = [
        KeyBinding(
            [.escape], .goBack,
            in: [.help, .palette, .failures, .health, .sortMenu, .menu, .confirmation, .textOverlay],
            "back", "Close this.", importance: 9),
        KeyBinding(
            [.character("q")], .goBack, in: [.failures, .health, .sortMenu, .menu, .textOverlay], "back", "Close this."),
        KeyBinding(
            [.character("r")], .refresh, in: [.health], "ask again", "Ask all services again.", importance: 8),
        KeyBinding(
            [.enter], .choose, in: [.palette, .sortMenu, .menu, .confirmation], "go", "Do it.", importance: 8),
        KeyBinding(
            [.function(10)], .affirm, in: [.confirmation], "do it", "Answer yes with one key.", importance: 8),
        KeyBinding(
            [.down, .tab, .control("n")], .moveDown, in: [.palette, .help], "down", "Next line."),
        KeyBinding([.up, .backTab, .control("p")], .moveUp, in: [.palette, .help], "up", "Line before."),
        KeyBinding(
            [.character("y")], .copyIdentifier, in: [.textOverlay], "copy", "Copy the text.", importance: 5),
    ]

    private static let loginKeys: [KeyBinding] = [
        KeyBinding(
            [.enter], .beginSignIn, in: [.login], "sign in", "Begin to sign in, or begin again.", importance: 9),
        KeyBinding(
            [.character("c")], .copySignInAddress, in: [.login], "copy address", "Copy the address to open.",
            importance: 8),
        KeyBinding(
            [.character("y")], .copySignInCode, in: [.login], "copy code", "Copy the code alone.", importance: 7),
        KeyBinding(
            [.character("p")], .pasteAnswer, in: [.login], "paste",
            "Paste the address at which the browser ended.", importance: 7),
        KeyBinding(
            [.character("o"), .tab], .otherSignInWay, in: [.login], "other way",
            "Sign in by a browser instead of a code, or the other way round.", importance: 6),
        KeyBinding(
            [.escape, .character("q")], .goBack, in: [.login], "stop", "Stop signing in; everything else is as it was.",
            importance: 5),
        KeyBinding([.enter], .choose, in: [.loginPaste], "go on", "Go on with this address.", importance: 9),
        KeyBinding([.escape], .goBack, in: [.loginPaste], "back", "Do not paste.", importance: 8),
    ]

    private static let lists: [KeyContext] = [
        .browserList, .basket, .requests, .granted, .wizardDatasets, .wizardReview, .setupChoice, .portals, .sortMenu,
        .menu,
        .wizardResult, .health, .members, .wizardComparison,
    ]

    /// Longer than the screen as a rule, so that the footer says how to go on.
    private static let texts: [KeyContext] = [
        .wizardLicences, .licence, .failures, .textOverlay, .help,
    ]

    private static let records: [KeyContext] = [.dataset, .request]
    private static let steps = lists + records + texts.filter { $0 != .help }

    private static let movementKeys: [KeyBinding] = [
        KeyBinding([.down, .character("j")], .moveDown, in: steps, "down", "One down."),
        KeyBinding([.up, .character("k")], .moveUp, in: steps, "up", "One up."),
        KeyBinding(
            [.down], .moveDown, in: [.facets, .facetFind, .wizardChoice, .wizardMultiline] + wizardGrids, "down",
            "One down."),
        KeyBinding(
            [.up], .moveUp, in: [.facets, .facetFind, .wizardChoice, .wizardMultiline] + wizardGrids, "up", "One up."),
        KeyBinding([.pageDown, .control("f")], .pageDown, in: lists, "page down", "A page down."),
        KeyBinding(
            [.pageDown, .control("f")], .pageDown, in: texts, "more", "A page down.", importance: 4),
        KeyBinding(
            [.pageDown, .control("f")], .pageDown, in: records, "more", "A page down.", importance: 2),
        KeyBinding([.pageUp, .control("b")], .pageUp, in: lists + records + texts, "page up", "A page up."),
        KeyBinding(
            [.pageDown], .pageDown, in: [.facets, .facetFind, .wizardMultiline, .wizardTable, .wizardPath], "page down",
            "A page down."),
        KeyBinding(
            [.pageUp], .pageUp, in: [.facets, .facetFind, .wizardMultiline, .wizardTable, .wizardPath], "page up",
            "A page up."),
        KeyBinding([.home, .character("g")], .moveToStart, in: steps, "first", "To the beginning."),
        KeyBinding([.end, .character("G")], .moveToEnd, in: steps, "last", "To the end."),
    ]

    private static let globalKeys: [KeyBinding] = [
        KeyBinding([.character("I")], .signIn, in: [.global], "sign in", "Sign in to the portal."),
        KeyBinding([.function(6)], .signIn, in: [.everywhere], "sign in", "Sign in to the portal."),
        KeyBinding([.character("O")], .signOut, in: [.global], "sign out", "Sign out and forget the sign-in here."),
        KeyBinding([.character("1")], .showBrowser, in: [.global], "datasets", "Go to the datasets."),
        KeyBinding([.character("2")], .showBasket, in: [.global], "basket", "Go to the basket."),
        KeyBinding([.character("3")], .showRequests, in: [.global], "requests", "Go to the requests."),
        KeyBinding(
            [.character(":")], .showPalette, in: [.global], "commands", "Choose any command by name.", importance: 5),
        KeyBinding(
            [.function(2), .alt("x")], .showPalette, in: [.everywhere], "commands", "Choose any command by name.",
            importance: 1),
        KeyBinding([.character("L")], .showFailures, in: [.global], "log", "Show the calls that failed."),
        KeyBinding(
            [.character("S")], .showHealth, in: [.global], "status", "Ask the portal's services how they are."),
        KeyBinding([.function(7)], .showHealth, in: [.everywhere], "status", "Ask the portal's services how they are."),
        KeyBinding(
            [.character("M")], .toggleMouse, in: [.global], "mouse", "Let the terminal select text, or take the mouse."),
        KeyBinding(
            [.character("q")], .quit, in: [.global], "quit", "End the program; everything is kept.", importance: 2),
        KeyBinding([.escape], .goBack, in: [.global], "back", "One level up; stops what is loading."),
        KeyBinding(
            [.character("?")], .showHelp, in: [.global], "help", "Show what can be done here.",
            importance: 10),
        KeyBinding([.function(1)], .showHelp, in: [.everywhere], "help", "Show what can be done here.", importance: 6),
        KeyBinding([.control("c")], .cancel, in: [.everywhere], "stop", "Stop what is running; never quits."),
        KeyBinding([.control("z")], .suspend, in: [.everywhere], "suspend", "To the shell; fg comes back."),
        KeyBinding([.control("l")], .redraw, in: [.everywhere], "redraw", "Draw the screen anew."),
    ]
}
