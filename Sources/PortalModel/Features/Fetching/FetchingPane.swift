extension KeyContext {
    /// The data of a dataset.
    public static let fetching = KeyContext("data", "The data", moves: .list)
    /// The folder that data is fetched into, while it is typed.
    public static let dataFolder = KeyContext("dataFolder", "Where the data goes", takesText: true)
}

/// Where the data of a dataset lie, its files, and what is on its way. All of it outlasts the overlay (`AppState.fetching`).
struct FetchingPane: Pane {
    static let commands: [CommandSpec] = [
        CommandSpec(
            [.character("f")], .showData, in: [.granted, .request], "data",
            "Get the data: where they lie, the files, and what of them is here.", importance: 7,
            also: ["fetch", "download", "files", "archive", "htsget"], when: { $0.showingData },
            run: { state in state.showData(of: state.datasetsInHand) }),
        CommandSpec(
            [.character("f"), .enter], .fetchFile, in: [.fetching], "fetch", "Fetch the file under the cursor.",
            importance: 9, also: ["download", "get"], when: { $0.onFile }, run: { $0.fetchData(all: false) }),
        CommandSpec(
            [.character("a")], "fetchAll", in: [.fetching], "all", "Fetch all files that are not here.", importance: 8,
            also: ["download"], when: { $0.withFiles }, run: { $0.fetchData(all: true) }),
        CommandSpec(
            [.character("x")], "stopFetching", in: [.fetching], "stop", "Stop fetching; what came stays.",
            importance: 7,
            when: {
                guard $0.overlay == .fetching, $0.fetching.running != nil else { return .hidden }
                return .available
            }, run: { $0.stopFetching() }),
        CommandSpec(
            [.character("v")], .checkData, in: [.fetching], "verify",
            "Hold what is here against its checksums, without the network.", importance: 6,
            also: ["check", "checksum"], when: { $0.whileQuiet }, run: { $0.checkData() }),
        CommandSpec(
            [.character("d")], "toggleDecrypting", in: [.fetching], "decrypt",
            "Write the plain text too, or leave what is fetched encrypted.", importance: 4, when: { $0.withFiles },
            run: {
                $0.fetching.decrypts.toggle()
                return []
            }),
        CommandSpec(
            [.character("t")], .nameDataFolder, in: [.fetching], "folder", "Fetch into another folder.",
            importance: 4, also: ["to", "where", "directory"], when: { $0.whileQuiet },
            run: { $0.nameDataFolder() }),
        CommandSpec(
            [.character("n")], .makeDataKey, in: [.fetching], "new key",
            "Make a key of Crypt4GH, for which data is encrypted.", importance: 9,
            when: {
                guard $0.overlay == .fetching, let key = $0.fetching.data?.key else { return .hidden }
                return key.state == .none ? .available : .hidden
            }, run: { _ in [.host(.askForKey(isNew: true))] }),
        CommandSpec(
            [.character("c")], .askArchive, in: [.fetching], "ask the archive",
            "Send your sign-in to the archive that the catalogue names. Asks first.", importance: 9,
            when: {
                guard $0.overlay == .fetching, $0.fetching.data?.unconfirmed != nil else { return .hidden }
                return .available
            }, run: { $0.askBeforeArchive() }),
        CommandSpec(
            [.character("y")], .copyDataLine, in: [.fetching], "copy line",
            "Copy what is typed in a shell for what has the cursor.", importance: 5, when: { $0.onDataRow },
            run: { state in state.lineUnderCursor.map { [.host(.copy($0))] } ?? [] }),
        CommandSpec(
            [.tab], "nextData", in: [.fetching], "next", "The next dataset of the request.", importance: 3,
            when: { $0.overlay == .fetching && $0.fetching.datasets.count > 1 ? .available : .hidden },
            run: { $0.showNextData() }),
        CommandSpec(
            [.character("r")], .refresh, in: [.fetching], "look again", "Look again where the data lie.",
            importance: 3, when: { $0.whileQuiet }, run: { $0.look() }),
        CommandSpec(
            [.escape, .left, .character("h"), .character("q")], .goBack, in: [.fetching], "back",
            "Close this; a fetch goes on.", importance: 6, run: { $0.leaveOverlay() }),
        CommandSpec(
            [.enter], .choose, in: [.dataFolder], "fetch into it", "Take this folder.", importance: 9,
            run: { $0.takeDataFolder() }),
        CommandSpec(
            [.escape], .goBack, in: [.dataFolder], "back", "Leave the folder as it was.", importance: 8,
            run: {
                $0.fetching.naming = nil
                return []
            }),
    ]

    func context(in state: AppState) -> KeyContext { state.fetching.naming == nil ? .fetching : .dataFolder }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.fetching.selection = ListPosition.moved(
            state.fetching.selection, movement, count: state.fetching.rows.count, visible: pageRows(in: state))
        return []
    }

    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] {
        guard var name = state.fetching.naming else { return [] }
        change(&name)
        state.fetching.naming = name
        return []
    }

    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        guard case .overlayItem(let index) = target, state.fetching.naming == nil,
            state.fetching.rows.indices.contains(index)
        else { return [] }
        let again = index == state.fetching.selection
        state.fetching.selection = index
        return again || kind == .doubleClick ? state.perform(.fetchFile) : []
    }
}

extension AppState {
    /// The datasets whose data can be had from where the cursor is.
    fileprivate var datasetsInHand: [String] {
        if requests.granted != nil { return selectedGrant.map { [$0.entitlement.datasetIdentifier] } ?? [] }
        return requests.open?.application?.datasets.map(\.grantedAs) ?? []
    }

    fileprivate var showingData: Availability {
        if requests.granted != nil {
            guard let access = selectedGrant else { return .unavailable(reason: .requests(.noAccess)) }
            let isOver = access.entitlement.daysLeft(at: now).map { $0 < 0 } ?? false
            return isOver ? .unavailable(reason: .fetching(.accessOver)) : .available
        }
        guard let application = requests.open?.application else {
            return .unavailable(reason: .requests(.notAnswered))
        }
        return application.state == .approved ? .available : .unavailable(reason: .fetching(.notGranted))
    }

    fileprivate var withFiles: Availability {
        guard overlay == .fetching else { return .hidden }
        return fetching.data?.files.isEmpty == false ? .available : .unavailable(reason: .fetching(.noFiles))
    }

    fileprivate var onFile: Availability {
        guard case .available = withFiles else { return withFiles }
        if case .file = fetching.row { return .available }
        return .unavailable(reason: .fetching(.noFileHere))
    }

    fileprivate var onDataRow: Availability {
        guard overlay == .fetching else { return .hidden }
        return lineUnderCursor == nil ? .unavailable(reason: .fetching(.noLine)) : .available
    }

    /// Nothing is changed about what is under way.
    fileprivate var whileQuiet: Availability {
        guard overlay == .fetching else { return .hidden }
        guard fetching.running?.job.question != fetching.shown || fetching.shown == nil else {
            return .unavailable(reason: .fetching(.isFetching))
        }
        return fetching.lookingSince == nil ? .available : .unavailable(reason: .fetching(.isLooking))
    }
}
