/// A small menu over the screen: one thing is chosen, or several are ticked.
public struct Menu: Equatable, Sendable {
    /// What is chosen, and of what.
    public enum Subject: Equatable, Sendable {
        /// Which requests the list shows.
        case requestFilter
        /// The datasets of a draft or returned request: those that it asks for are ticked.
        case datasets(ApplicationID)
        /// The files of a request.
        case files(ApplicationID)
        /// The forms in which a catalogue gives out a dataset's description.
        case export(DatasetID)
        /// The forms in which several datasets are written.
        case collection(CollectionScope)
        /// The columns of the table of datasets.
        case columns
        /// The forms in which a comparison is written.
        case comparison
        /// A series is to go into the basket.
        case series(DatasetID)
        /// What a dataset is part of.
        case partOf(DatasetID)
        /// What was searched for.
        case searches
        /// What the data of the request in the wizard are wanted for.
        case purpose
        /// Which portals are searched together.
        case portalGroups
        /// How many full records are read into the mirror.
        case mirrorRecords

        /// What is shown again when the menu is closed.
        var liesOver: Overlay? {
            switch self {
            case .portalGroups: .allPortals
            case .mirrorRecords: .mirror(offset: 0)
            default: nil
            }
        }
    }

    /// What is chosen, and of what: the lines follow from it and from the state.
    public var subject: Subject
    /// The line under the cursor.
    public var selection = 0
    /// Keys of the items that are ticked, where items can be.
    public var ticked: Set<String> = []

    public init(_ subject: Subject) { self.subject = subject }
}

/// A line of a menu.
public struct MenuItem: Equatable, Sendable {
    /// What a tick names.
    public var key: String
    /// At the left, in full as far as there is room.
    public var title: Message
    /// At the right edge.
    public var note: Message?
    /// Nil where nothing is ticked or chosen before.
    public var isOn: Bool?

    public init(_ title: Message, key: String = "", note: Message? = nil, isOn: Bool? = nil) {
        self.key = key
        self.title = title
        self.note = note
        self.isOn = isOn
    }
}

extension AppState {
    /// The lines of a menu as the state is now; none where what it is about is gone.
    public func items(of menu: Menu) -> [MenuItem] {
        switch menu.subject {
        case .requestFilter:
            requests.filters.map { choice in
                MenuItem(
                    .requests(.filter(filter: choice.filter)), note: .verbatim(String(choice.count)),
                    isOn: requests.filter == choice.filter)
            }
        case .datasets: datasetItems(of: menu)
        case .files:
            (requests.open?.application?.attachments ?? []).map {
                MenuItem(.verbatim($0.filename), note: $0.type.map(Message.verbatim))
            }
        case .export: ExportFormat.allCases.map { MenuItem(.verbatim($0.label), note: .verbatim(".\($0.rawValue)")) }
        case .collection:
            collectionFormats.map { MenuItem(.documents(.form($0)), note: .verbatim(".\($0.fileExtension)")) }
        case .columns: columnItems
        case .comparison:
            ComparisonFormat.allCases.map {
                MenuItem(.documents(.comparisonForm($0)), note: .verbatim(".\($0.rawValue)"))
            }
        case .series: seriesItems
        case .partOf: (browser.detail?.detail?.partOf ?? []).map { MenuItem(.verbatim($0.title)) }
        case .searches: searches.recent.map { MenuItem(.verbatim($0)) }
        case .purpose: purposeItems(of: menu)
        case .portalGroups: groupItems
        case .mirrorRecords: recordItems
        }
    }

    mutating func chooseInMenu(_ menu: Menu) -> [Effect] {
        guard items(of: menu).indices.contains(menu.selection) else { return [] }
        switch menu.subject {
        case .requestFilter:
            closeOverlay()
            return show(requests.filters[menu.selection].filter)
        case .datasets(let id): return changeDatasets(of: id, to: menu)
        case .files: return fetchFile(menu.selection, isToRead: false)
        case .collection(let scope): return exportCollection(scope, as: collectionFormats[menu.selection])
        case .columns: return leaveMenu()
        case .comparison: return exportComparison(ComparisonFormat.allCases[menu.selection])
        case .series: return chooseForSeries(menu.selection)
        case .partOf: return openPartOf(menu.selection)
        case .searches:
            closeOverlay()
            return search(line: searches.recent[menu.selection])
        case .purpose: return sayPurpose(menu)
        case .portalGroups: return takeGroup(menu.selection)
        case .mirrorRecords: return takeRecords(menu.selection)
        case .export(let id):
            closeOverlay()
            return export(id, ExportFormat.allCases[menu.selection])
        }
    }
}

extension AppState {
    private mutating func leaveMenu() -> [Effect] {
        closeOverlay()
        return []
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
