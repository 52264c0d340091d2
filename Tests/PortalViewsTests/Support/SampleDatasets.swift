import Foundation
import PortalModel

/// Datasets as a catalogue has them: ordinary ones, and those that break careless programs.
enum SampleDatasets {
    static let now = Date(timeIntervalSince1970: 1_795_000_000)

    static func daysAgo(_ days: Double) -> Date { now.addingTimeInterval(-days * 86_400) }

    static let brainTumours = DatasetSummary(
        id: DatasetID("b1"), identifier: "EGAD50000001234", title: "Paediatric brain tumour genomes, long-read",
        description: """
            Long-read genomes of 1,204 children with tumours of the central nervous system, sequenced between 2021 and \
            2025 on two platforms, with matched blood.

            Structural variants and methylation were called with the same pipeline for all samples. Clinical follow-up \
            is available for five years after diagnosis.
            """,
        publishers: ["Karolinska Institutet"], themes: [term("Oncology"), term("Paediatrics")],
        keywords: ["long-read", "glioma", "methylation"], catalogue: "GDI Sweden", created: daysAgo(400),
        modified: daysAgo(20), accessRights: term("Restricted"), accessLevel: .restricted, individuals: 1204,
        distributionCount: 3, coverageStart: daysAgo(1700), coverageEnd: daysAgo(300))

    static let breastCancer = DatasetSummary(
        id: DatasetID("b2"), identifier: "EGAD50000000812", title: "Breast cancer whole-genome cohort, Tartu",
        publishers: ["University of Tartu", "Estonian Biobank"], themes: [term("Oncology")], modified: daysAgo(700),
        accessLevel: .restricted, individuals: 812, records: 34, distributionCount: 2)

    static let variants = DatasetSummary(
        id: DatasetID("b3"), identifier: "PRJEB12345", title: "Pan-cancer structural variants (aggregated)",
        publishers: ["EMBL-EBI"], themes: [term("Genomics")], modified: daysAgo(5), accessLevel: .open,
        distributionCount: 5)

    static let melanoma = DatasetSummary(
        id: DatasetID("b4"), identifier: "EGAD00001009999", title: "Familial melanoma exomes",
        description: "Exomes of members of 96 families.", publishers: ["Leiden UMC"], modified: daysAgo(1100),
        accessLevel: .external, individuals: 96, isExternallyGoverned: true)

    static let series = DatasetSummary(
        id: DatasetID("b5"), title: "Registry of rare diseases, yearly releases",
        publishers: ["Registry of Rare Diseases"],
        modified: daysAgo(90), accessLevel: .nonPublic, isSeries: true)

    static let bare = DatasetSummary(id: DatasetID("b6-without-anything"), title: "")

    static let longTitle = DatasetSummary(
        id: DatasetID("b7"), identifier: "EGAD7",
        title: "Whole-genome sequencing of matched tumour and normal samples from patients with early-onset colorectal "
            + "adenocarcinoma enrolled in a multi-centre prospective observational study",
        publishers: ["German Cancer Research Center, Division of Applied Bioinformatics and Translational Oncology"],
        modified: daysAgo(200), accessLevel: .restricted, individuals: 1_000_000, distributionCount: 1)

    /// Wide, right-to-left, combining and emoji text, and what tries to take over the terminal.
    static let worldly = [
        DatasetSummary(
            id: DatasetID("w1"), identifier: "JGAD000123", title: "日本人集団における全ゲノム解析データ（長鎖シーケンス）",
            publishers: ["国立遺伝学研究所"], modified: daysAgo(30), accessLevel: .restricted, individuals: 3256),
        DatasetSummary(
            id: DatasetID("w2"), title: "بيانات الجينوم لمرضى السكري", publishers: ["جامعة القاهرة"],
            modified: daysAgo(60), accessLevel: .open, distributionCount: 1),
        DatasetSummary(
            id: DatasetID("w3"), title: "Génomes de référence — e\u{301}pide\u{301}miologie, A\u{30A}land",
            publishers: ["Médecins du Gene\u{300}ve"], modified: daysAgo(61), accessLevel: .open),
        DatasetSummary(
            id: DatasetID("w4"), title: "Family study 👩‍👩‍👧‍👦 with hearts ❤️ and flags 🇫🇮", publishers: ["हिन्दी विश्वविद्यालय"],
            modified: daysAgo(62), accessLevel: .nonPublic),
        DatasetSummary(
            id: DatasetID("w5"),
            title: "Red \u{1B}[31malert\u{1B}[0m\u{202E}detrevni\u{202C}\r\nsecond line\ttab \u{9B}2J",
            publishers: ["\u{1B}]0;title\u{7}Evil\u{200B}Corp"], modified: daysAgo(63), accessLevel: .unknown),
        DatasetSummary(
            id: DatasetID("w6"), title: "전장 유전체 코호트 데이터셋 한국인 만성질환 추적 조사와 임상 정보 및 생활습관 설문 조사 자료 모음",
            publishers: ["한국인체자원은행"], modified: daysAgo(64), accessLevel: .restricted),
    ]

    static let detail = DatasetDetail(
        summary: brainTumours,
        sections: [
            DetailSection(
                title: "Population",
                entries: [
                    DetailEntry(label: "Unique individuals", values: ["1,204"]),
                    DetailEntry(label: "Ages", values: ["0 to 17"]),
                    DetailEntry(label: "Health categories", values: ["Oncology", "Rare diseases"]),
                ]),
            DetailSection(
                title: "Governance",
                entries: [
                    DetailEntry(
                        label: "Applicable legislation", values: ["http://data.europa.eu/eli/reg/2025/327/oj"],
                        isAddress: true),
                    DetailEntry(
                        label: "Purpose of the processing by the controller of the data",
                        values: [
                            "Research on the causes of childhood cancer, its diagnosis and its treatment, by researchers "
                                + "of recognised institutions."
                        ]),
                    DetailEntry(label: "Retention", values: ["until 2045-12-31"]),
                ]),
        ],
        distributions: [
            Distribution(
                title: "Aligned reads", description: "CRAM with index, one per sample.", format: "CRAM",
                accessURL: "https://ega.example/datasets/EGAD50000001234", byteSize: 4_100_000_000_000,
                licence: "GDI data access agreement"),
            Distribution(
                title: "Variant calls", format: "VCF", accessURL: "https://ega.example/datasets/EGAD50000001234/vcf",
                downloadURL: "https://ega.example/files/vcf.tar", byteSize: 812_000_000),
            Distribution(title: "", format: "TSV"),
        ],
        contacts: [
            ContactPoint(
                name: "Data access office", email: "data-access@ki.example", urls: ["https://ki.example/data-access"]),
            ContactPoint(name: "", email: "helpdesk@ega.example"),
        ],
        url: "https://portal.example/datasets/b1")

    static let externalDetail = DatasetDetail(
        summary: melanoma,
        distributions: [Distribution(title: "At the provider", accessURL: "https://lumc.example/melanoma/access")])

    private static func term(_ label: String) -> LabelledValue {
        LabelledValue(value: "http://example.org/\(label)", label: label)
    }
}

extension DatasetSummary {
    /// The same, as its provider governs it.
    var governedElsewhere: DatasetSummary {
        var dataset = self
        (dataset.isExternallyGoverned, dataset.accessLevel) = (true, .external)
        return dataset
    }
}
