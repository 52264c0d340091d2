import FoundationEssentials

/// The list of what access was granted, while it has the screen.
public struct GrantedState: Equatable, Sendable {
    /// The access under the cursor, by its place in `AppState.grantedAccess`.
    public var selection = 0
    /// The first one in sight.
    public var top = 0

    public init() {}
}

extension AppState {
    /// What ends first comes first; what is over comes last.
    public var grantedAccess: [GrantedAccess] {
        requests.entitlements.sorted { left, right in
            let (isLeftOver, isRightOver) = (left.isOver(at: now), right.isOver(at: now))
            if isLeftOver != isRightOver { return isRightOver }
            return (left.end ?? .distantFuture) < (right.end ?? .distantFuture)
        }.map { GrantedAccess($0, among: requests.applications, languages: languages) }
    }

    var selectedGrant: GrantedAccess? {
        guard let selection = requests.granted?.selection else { return nil }
        let all = grantedAccess
        return all.indices.contains(selection) ? all[selection] : nil
    }

    mutating func showGranted() -> [Effect] {
        requests.granted = GrantedState()
        return []
    }

    mutating func moveGranted(_ movement: Movement?) {
        guard let granted = requests.granted else { return }
        var position = ListPosition(selection: granted.selection, top: granted.top)
        position.move(movement, count: requests.entitlements.count, visible: GrantedLayout(layout).visibleRows)
        requests.granted?.selection = position.selection
        requests.granted?.top = position.top
    }

    mutating func renewAccess(_ access: GrantedAccess) -> [Effect] {
        guard let application = access.application else { return [] }
        return openRequest(application) + renewRequest(application)
    }

    /// The list as comma-separated values with a heading row, for spreadsheets.
    public static func csv(of all: [GrantedAccess], at now: Date) -> String {
        let heading = ["dataset", "title", "start", "end", "days_left", "request"]
        return CSVText.text(
            [heading]
                + all.map { access in
                    let entitlement = access.entitlement
                    return [
                        entitlement.datasetIdentifier, access.title, entitlement.start.map { ISODate($0).text } ?? "",
                        entitlement.end.map { ISODate($0).text } ?? "",
                        entitlement.daysLeft(at: now).map { String(max($0, 0)) } ?? "",
                        access.application?.rawValue ?? "",
                    ]
                })
    }
}

extension Entitlement {
    fileprivate func isOver(at now: Date) -> Bool { daysLeft(at: now).map { $0 < 0 } ?? false }
}
