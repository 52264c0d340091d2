import PortalModel

/// How often a variant is seen.
enum FrequenciesWords: Equatable {
    case title, placeholder, howTo, forms, nothing, otherAssembly
    case asking(elapsed: String)
    /// What was asked.
    case query(AlleleFrequencyQuery)
    /// Of all that were counted.
    case total(AlleleTotal)
    case populations(count: Int)
    /// Over a column; the order that it is for.
    case heading(Column)
    /// A population in words, where its name is a country and a sex.
    case people(country: String?, sex: AlleleFrequencyQuery.Sex)
    /// Where the population under the cursor was counted.
    case place(dataset: String?, beacon: String?)

    enum Column: Equatable { case population, frequency, count, number, homozygous, heterozygous, hemizygous }
}
