import Testing

extension Scene {
    /// Every scene but the states of fields, which are recorded as parts. What is missing here is recorded nowhere, and a
    /// recording that nothing here makes fails `noneIsLeftOver`.
    static let all = [
        browser, line, kept, facets, dataset, series, others, requests, wizard, licences, saving, members, comparisons,
        widgets,
        offers, overlays, documents, login, portals, health, waits, saved, news, mirror, allPortals, frequencies,
        passport, dataUse, datasetFind, fetching,
    ].flatMap { $0 }

    /// The scenes that stand for their pane, one for each: they are recorded at every size, all others at 80×24. How a
    /// pane uses its room is looked at here; what it shows in one state or another, in the others.
    static let panes: Set<String> = [
        // Screens and what lies beside or in them.
        "browser", "facets", "dataset-overview", "series-members", "basket", "requests", "request-returned", "granted",
        "setup-choice", "wizard-datasets", "wizard-form", "wizard-licences", "wizard-review", "widget-table",
        "widget-files", "offer", "returned-compare", "conflict",
        // Overlays.
        "answers-offer", "basket-choice", "export-formats", "health", "mirror-filling", "licence-text", "login-device",
        "members-pending", "overlay-confirm", "overlay-failures", "overlay-help", "overlay-palette", "overlay-sort",
        "overlay-text", "person", "portal-form-first", "portals-list", "saved-searches", "news", "all-portals",
        "frequencies", "passport", "data",
    ]

    /// Every scene with each size that it is recorded at.
    static let recorded = all.flatMap { scene in
        (panes.contains(scene.name) ? GoldenSize.all : [.usual]).map { Recording(scene: scene, size: $0) }
    }
}

/// A scene at a size: one golden.
struct Recording: CustomTestStringConvertible, Sendable {
    var scene: Scene
    var size: GoldenSize

    var testDescription: String { "\(scene.name)-\(size.testDescription)" }
}
