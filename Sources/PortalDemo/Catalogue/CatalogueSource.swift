import Foundation

/// Where a catalogue's text comes from, and what tells that it is still the same.
struct CatalogueSource: Sendable {
    let catalogue: DemoOptions.Catalogue
    let fingerprint: String
    /// How large it is in bytes, as it lies on the disk; 0 where that is not known.
    let size: Int

    /// - Throws: `StartFailure` where there is no file.
    init(_ catalogue: DemoOptions.Catalogue) throws {
        self.catalogue = catalogue
        let schema = "schema \(CatalogueSchema.version)"
        switch catalogue {
        case .bundled:
            let hash = BundledCatalogue.parts.reduce(into: UInt64(0)) { $0 = $0 &* 31 &+ StableHash.of($1) }
            fingerprint = "\(schema), bundled \(hash)"
            size = BundledCatalogue.parts.reduce(0) { $0 + $1.utf8.count + 1 }
        case .file(let path):
            var status = stat()
            guard stat(path, &status) == 0 else {
                throw StartFailure.catalogueUnreadable(path: path, reason: String(cString: strerror(errno)))
            }
            guard status.st_mode & S_IFMT != S_IFDIR else {
                throw StartFailure.catalogueUnreadable(path: path, reason: "it is a directory")
            }
            let absolute = URL(filePath: path).standardizedFileURL.path
            let time = status.st_mtim
            fingerprint = "\(schema), \(absolute), \(status.st_size) bytes, \(time.tv_sec).\(time.tv_nsec)"
            size = Int(status.st_size)
        }
    }

    /// Begins to read. What xz has packed is unpacked on the way, whatever the file is called.
    ///
    /// - Throws: `StartFailure` where the file cannot be read.
    func bytes() throws -> any CatalogueBytes {
        switch catalogue {
        case .bundled: return BundledBytes(BundledCatalogue.parts)
        case .file(let path):
            let file = try FileBytes(path: path)
            return try file.begins(with: UnpackedBytes.beginning) ? UnpackedBytes(file, path: path) : file
        }
    }
}
