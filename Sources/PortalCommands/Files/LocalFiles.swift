import Foundation
import PortalModel

/// The person's own files on this machine. Nothing is written but downloads, each under a name that is free.
package struct LocalFiles: Sendable {
    private let home: String?
    private let downloads: String?
    /// Where the program was started.
    private let here: String

    /// More than any list on a screen is good for.
    private static let mostEntries = 5000

    package init(environment: Environment, here: String = FileManager.default.currentDirectoryPath) {
        self.here = here
        home = environment.home
        downloads = environment["XDG_DOWNLOAD_DIR"]
    }

    package var service: FileService {
        FileService(
            list: { folder in list(folder) },
            read: { path, largest throws(PortalError) in try read(path, largest: largest) },
            keep: { file throws(PortalError) in try keep(file) },
            keepAs: { typed, file throws(PortalError) in try keep(file, as: typed) })
    }

    /// What a typed path means: `~` is the home directory, and what has no slash in front lies where we are.
    func resolved(_ typed: String) -> String {
        if let home, typed == "~" { return home }
        if let home, typed.hasPrefix("~/") { return home + typed.dropFirst(1) }
        return typed.isEmpty ? "." : typed
    }

    /// The same as a whole path.
    func absolute(_ typed: String) -> String {
        URL(fileURLWithPath: resolved(typed), relativeTo: URL(fileURLWithPath: here, isDirectory: true)).path
    }

    private func list(_ folder: String) -> FolderListing {
        let url = URL(fileURLWithPath: resolved(folder))
        let wanted: [URLResourceKey] = [.isDirectoryKey, .isRegularFileKey, .fileSizeKey]
        do {
            let found = try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: wanted)
            let entries = found.prefix(Self.mostEntries).compactMap(Self.entry)
            return FolderListing(
                folder: folder,
                entries: entries.sorted { ($0.isFolder ? 0 : 1, $0.name) < ($1.isFolder ? 0 : 1, $1.name) })
        } catch {
            return FolderListing(
                folder: folder, entries: [], failure: .file(.folderUnreadable(folder)))
        }
    }

    /// Folders and plain files, through links. Pipes and devices are none.
    private static func entry(_ url: URL) -> FolderEntry? {
        let target = url.resolvingSymlinksInPath()
        guard let values = try? target.resourceValues(forKeys: [.isDirectoryKey, .isRegularFileKey, .fileSizeKey])
        else { return nil }
        if values.isDirectory == true { return FolderEntry(name: url.lastPathComponent, isFolder: true) }
        guard values.isRegularFile == true else { return nil }
        return FolderEntry(name: url.lastPathComponent, bytes: values.fileSize ?? 0)
    }

    private func read(_ typed: String, largest: Int) throws(PortalError) -> FileContents {
        let url = URL(fileURLWithPath: resolved(typed))
        guard let entry = Self.entry(url), !entry.isFolder else {
            throw Self.failure(.notThere(typed))
        }
        // Known before anything is read: a file of many gigabytes is not for the memory.
        if let reason = AttachmentRules.refusal(name: entry.name, bytes: entry.bytes) { throw Self.failure(reason) }
        do {
            let handle = try FileHandle(forReadingFrom: url)
            defer { try? handle.close() }
            let bytes = try handle.read(upToCount: largest + 1) ?? Data()
            return FileContents(name: entry.name, type: MediaType.of(entry.name), bytes: bytes)
        } catch {
            throw Self.failure(.unreadable(typed))
        }
    }

    /// Into the download folder.
    package func keep(_ file: FileContents) throws(PortalError) -> String { try keep(file, in: downloadFolder) }

    /// Never over a file that is there: `plan.pdf`, then `plan-2.pdf`.
    private func keep(_ file: FileContents, in folder: String) throws(PortalError) -> String {
        do {
            return try PrivateFile.add(file.bytes, named: file.name, in: folder)
        } catch .exists {
            throw Self.failure(.manyOfTheName(file.name, folder: folder))
        } catch {
            throw Self.failure(.notWritten("\(folder)/\(file.name)"))
        }
    }

    /// To a path as it was typed. No file is overwritten.
    private func keep(_ file: FileContents, as typed: String) throws(PortalError) -> String {
        let path = absolute(typed)
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if typed.hasSuffix("/") || isThere && isFolder.boolValue {
            throw Self.failure(.isFolder(typed))
        }
        do {
            try PrivateFile.write(file.bytes, to: path)
            return path
        } catch {
            throw PortalError(.local, operation: "the file", because: error.reason(for: path))
        }
    }

    private var downloadFolder: String {
        if let downloads, downloads.hasPrefix("/") { return downloads }
        let usual = (home ?? here) + "/Downloads"
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: usual, isDirectory: &isFolder) && isFolder.boolValue
            ? usual : home ?? here
    }

    private static func failure(_ reason: FileReason) -> PortalError {
        PortalError(.local, operation: "the file", because: .file(reason))
    }
}

/// What a service is told that a file is, by its name.
enum MediaType {
    static func of(_ name: String) -> String {
        switch name.split(separator: ".").last?.lowercased() {
        case "pdf": "application/pdf"
        case "txt": "text/plain"
        case "csv": "text/csv"
        case "tsv": "text/tab-separated-values"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "doc": "application/msword"
        case "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        default: "application/octet-stream"
        }
    }
}
