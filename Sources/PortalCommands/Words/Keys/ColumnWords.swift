/// What stands above the columns of a table.
enum ColumnWords: String, CaseIterable {
    case access, address, changed, check, checksum, count, dataset, datasets, detail, discovery, file, frequency, from,
        id
    case identifier, key, kind, label, left, line, modified, name, news, number, population, portal, seen, service
    case setting, signs, size, source, state, time, title, until, value, version
    /// Where people sign in.
    case signIn
    // Of what was counted.
    case heterozygous, homozygous, hemizygous, variant
    case calls, day, failed, frames, hits, meanTime, retries, saves
    /// Above a sign that needs no words.
    case none
}
