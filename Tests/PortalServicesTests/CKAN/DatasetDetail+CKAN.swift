import JSONStream
import PortalModel
import Testing

@testable import PortalServices

extension DatasetDetail {
    /// What is made of a package as a CKAN writes it, asked for as `r`.
    static func ckan(_ text: String, _ languages: [String] = ["en"]) throws -> DatasetDetail {
        try #require(
            DatasetDetail(
                ckan: JSONValue(literal: text), requested: DatasetID("r"), languages: languages,
                page: "https://c.example/dataset/r"))
    }
}
