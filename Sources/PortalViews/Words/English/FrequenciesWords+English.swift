import PortalModel
import TerminalCanvas

extension FrequenciesWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title: "Allele frequencies"
        case .placeholder: "such as 3-45864731-T-C"
        case .howTo:
            """
            Type a variant: chromosome, position, bases of the reference, bases seen. Beside it, as you need them: \
            GRCh37 or GRCh38 (GRCh38 where none is named), F or M, and a country of birth by two letters.
            """
        case .forms:
            """
            3-45864731-T-C, chr3:45864731:T:C, 3:g.45864731T>C and NC_000003.11:g.45864731T>C are the same. Names of \
            dbSNP (rs…) and places in transcripts (c.) are not taken.
            """
        case .nothing: "Nobody in the network has counted this variant, or nobody with what narrows it."
        case .otherAssembly: "\(c.key("changeAssembly", in: .frequencies)) asks in the other reference genome."
        case .asking(let elapsed): "asking the network…\(elapsed)"
        case .query(let query):
            """
            \(query.variant.text) \(c.glyphs.separator) \(query.assembly.rawValue) \(c.glyphs.separator) \
            \(query.sex.map { $0 == .female ? "women" : "men" } ?? "everybody")\
            \(query.country.map { ", born in \($0)" } ?? "")
            """
        case .total(let total):
            """
            \(c.number(total.populations)) populations \(c.glyphs.separator) together \(c.share(total.frequency)): \
            \(c.alleles(total.count)) of \(c.alleles(total.number)) alleles
            """
        case .populations(let count): count == 1 ? "1 population" : "\(c.number(count)) populations"
        case .heading(.population): "population"
        case .heading(.frequency): "frequency"
        case .heading(.count): "count"
        case .heading(.number): "of"
        case .heading(.homozygous): "hom"
        case .heading(.heterozygous): "het"
        case .heading(.hemizygous): "hemi"
        case .people(let country, let sex):
            "\(country.map { "\($0), " } ?? "")\(sex == .female ? "women" : "men")"
        case .place(let dataset, let beacon):
            [dataset.map { "dataset \($0)" }, beacon.map { "counted by \($0)" }].compactMap(\.self).joined(
                separator: ", ")
        }
    }
}
