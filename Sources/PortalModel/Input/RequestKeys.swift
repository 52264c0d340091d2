extension KeyMap {
    /// The keys of the list of requests and of a request.
    static let requestKeys: [KeyBinding] = [
        KeyBinding(
            [.enter, .right, .character("l")], .open, in: [.requests], "open",
            "Open the request; go on with it when it is a draft.", importance: 9),
        KeyBinding(
            [.character("e")], .editRequest, in: [.requests, .request], "edit",
            "Go on with the draft, or with the returned request.", importance: 7),
        KeyBinding(
            [.character("n")], .newRequest, in: [.requests], "new request",
            "Ask for access to what is in the basket.", importance: 5),
        KeyBinding(
            [.character("c")], .copyRequest, in: [.requests, .request], "copy as new",
            "Make a new request for the same datasets, with these answers.", importance: 3),
        KeyBinding(
            [.character("d"), .delete], .deleteRequest, in: [.requests, .request], "delete", "Delete the draft.",
            importance: 4, isDestructive: true),
        KeyBinding(
            [.character("/")], .findRequest, in: [.requests], "find", "Find among the requests.", importance: 4),
        KeyBinding([.character("s")], .sortRequests, in: [.requests], "sort", "Next order.", importance: 3),
        KeyBinding(
            [.character("f")], .filterRequests, in: [.requests], "state", "Show the requests of one state only.",
            importance: 4),
        KeyBinding(
            [.character("a")], .showGranted, in: [.requests], "access", "Show what you have access to, and until when.",
            importance: 3),
        KeyBinding(
            [.character("m")], .markAllRead, in: [.requests], "read", "Mark all that is new as read.", importance: 1),
        KeyBinding(
            [.enter, .down], .choose, in: [.requestsFind], "to the list", "Go to the list.", importance: 9),
        KeyBinding([.escape], .goBack, in: [.requestsFind], "clear", "Show all again.", importance: 8),
        KeyBinding(
            [.character("x")], .closeRequest, in: [.request], "close",
            "Close the request: the committee goes no further with it.", importance: 4, isDestructive: true),
        KeyBinding(
            [.character("D")], .changeDatasets, in: [.request], "datasets",
            "Ask for other datasets, out of those of the request and of the basket.", importance: 3),
        KeyBinding(
            [.character("a")], .showFiles, in: [.request], "files", "Fetch an attached file, or read it here.",
            importance: 3),
        KeyBinding(
            [.character("u")], .copyAddress, in: [.request], "copy address",
            "Copy the address at which the portal's REMS shows the request."),
        KeyBinding(
            [.character("y")], .copyIdentifier, in: [.request], "copy id", "Copy the identifier.", importance: 3),
        KeyBinding(
            [.escape, .left, .character("h"), .character("q")], .goBack, in: [.request], "back", "Back to the list.",
            importance: 6),
    ]

    static let grantedKeys: [KeyBinding] = [
        KeyBinding(
            [.enter, .right, .character("l")], .open, in: [.granted], "open", "Open the request that it came from.",
            importance: 8),
        KeyBinding(
            [.character("c")], .renewAccess, in: [.granted], "renew", "Ask for it again with a copy of the request.",
            importance: 7),
        KeyBinding(
            [.character("C")], .copyTable, in: [.granted], "copy as CSV",
            "Copy the whole list as comma-separated values.", importance: 5),
        KeyBinding(
            [.character("y")], .copyIdentifier, in: [.granted], "copy id", "Copy the dataset's identifier.",
            importance: 3),
        KeyBinding(
            [.escape, .left, .character("h"), .character("q")], .goBack, in: [.granted], "back",
            "Back to the requests.", importance: 6),
        KeyBinding(
            [.character(" ")], .toggleChoice, in: [.menu], "tick", "Tick or untick.", importance: 7),
        KeyBinding(
            [.character("o")], .openFile, in: [.menu], "read", "Fetch the file and read it here.", importance: 7),
    ]
}
