/// A small menu over the screen: one thing is chosen, or several are ticked.
public struct Menu: Equatable, Sendable {
    public enum Subject: Equatable, Sendable {
        /// Which requests the list shows.
        case requestFilter
        /// The datasets of a draft or returned request: those that it asks for are ticked.
        case datasets(ApplicationID)
        /// The files of a request.
        case files(ApplicationID)
        /// The forms in which a catalogue gives out a dataset's description.
        case export(DatasetID)
        /// A series is to go into the basket.
        case series(DatasetID)
        /// What a dataset is part of.
        case partOf(DatasetID)
    }

    public var subject: Subject
    public var selection = 0
    /// Keys of the items that are ticked, where items can be.
    public var ticked: Set<String> = []

    public init(_ subject: Subject) { self.subject = subject }
}

/// A line of a menu.
public struct MenuItem: Equatable, Sendable {
    /// What a tick names.
    public var key: String
    public var title: String
    /// At the right edge.
    public var note: String
    /// Nil where nothing is ticked or chosen before.
    public var isOn: Bool?

    public init(_ title: String, key: String = "", note: String = "", isOn: Bool? = nil) {
        self.key = key
        self.title = title
        self.note = note
        self.isOn = isOn
    }
}

extension AppState {
    public func items(of menu: Menu) -> [MenuItem] {
        switch menu.subject {
        case .requestFilter:
            requests.filters.map { choice in
                MenuItem(choice.filter.label, note: String(choice.count), isOn: requests.filter == choice.filter)
            }
        case .datasets: datasetItems(of: menu)
        case .files:
            (requests.open?.application?.attachments ?? []).map { MenuItem($0.filename, note: $0.type ?? "") }
        case .export: ExportFormat.allCases.map { MenuItem($0.label, note: ".\($0.rawValue)") }
        case .series: seriesItems
        case .partOf: (browser.detail?.detail?.partOf ?? []).map { MenuItem($0.title) }
        }
    }

    mutating func menuCommand(_ command: Command, _ menu: Menu) -> [Effect] {
        var menu = menu
        switch command {
        case .choose: return chooseInMenu(menu)
        case .openFile: return fetchFile(menu.selection, isToRead: true)
        case .toggleChoice:
            let items = items(of: menu)
            guard items.indices.contains(menu.selection) else { return [] }
            let key = items[menu.selection].key
            if menu.ticked.remove(key) == nil { menu.ticked.insert(key) }
        default:
            var position = ListPosition(selection: menu.selection, top: 0)
            position.move(command, count: items(of: menu).count, visible: max(layout.body.rows - 4, 1))
            menu.selection = position.selection
        }
        overlay = .menu(menu)
        return []
    }

    /// Ticks what can be ticked, and chooses what is chosen alone.
    mutating func click(_ index: Int, in menu: Menu) -> [Effect] {
        var menu = menu
        menu.selection = index
        overlay = .menu(menu)
        return perform(menuAvailability(of: .toggleChoice, in: menu).isAvailable ? .toggleChoice : .choose)
    }

    private mutating func chooseInMenu(_ menu: Menu) -> [Effect] {
        guard items(of: menu).indices.contains(menu.selection) else { return [] }
        switch menu.subject {
        case .requestFilter:
            closeOverlay()
            return show(requests.filters[menu.selection].filter)
        case .datasets(let id): return changeDatasets(of: id, to: menu)
        case .files: return fetchFile(menu.selection, isToRead: false)
        case .series: return chooseForSeries(menu.selection)
        case .partOf: return openPartOf(menu.selection)
        case .export(let id):
            closeOverlay()
            return export(id, ExportFormat.allCases[menu.selection])
        }
    }

    /// What the keys of a menu mean depends on what is in it.
    func menuAvailability(of command: Command, in menu: Menu) -> Availability {
        switch (command, menu.subject) {
        case (.toggleChoice, .datasets), (.openFile, .files): .available
        case (.toggleChoice, _), (.openFile, _): .hidden
        default: .available
        }
    }
}

extension ExportFormat {
    /// As people call it.
    public var label: String {
        switch self {
        case .turtle: "Turtle"
        case .rdfXML: "RDF/XML"
        case .jsonLD: "JSON-LD"
        }
    }
}
