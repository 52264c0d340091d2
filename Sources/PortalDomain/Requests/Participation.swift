import FoundationEssentials

/// Somebody who takes part in an application.
public struct Member: Hashable, Sendable, Codable {
    /// The service's name for the person, by which a member is removed; nil for somebody who was only invited.
    public var id: String?
    /// What the person is called.
    public var name: String
    /// The person's address for mail.
    public var email: String?
    /// Invited and not yet accepted.
    public var isPending: Bool

    public init(id: String? = nil, name: String, email: String? = nil, isPending: Bool = false) {
        self.id = id
        self.name = name
        self.email = email
        self.isPending = isPending
    }
}

/// A file of an application. Fields of type `attachment` name those that belong to them by id.
public struct Attachment: Hashable, Sendable, Codable {
    public var id: Int64
    /// As the service names it. Text of others: never a path.
    public var filename: String
    /// Media type, such as `application/pdf`.
    public var type: String?

    public init(id: Int64, filename: String, type: String? = nil) {
        self.id = id
        self.filename = filename
        self.type = type
    }

    /// Can be read in a terminal as it is.
    package var isText: Bool {
        // A page of HTML is for a browser.
        type?.hasPrefix("text/") == true && type?.hasPrefix("text/html") == false
            || ["txt", "csv", "tsv"].contains { filename.lowercased().hasSuffix(".\($0)") }
    }
}

/// A file with its contents, on its way to a service or from it.
public struct FileContents: Hashable, Sendable {
    /// Without any path.
    public var name: String
    /// The media type that the service gives.
    public var type: String
    /// What is in the file.
    public var bytes: Data

    public init(name: String, type: String = "application/octet-stream", bytes: Data) {
        self.name = name
        self.type = type
        self.bytes = bytes
    }

    /// What can be read on the screen; nil for what is no text, whatever it says of itself.
    public var text: String? {
        guard Attachment(id: 0, filename: name, type: type).isText else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
