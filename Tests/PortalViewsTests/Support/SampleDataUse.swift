import PortalModel

/// What a dataset of the scenes may be used for.
enum SampleDataUse {
    static let uses = DataUse.sample("DUO:0000007", "MONDO:0006517") + DataUse.sample("DUO:0000046")
}

extension DataUse {
    static func sample(_ code: String, _ restrictions: String...) -> [DataUse] {
        DataUseCode(code).map { [DataUse($0, restrictions: restrictions)] } ?? []
    }
}
