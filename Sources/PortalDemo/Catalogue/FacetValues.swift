import Foundation
import GRDB

/// The values that the datasets of a catalogue have, numbered as they come, with how many datasets have each.
///
/// What a value is called is worked out when its words are met first: a catalogue repeats few words many times.
struct FacetValues {
    struct Entry {
        let key: FacetKey
        var value: String
        var label: String
        var total = 0
    }

    /// By the catalogue's own words. Two of them may stand for one value of a vocabulary.
    private var byWords: [FacetKey: [String: Int]] = [:]
    private var byValue: [FacetKey: [String: Int]] = [:]
    private var all: [Int: Entry] = [:]
    private var last = 0

    /// By their numbers.
    var entries: [Int: Entry] { all }

    /// The values of a dataset, each once, which is counted with that.
    mutating func numbers(of record: CatalogueRecord) -> [Int] {
        var numbers: [Int] = []
        for (key, words) in FacetKey.words(of: record) {
            for word in words { numbers.append(number(of: word, key)) }
        }
        // Only a list that is long can hold many equal ones.
        if numbers.count > 1 {
            numbers.sort()
            var before = 0
            numbers.removeAll { number in
                defer { before = number }
                return number == before
            }
        }
        for number in numbers { all[number]?.total += 1 }
        return numbers
    }

    private mutating func number(of words: String, _ key: FacetKey) -> Int {
        if let number = byWords[key]?[words] { return number }
        let label = key.value(of: words)
        let number = byValue[key]?[label.value] ?? add(label, key)
        byWords[key, default: [:]][words] = number
        return number
    }

    private mutating func add(_ label: ValueLabel, _ key: FacetKey) -> Int {
        last += 1
        all[last] = Entry(key: key, value: label.value, label: label.label)
        byValue[key, default: [:]][label.value] = last
        return last
    }

    /// Series are known by their ids until all datasets are there: then they get their titles. Where two have the same
    /// one, they are one value.
    mutating func nameSeries(_ db: Database) throws {
        var byTitle: [String: Int] = [:]
        for (number, entry) in all.sorted(by: { $0.key < $1.key }) where entry.key == .seriesTitle {
            let record = try CatalogueStore.entry(id: entry.value, db)?.record
            let title = record?.isSeries == true ? record?.title ?? entry.value : entry.value
            if let same = byTitle[title] {
                try db.execute(
                    sql: "UPDATE dataset_facet SET value = ? WHERE value = ?", arguments: [same, number])
                all[same]?.total += entry.total
                all[number] = nil
            } else {
                byTitle[title] = number
                all[number]?.value = title
                all[number]?.label = title
            }
        }
    }
}
