import FoundationEssentials
import Glibc
import PortalDomain

/// Where the personal profile lies: one file for whoever owns the home directory, whatever portals are used.
///
/// Nothing of it comes from a portal, so signing out leaves it; an empty profile has no file.
public struct PersonFile: Sendable {
    /// Where it lies.
    public let path: String
    private let directory: String
    private let seal: PrivateSeal
    private static let place = PrivateSeal.Place(table: "person", column: "file", row: "")

    /// - Parameter seal: what becomes of it on its way to the disk.
    public init(_ directories: StorageDirectories, seal: PrivateSeal = .none) {
        self.seal = seal
        directory = directories.data
        path = directories.data + "/person.json"
    }

    /// Nobody writes so much of oneself: a larger file is something else.
    private static let maximumSize = 100_000

    /// An empty profile where there is no file.
    public func read() throws(PortalError) -> PersonalProfile {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return PersonalProfile() }
            throw failure("reading your profile", FileFailure(path))
        }
        let stored = status.st_size <= Self.maximumSize ? FileManager.default.contents(atPath: path) : nil
        let contents = try stored.map { stored throws(PortalError) in try opened(stored) }
        guard let contents, let values = try? JSONDecoder().decode([String: String].self, from: contents) else {
            throw PortalError(
                .local, operation: "reading your profile", because: .kept(.profileUnreadable(path: path)))
        }
        var person = PersonalProfile()
        // An entry of a newer version is passed over.
        for (name, value) in values {
            if let entry = PersonalProfile.Entry(rawValue: name) { person[entry] = value }
        }
        return person
    }

    private func opened(_ stored: Data) throws(PortalError) -> Data {
        guard PrivateSeal.isSealed(stored) else { return stored }
        do throws(PrivateSeal.Refusal) {
            return try seal.open(stored, at: Self.place)
        } catch {
            let reason = error == .locked ? KeptReason.profileLocked(path: path) : .profileUnreadable(path: path)
            throw PortalError(.local, operation: "reading your profile", because: .kept(reason))
        }
    }

    /// Whether what is there is sealed; nil where there is none.
    public var isSealed: Bool? { FileManager.default.contents(atPath: path).map(PrivateSeal.isSealed) }

    /// Seals it, or opens it, as the lock says.
    public func follow() throws(PortalError) {
        let person = try read()
        if !person.isEmpty { try write(person) }
    }

    /// On the disk when it returns.
    public func write(_ person: PersonalProfile) throws(PortalError) {
        guard !person.isEmpty else { return try remove() }
        let entries = PersonalProfile.Entry.allCases.filter { !person[$0].isEmpty }
        let values = Dictionary(uniqueKeysWithValues: entries.map { ($0.rawValue, person[$0]) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            let plain = try encoder.encode(values)
            let data = try seal.seal(plain, at: Self.place) ?? plain
            try PrivateFiles.makeDirectory(directory)
            try PrivateFiles.replace(path, with: data, isForced: true)
        } catch let error as FileFailure {
            throw failure("keeping your profile", error)
        } catch is PrivateSeal.Refusal {
            throw PortalError(.local, operation: "keeping your profile", because: .kept(.profileLocked(path: path)))
        } catch {
            throw PortalError(
                .local, operation: "keeping your profile", because: .kept(.profileNotWritten(path: path)))
        }
    }

    /// Removes it. One that is not there is no error; whatever else fails is told as a `PortalError`.
    public func remove() throws(PortalError) {
        guard unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else {
            throw failure("removing your profile", FileFailure(path))
        }
    }

    private func failure(_ operation: String, _ failure: FileFailure) -> PortalError {
        PortalError(
            .local, operation: operation,
            because: .kept(.profileRefused(path: failure.path, words: String(cString: strerror(failure.code)))))
    }
}
