/// The answers of swagger_v2.yml, each by its name there.
struct DatasetListResponse: Encodable {
    let datasets: [String]
    let nextPageToken: String?
}

struct DatasetInfo: Encodable {
    let datasetId: String
    let date: String
    let files: Int
    let size: Int
}

struct FileListResponse: Encodable {
    let files: [FileInfo]
    let nextPageToken: String?
}

struct FileInfo: Encodable {
    struct Checksum: Encodable {
        let type: String
        let checksum: String
    }

    let fileId: String
    let filePath: String
    /// Of the body, without a header.
    let size: Int
    let decryptedSize: Int
    /// Of the plain text.
    let checksums: [Checksum]
    let downloadUrl: String

    init(_ stored: StoredFile) {
        fileId = stored.file.id
        filePath = stored.file.path
        size = stored.body.count
        decryptedSize = stored.plainSize
        checksums = [Checksum(type: "sha256", checksum: stored.plainChecksum)]
        downloadUrl = "/files/\(stored.file.id)"
    }
}

/// `DrsObject`: of the encrypted body, other than in the list of files (handlers/drs.go).
struct DRSObject: Encodable {
    struct Method: Encodable {
        struct Address: Encodable { let url: String }

        let type: String
        let address: Address

        enum CodingKeys: String, CodingKey {
            case type
            case address = "access_url"
        }
    }

    let id: String
    let address: String
    let size: Int
    let created: String
    let checksums: [FileInfo.Checksum]
    let methods: [Method]

    enum CodingKeys: String, CodingKey {
        case id, size, checksums
        case address = "self_uri"
        case created = "created_time"
        case methods = "access_methods"
    }

    /// - Parameter host: with the archive's place on it.
    init(_ stored: StoredFile, host: String, place: String, created: String) {
        id = stored.file.id
        address = "drs://\(host)/\(stored.file.id)"
        size = stored.body.count
        self.created = created
        checksums = [FileInfo.Checksum(type: "sha-256", checksum: stored.bodyChecksum)]
        methods = [
            Method(type: "http", address: Method.Address(url: "http://\(host)\(place)/files/\(stored.file.id)/content"))
        ]
    }
}

struct ServiceInfo: Encodable {
    struct Kind: Encodable {
        let group: String
        let artifact: String
        let version: String
    }

    struct Organisation: Encodable {
        let name: String
        let url: String
    }

    let id = "org.example.portal-demo.download"
    let name = "Archive of the demo portal"
    let type = Kind(group: "org.ga4gh", artifact: "drs", version: "1.0.0")
    let description = "Made-up data, handed out as the Sensitive Data Archive does"
    let organization = Organisation(name: "portal-demo", url: "http://127.0.0.1")
    let version: String
    let environment = "demo"
}
