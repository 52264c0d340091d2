import Foundation
import Testing

@testable import PortalDemo

@Suite("Allele frequencies, which are made up")
struct FrequencyTests {
    private func frequencies(_ params: String, of portal: PortalClient) async throws -> PortalClient.Answer {
        try await portal.send(.post, .discovery, "api/v1/g_variants", body: #"{"params":{\#(params)}}"#)
    }

    private static let variant =
        #""referenceName":"3","start":[45864731],"end":null,"referenceBases":"T","alternateBases":"C""#

    @Test("a variant is found in every population, or in the one that is asked for")
    func populations() async throws {
        try await withPortal { portal async throws in
            let all = try await frequencies("\(Self.variant),\"assemblyId\":\"GRCh37\"", of: portal).json
            #expect(
                all.list.compactMap { $0["population"].text }
                    == ["FI_M", "FI_F", "FR_M", "FR_F", "IT_M", "IT_F", "LU_M", "LU_F"])
            let one = try await frequencies(#"\#(Self.variant),"sex":"f","countryOfBirth":"fr""#, of: portal).json
            #expect(one.list.count == 1)
            #expect(one[0]["population"].text == "FR_F")
            #expect(one[0]["alleleCount"].int == 680)
            #expect(one[0]["alleleNumber"].int == 8000)
        }
    }

    @Test("every answer says that it is made up, and its counts add up")
    func honesty() async throws {
        try await withPortal { portal async throws in
            let all = try await frequencies("", of: portal).json.list
            #expect(all.count == 64)
            for frequency in all {
                #expect(frequency["beacon"].text == "made-up.demo-portal")
                #expect(frequency["datasetId"].text == "made-up-frequencies")
                let homozygous = 2 * (frequency["alleleCountHomozygous"].int ?? -1)
                let others =
                    (frequency["alleleCountHeterozygous"].int ?? -1) + (frequency["alleleCountHemizygous"].int ?? -1)
                #expect(frequency["alleleCount"].int == homozygous + others)
            }
        }
    }

    @Test("another position, assembly, allele or chromosome finds nothing")
    func absence() async throws {
        try await withPortal { portal async throws in
            for params in [
                #"\#(Self.variant),"assemblyId":"GRCh38""#, #""referenceName":"3","start":[1]"#,
                #""referenceName":"22""#, #""referenceName":"3","alternateBases":"G""#, #""countryOfBirth":"DE""#,
            ] {
                #expect(try await frequencies(params, of: portal).json == .list([]))
            }
            #expect(try await frequencies(#""start":[45864000,45865000]"#, of: portal).json.list.count == 8)
            #expect(try await frequencies(#""sex":"X""#, of: portal).status == 400)
            #expect(try await frequencies(#""start":"45864731""#, of: portal).status == 400)
        }
    }
}
