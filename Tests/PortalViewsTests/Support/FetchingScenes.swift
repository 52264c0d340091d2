import Foundation
import PortalModel

extension Scene {
    static let fetching = [
        Scene("data") { state in
            open(&state, SampleData.data)
            let question = DataQuestion(dataset: "EGAD12-0")
            perform(&state, .input(.key(.character("a"))))
            perform(&state, .data(.told(question, FileNews("1", .decrypted(.plain("sha256"))))))
            perform(&state, .data(.told(question, FileNews("2", .part(1_000_000_000)))))
        },
        Scene("data-here") { state in
            var data = SampleData.data
            data.files[0].standing = .decrypted(nil)
            data.files[1].standing = .part(800_000_000)
            data.files[2].standing = .failed(.wrongChecksum(ofPlainText: true, "sha256"))
            data.files[3].standing = .encrypted(.encrypted("md5"))
            open(&state, data)
            for _ in 0..<2 { perform(&state, .input(.key(.down))) }
        },
        Scene("data-weak") { state in
            var data = SampleData.data
            data.files[0].standing = .encrypted(.encrypted("md5"))
            data.key = DataKeyStanding(.none, path: "/home/ada/.c4gh/key")
            open(&state, data)
        },
        Scene("data-unconfirmed") { state in
            var data = SampleData.data
            data.archive = nil
            data.files = []
            data.unconfirmed = "https://download.elsewhere.example"
            open(&state, data)
            perform(&state, .input(.key(.down)))
        },
        Scene("data-refused") { state in
            var data = SampleData.data
            data.files = []
            data.failure = PortalError(.offline, operation: "listing the files")
            data.failure?.archive = "download.archive.example"
            open(&state, data)
        },
        Scene("data-looking") { state in open(&state, nil) },
        Scene("data-nowhere") { state in
            var data = SampleData.data
            (data.archive, data.files, data.ways) = (nil, [], [])
            open(&state, data)
        },
        Scene("data-folder") { state in
            open(&state, SampleData.data)
            perform(&state, .input(.key(.character("t"))))
        },
    ]

    private static func perform(_ state: inout AppState, _ action: AppAction) { _ = reduce(into: &state, action) }

    private static func open(_ state: inout AppState, _ data: DatasetData?) {
        state.screen = .requests
        state.requests.applications = SampleRequests.list
        state.requests.entitlements = SampleRequests.entitlements
        state.requests.granted = GrantedState()
        perform(&state, .commandChosen(.showData))
        if let data { perform(&state, .data(.found(DataQuestion(dataset: "EGAD12-0"), .success(data)))) }
    }
}

/// The data of a dataset in an archive, with other ways to them.
enum SampleData {
    private static func file(_ id: String, _ path: String, _ size: UInt64) -> DataFile {
        DataFile(
            ArchiveFile(id: id, path: path, size: size, checksums: [Checksum("00", algorithm: "sha256")]), .absent)
    }

    static let data = DatasetData(
        dataset: "EGAD12-0",
        ways: [
            DataWay(
                .sda, "https://download.archive.example", from: .configuration,
                lines: ["portal data fetch EGAD12-0 --to /home/ada/data-EGAD12-0"]),
            DataWay(
                .htsget, "https://htsget.archive.example", from: .distribution("Aligned reads, by region"),
                lines: [
                    "HTS_AUTH_LOCATION=TOKEN-FILE samtools view -b -o reads.bam https://htsget.archive.example/reads/EGAD12-0",
                    "python3 -c 'import htsget, sys; …' https://htsget.archive.example/reads/EGAD12-0 reads.bam TOKEN-FILE",
                ]),
            DataWay(.workspace, "https://desktop.archive.example", from: .configuration),
        ], archive: "https://download.archive.example",
        files: [
            file("1", "README.txt.c4gh", 1200),
            file("2", "reads/melanoma-long-read-sample-0001.bam.c4gh", 4_100_000_000),
            file("3", "variants/chr1.vcf.c4gh", 812_000_000), file("4", "全ゲノム/summary.tsv.c4gh", 64_000),
        ], folder: "/home/ada/data-EGAD12-0", key: DataKeyStanding(.open, path: "/home/ada/.c4gh/key"))
}
