import Foundation
import PortalMirror
import PortalModel
import PortalServices
import PortalStorage

/// Which mirrors there are for a portal: one of what everybody may see, one of what somebody sees who is signed in, or
/// one that is shared.
struct MirrorShelf {
    private let portal: String
    private let rowFields: [MirrorField]
    /// Who calls, where somebody does.
    private let owner: String?
    private let folder: String
    private let shared: String?

    /// - Parameter path: of a shared one, in place of the one that the profile names.
    init(_ portal: CommandPortal, path: String?) throws {
        let path = path ?? portal.settings.configuration.mirror(of: portal.profile)
        guard !portal.settings.isEphemeral || path != nil else { throw CommandFailure(MirrorWords.ephemeral, .usage) }
        try self.init(portal.profile, portal.portal.login, portal.settings, shared: path)
    }

    /// - Parameter path: of a shared one.
    init(_ profile: Profile, _ login: Login, _ settings: PortalSettings, shared path: String?) throws(PortalError) {
        switch profile.place {
        case .demo:
            self.portal = "demo \(settings.demo.catalogue ?? "")"
            rowFields = DiscoveryDialect.gdi.rowFields
        case .services(let addresses):
            // Whatever language the person speaks now: it was filled in one, and found is what is written.
            self.portal = "\(addresses.discoveryDialect.rawValue) \(addresses.discovery)"
            rowFields = addresses.discoveryDialect.rowFields
        }
        // The demo portal shows its one person what it shows everybody.
        owner = profile.place == .demo ? nil : login.keptAsker?.name
        folder = try StorageDirectories.standard(environment: settings.environment.variables)
            .data(ofProfile: profile.name)
        shared = path.map { $0.hasPrefix("/") ? $0 : FileManager.default.currentDirectoryPath + "/" + $0 }
    }

    /// Whether there are two of the profile's own.
    var hasOwner: Bool { owner != nil && shared == nil }

    func place(isPublic: Bool) -> MirrorPlace {
        if let shared { return MirrorPlace(path: shared, kind: .shared) }
        let name = MirrorPlace.fileName(owner: isPublic ? nil : owner)
        // On a disk of several machines nothing is written in place.
        let kind: MirrorPlace.Kind = FileSystemKind.of(path: existingFolder) == .local ? .own : .shared
        return MirrorPlace(path: folder + "/" + name, kind: kind, isNamed: false)
    }

    func origin(isPublic: Bool) -> MirrorOrigin {
        MirrorOrigin(portal: portal, owner: isPublic || shared != nil ? nil : owner, rowFields: rowFields)
    }

    var all: [MirrorPlace] { hasOwner ? [place(isPublic: true), place(isPublic: false)] : [place(isPublic: true)] }

    /// Where one's own is, if there is one, else that of everybody.
    var forReading: MirrorPlace {
        let own = place(isPublic: false)
        return FileManager.default.fileExists(atPath: own.path) ? own : place(isPublic: true)
    }

    /// Whether there is one for reading.
    var isThere: Bool { FileManager.default.fileExists(atPath: forReading.path) }

    /// Opens the mirror for reading.
    func open() throws(PortalError) -> Mirror {
        let place = forReading
        return try Mirror(place, of: origin(isPublic: place == self.place(isPublic: true)))
    }

    /// Opens the mirror for filling, with its folder.
    func fill(isPublic: Bool, isAnew: Bool) throws -> MirrorWriter {
        let place = place(isPublic: isPublic)
        if shared == nil {
            try? FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        return try MirrorWriter(place, of: origin(isPublic: isPublic), isAnew: isAnew)
    }

    /// The folder, or the one above it that is there already.
    private var existingFolder: String {
        var path = folder
        while !FileManager.default.fileExists(atPath: path), let slash = path.lastIndex(of: "/"),
            slash > path.startIndex
        {
            path = String(path[..<slash])
        }
        return path
    }
}

extension Asker {
    fileprivate var name: String? {
        switch self {
        case .nobody: nil
        case .somebody(let name): name
        }
    }
}

extension DiscoveryDialect {
    /// What a row of a search holds of each dataset: what it leaves out is not known, and not absent.
    fileprivate var rowFields: [MirrorField] {
        switch self {
        // Records are counted by the Beacon network alone.
        case .gdi, .ckan, .guide, .fdp: MirrorField.ofRows.filter { $0 != .records && $0 != .workflow }
        case .rems: MirrorField.ofRows.filter { $0 != .records }
        }
    }
}
