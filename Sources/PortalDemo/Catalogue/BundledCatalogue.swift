/// The catalogue that comes with the demo portal: descriptions, in our own words, of public genomic and health
/// resources that exist, for a program that should show real material with nothing else installed.
///
/// Each part is text with one JSON object a line, in the shape that `--catalogue FILE.jsonl` takes too, so that one
/// reader serves both. Keys beyond the published ones: `identifier`, `isSeries`, `inSeries` (an `id`),
/// `externallyGoverned`, `individuals`, `records`, `language` (ISO 639-1), `spatial`, `temporalStart`, `temporalEnd`,
/// `minAge`, `maxAge` (years), `healthThemes`, `conformsTo`, `version`, `contactName`, `contactEmail`, `provenance`,
/// `populationCoverage` and `demoOutcome` (`reject`: the demo committee always refuses).
///
/// A fact that was not certain was left out, not guessed: a missing key says nothing about the resource. Where only
/// a year is known, a date is its first day (`temporalEnd`: its last). An identifier equal to the `id` means that no
/// accession is given. Access to the resources themselves is asked for at their providers; what the demo decides has
/// no effect anywhere. What is no resource stands in `madeUp`.
enum BundledCatalogue {
    /// The parts in the order in which they are loaded; series come before their members.
    static let parts: [String] = [
        populations,
        cancer,
        functionalGenomics,
        cohorts,
        references,
        rareDiseases,
        neurology,
        infection,
        registries,
        romanceLanguages,
        otherLanguages,
        madeUp,
    ]
}
