import PortalModel

extension AccessService {
    /// A request that needs nothing but to be submitted.
    func completeDraft(for identifier: String) async throws(PortalError) -> ApplicationID {
        let id = try await self.create([identifier])
        try await self.accept(id, Set(try await self.application(id).licences.map(\.id)))
        // Answers decide which other fields are asked for.
        for _ in 0..<3 {
            let missing = try await self.application(id).forms.flatMap(\.fields).filter {
                $0.isVisible && !$0.isOptional && $0.type.takesValue && $0.value.isEmpty
            }
            guard !missing.isEmpty else { break }
            let answers = missing.map { ($0.id, FieldValue.text(Self.sample(for: $0))) }
            try await self.save(id, Dictionary(answers) { $1 })
        }
        return id
    }

    /// How often the service took the request.
    func submissions(of id: ApplicationID) async throws(PortalError) -> Int {
        try await self.application(id).events.count { $0.type.hasSuffix("submitted") }
    }

    private static func sample(for field: FormField) -> String {
        switch field.type {
        case .email: "ada@institution.example"
        case .date: "2027-01-31"
        case .option, .multiselect: field.options.first?.key ?? ""
        default: "We compare structural variants of children with those of their parents."
        }
    }
}
