import PortalModel
import TerminalCanvas

extension FrequenciesWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title: "Allelfrequenzen"
        case .placeholder: "etwa 3-45864731-T-C"
        case .howTo:
            """
            Eine Variante eingeben: Chromosom, Position, Basen der Referenz, gesehene Basen. Daneben nach Bedarf: \
            GRCh37 oder GRCh38 (GRCh38, wenn keines dasteht), F oder M und ein Geburtsland aus zwei Buchstaben.
            """
        case .forms:
            """
            3-45864731-T-C, chr3:45864731:T:C, 3:g.45864731T>C und NC_000003.11:g.45864731T>C sind dasselbe. Namen aus \
            dbSNP (rs…) und Orte in Transkripten (c.) werden nicht genommen.
            """
        case .nothing: "Niemand im Netz hat diese Variante gezählt, oder niemand mit dem, was sie eingrenzt."
        case .otherAssembly: "\(c.key("changeAssembly", in: .frequencies)) fragt im anderen Referenzgenom."
        case .asking(let elapsed): "fragt das Netz…\(elapsed)"
        case .query(let query):
            """
            \(query.variant.text) \(c.glyphs.separator) \(query.assembly.rawValue) \(c.glyphs.separator) \
            \(query.sex.map { $0 == .female ? "Frauen" : "Männer" } ?? "alle")\
            \(query.country.map { ", geboren in \($0)" } ?? "")
            """
        case .total(let total):
            """
            \(c.number(total.populations)) Populationen \(c.glyphs.separator) zusammen \(c.share(total.frequency)): \
            \(c.alleles(total.count)) von \(c.alleles(total.number)) Allelen
            """
        case .populations(let count): count == 1 ? "1 Population" : "\(c.number(count)) Populationen"
        case .heading(.population): "Population"
        case .heading(.frequency): "Frequenz"
        case .heading(.count): "Anzahl"
        case .heading(.number): "von"
        case .heading(.homozygous): "hom"
        case .heading(.heterozygous): "het"
        case .heading(.hemizygous): "hemi"
        case .people(let country, let sex):
            "\(country.map { "\($0), " } ?? "")\(sex == .female ? "Frauen" : "Männer")"
        case .place(let dataset, let beacon):
            [dataset.map { "Datensatz \($0)" }, beacon.map { "gezählt von \($0)" }].compactMap(\.self).joined(
                separator: ", ")
        }
    }
}
