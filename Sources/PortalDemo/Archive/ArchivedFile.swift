import Synchronization

/// A file in the archive: made-up data, which says so, the same at every start.
struct ArchivedFile: Sendable {
    let dataset: String
    let kind: Kind

    enum Kind: String, CaseIterable, Sendable {
        case notes = "README.txt.c4gh"
        case reads = "reads/sample-1.fastq.c4gh"
        case variants = "variants/chr22.vcf.c4gh"
    }

    /// In the order of their paths.
    static func all(of dataset: String) -> [ArchivedFile] {
        Kind.allCases.map { ArchivedFile(dataset: dataset, kind: $0) }
    }

    /// Within the dataset.
    var path: String { kind.rawValue }

    var id: String {
        "demo-file-" + DemoSealing.hexadecimal(DemoSealing.hash(Array("\(dataset) \(path)".utf8), length: 16))
    }

    var dataKey: [UInt8] { DemoSealing.hash(Array("key of \(id)".utf8), length: 32) }

    var plain: [UInt8] {
        var numbers = MadeUpNumbers(seed: "\(dataset) \(path)")
        switch kind {
        case .notes:
            return Array(
                """
                Data of the demo portal for \(dataset).
                It is made up: nothing in it is from a person.

                reads/sample-1.fastq  reads by chance
                variants/chr22.vcf    variants by chance

                """.utf8)
        case .reads: return Self.reads(&numbers)
        case .variants: return Self.variants(&numbers)
        }
    }

    private static func reads(_ numbers: inout MadeUpNumbers) -> [UInt8] {
        var text: [UInt8] = []
        let quality = [UInt8](repeating: UInt8(ascii: "I"), count: 100)
        for read in 1...9000 {
            text += Array("@demo.\(read)\n".utf8)
            for _ in 0..<100 { text.append(numbers.base()) }
            text += Array("\n+\n".utf8) + quality + [0x0A]
        }
        return text
    }

    private static func variants(_ numbers: inout MadeUpNumbers) -> [UInt8] {
        var text = Array(
            """
            ##fileformat=VCFv4.3
            ##source=portal-demo, made up
            ##contig=<ID=22,length=50818468>
            ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tdemo-1

            """.utf8)
        var position = 16_050_000
        for _ in 0..<6000 {
            position += Int(numbers.next() % 4000) + 1
            let reference = numbers.base()
            var other = numbers.base()
            while other == reference { other = numbers.base() }
            let genotype = numbers.next() % 2 == 0 ? "0/1" : "1/1"
            text += Array("22\t\(position)\t.\t".utf8) + [reference, 0x09, other]
            text += Array("\t50\tPASS\t.\tGT\t\(genotype)\n".utf8)
        }
        return text
    }
}

/// Chance that is the same each time.
private struct MadeUpNumbers {
    private var state: UInt64

    init(seed: String) {
        state = DemoSealing.hash(Array(seed.utf8), length: 16).prefix(8).reduce(1) { $0 << 8 | UInt64($1) } | 1
    }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state >> 11
    }

    mutating func base() -> UInt8 { Array("ACGT".utf8)[Int(next() % 4)] }
}

/// A file as the archive has it: encrypted once, with what is known of it.
struct StoredFile: Sendable {
    let file: ArchivedFile
    /// Without a header, which each reader gets for himself.
    let body: [UInt8]
    let plainSize: Int
    let plainChecksum: String
    let bodyChecksum: String

    /// The same for every reader and at every time (swagger_v2.yml, ContentETag).
    var tag: String { "\"\(bodyChecksum.prefix(32))\"" }

    init(_ file: ArchivedFile) {
        let plain = file.plain
        self.file = file
        body = DemoSealing.body(of: plain, id: file.id, dataKey: file.dataKey)
        plainSize = plain.count
        plainChecksum = DemoSealing.sha256(plain)
        bodyChecksum = DemoSealing.sha256(body)
    }
}

/// Encrypts each file when it is first asked for.
final class ArchiveShelf: Sendable {
    private let kept = Mutex<[String: StoredFile]>([:])

    func stored(_ file: ArchivedFile) -> StoredFile {
        if let there = kept.withLock({ $0[file.id] }) { return there }
        let made = StoredFile(file)
        kept.withLock { $0[file.id] = made }
        return made
    }
}
