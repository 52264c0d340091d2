import Foundation
import Testing

@testable import PortalDemo

@Suite("The archive's download service")
struct ArchiveTests {
    private static let key = Data(1...32).base64EncodedString()

    @Test("who has no access learns nothing, and who has it sees files with sizes and checksums")
    func lists() async throws {
        try await withCommittee { ada, clock async throws in
            let stranger = try await ada.portal.send(.get, .archive, "datasets/EGAD1")
            #expect(stranger.status == 403)
            #expect(stranger.header("Content-Type") == "application/problem+json")
            let unknown = try await ada.portal.send(.get, .archive, "datasets/nothing")
            #expect(unknown.json["detail"] == stranger.json["detail"])
            #expect(try await ada.portal.send(.get, .archive, "datasets").json["datasets"].list.isEmpty)
            var nobody = ada.portal
            nobody.token = nil
            #expect(try await nobody.send(.get, .archive, "datasets").status == 401)
            #expect(try await nobody.send(.get, .archive, "service-info").json["type"]["artifact"].text == "drs")

            try await ada.isGranted("EGAD1", clock)
            #expect(try await ada.portal.send(.get, .archive, "datasets").json["datasets"] == .list([.string("EGAD1")]))
            let files = try await ada.portal.send(.get, .archive, "datasets/EGAD1/files").json["files"].list
            #expect(files.count == 3)
            for file in files {
                let segments = ((file["decryptedSize"].int ?? 0) + 65_535) / 65_536
                #expect(file["size"].int == (file["decryptedSize"].int ?? 0) + segments * 28)
                #expect(file["checksums"][0]["type"].text == "sha256")
            }
            let one = try await ada.portal.send(.get, .archive, "datasets/EGAD1/files?filePath=README.txt.c4gh")
            #expect(one.json["files"].list.count == 1)
            let none = try await ada.portal.send(.get, .archive, "datasets/EGAD1/files?filePath=nothing")
            #expect(none.status == 200 && none.json["files"].list.isEmpty)
            let both = try await ada.portal.send(.get, .archive, "datasets/EGAD1/files?filePath=a&pathPrefix=b")
            #expect(both.json["errorCode"].text == "FILTER_CONFLICT")
        }
    }

    @Test("a list is gone on with by a token that holds for its own query")
    func pages() async throws {
        try await withCommittee { ada, clock async throws in
            try await ada.isGranted("EGAD1", clock)
            let first = try await ada.portal.send(.get, .archive, "datasets/EGAD1/files?pageSize=2").json
            #expect(first["files"].list.count == 2)
            let token = try #require(first["nextPageToken"].text)
            let rest = try await ada.portal.send(
                .get, .archive, "datasets/EGAD1/files?pageSize=2&pageToken=\(token)")
            #expect(rest.json["files"].list.count == 1 && rest.json["nextPageToken"] == .null)
            for query in ["pageSize=1&pageToken=\(token)", "pageSize=2&pageToken=ptk_0_0", "pageSize=0"] {
                #expect(try await ada.portal.send(.get, .archive, "datasets/EGAD1/files?\(query)").status == 400)
            }
        }
    }

    @Test("a header is another one each time, for the key that was sent; the content stays as it is")
    func bytes() async throws {
        try await withCommittee { ada, clock async throws in
            try await ada.isGranted("EGAD1", clock)
            let files = try await ada.portal.send(.get, .archive, "datasets/EGAD1/files").json["files"].list
            let id = try #require(files[2]["fileId"].text)
            let (header, content) = ("files/\(id)/header", "files/\(id)/content")
            #expect(try await ada.portal.send(.get, .archive, header).json["errorCode"].text == "KEY_MISSING")
            let key = ["X-C4GH-Public-Key": Self.key]
            let two = ["X-C4GH-Public-Key": Self.key, "Htsget-Context-Public-Key": Self.key]
            let conflict = try await ada.portal.send(.get, .archive, header, headers: two)
            #expect(conflict.json["errorCode"].text == "KEY_CONFLICT")
            let once = try await ada.portal.send(.get, .archive, header, headers: key)
            let again = try await ada.portal.send(.get, .archive, header, headers: key)
            #expect(once.bytes.count == 124 && once.bytes != again.bytes)

            let whole = try await ada.portal.send(.get, .archive, content)
            let tag = try #require(whole.header("ETag"))
            #expect(once.header("SDA-Content-ETag") == tag)
            #expect(whole.bytes.count == files[2]["size"].int)
            let head = try await ada.portal.send(.head, .archive, content)
            #expect(head.header("Content-Length") == "\(whole.bytes.count)" && head.bytes.isEmpty)

            func part(_ range: String, _ more: [String: String] = [:]) async throws -> PortalClient.Answer {
                try await ada.portal.send(
                    .get, .archive, content, headers: ["Range": range].merging(more) { $1 })
            }
            let rest = try await part("bytes=70000-", ["If-Range": tag])
            #expect(rest.status == 206 && rest.bytes == whole.bytes[70000...])
            #expect(rest.header("Content-Range") == "bytes 70000-\(whole.bytes.count - 1)/\(whole.bytes.count)")
            #expect(try await part("bytes=-5").bytes == whole.bytes.suffix(5))
            #expect(try await part("bytes=3-5").bytes == whole.bytes[3...5])
            #expect(try await part("bytes=3-", ["If-Range": "\"other\""]).status == 200)
            #expect(try await part("bytes=1-2,4-5").json["errorCode"].text == "RANGE_INVALID")
            let behind = try await part("bytes=\(whole.bytes.count)-")
            #expect(behind.status == 416 && behind.header("Content-Range") == "bytes */\(whole.bytes.count)")

            let object = try await ada.portal.send(.get, .archive, "objects/EGAD1/variants/chr22.vcf.c4gh").json
            #expect(object["checksums"][0]["type"].text == "sha-256")
            #expect(object["checksums"][0]["checksum"].text == DemoSealing.sha256(Array(whole.bytes)))
        }
    }
}

extension Applicant {
    /// Lets the committee approve.
    fileprivate func isGranted(_ identifier: String, _ clock: TestClock) async throws {
        let id = try await completeDraft(identifier)
        #expect(try await submit(id).status == 204)
        clock.advance(by: 100)
        #expect(try await state(id) == "application.state/approved")
    }
}
