/// A variable of a dataset, as its data dictionary has it.
public struct DataVariable: Hashable, Sendable, Codable {
    /// Something else that the catalogue says of it, under the catalogue's own name for that.
    public struct Fact: Hashable, Sendable, Codable {
        /// What is said, in the catalogue's word for it.
        public var column: String
        /// As it is read.
        public var value: String

        public init(column: String, value: String) {
            self.column = column
            self.value = value
        }
    }

    /// What it is called in the data; nil where the catalogue leaves it unnamed.
    public var name: String?
    /// Such as `integer`, in the catalogue's words.
    public var type: String?
    /// What it means.
    public var description: String?
    /// What else is said of it, in order.
    public var others: [Fact]

    public init(name: String? = nil, type: String? = nil, description: String? = nil, others: [Fact] = []) {
        self.name = name
        self.type = type
        self.description = description
        self.others = others
    }
}

/// A data dictionary as a table: a row a variable.
public struct DataDictionaryTable: Equatable, Sendable {
    /// What the catalogue says besides name, type and description, in the order in which it first does.
    public var others: [String]
    /// Name, type, description and the others; empty where nothing is said.
    public var rows: [[String]]

    public init(_ variables: [DataVariable]) {
        var others: [String] = []
        var known: Set<String> = []
        for fact in variables.flatMap(\.others) where known.insert(fact.column).inserted { others.append(fact.column) }
        self.others = others
        rows = variables.map { variable in
            // Several facts of one name are one cell.
            let facts = Dictionary(grouping: variable.others, by: \.column).mapValues { $0.map(\.value) }
            return [variable.name ?? "", variable.type ?? "", variable.description ?? ""]
                + others.map { facts[$0]?.joined(separator: "; ") ?? "" }
        }
    }

    /// Above the columns, as programs read them.
    public var headings: [String] { ["name", "type", "description"] + others }
}
