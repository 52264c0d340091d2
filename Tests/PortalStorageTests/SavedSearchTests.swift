import Foundation
import PortalDomain
import Testing

@Suite("Saved searches")
struct SavedSearchTests {
    private func found(_ datasets: (String, Double?)..., unreadable: Int = 0, at seconds: Double = 0) -> FoundDatasets {
        let summaries = datasets.map { id, changed in
            var dataset = DatasetSummary(id: DatasetID(id), title: "T " + id)
            dataset.modified = changed.map(Date.init(timeIntervalSinceReferenceDate:))
            return dataset
        }
        return FoundDatasets(summaries, unreadable: unreadable, at: Date(timeIntervalSinceReferenceDate: seconds))
    }

    @Test func newsIsToldByIdAndDate() {
        var seen = SeenDatasets()
        seen.mark(found(("a", 1), ("b", 1), ("c", nil), ("d", 1)))
        let news = seen.news(in: found(("b", 2), ("a", 1), ("c", 5), ("e", 1)))
        #expect(news.items.map(\.id.rawValue) == ["b", "e"], "a date that was not known before is no change")
        #expect(news.items.map(\.isNew) == [false, true])
        #expect(news.gone == ["d"])
        #expect(news.count == NewsCount(new: 1, changed: 1, gone: 1))
        #expect(seen.news(in: found(("a", 1))).count.isEmpty, "what is gone is no news")
        #expect(seen.news(in: found(("a", nil))).count.isEmpty, "a date that is not told now is no change")
        // As many as before, and one of them is another one.
        #expect(seen.news(in: found(("a", 1), ("b", 1), ("c", nil), ("x", 1))).count.new == 1)
    }

    @Test func whatComesAgainIsNotNew() {
        var seen = SeenDatasets()
        seen.mark(found(("a", 1), ("b", 1)))
        seen.mark(found(("a", 1), at: 10))
        #expect(seen.news(in: found(("a", 1))).gone.isEmpty, "it is told once")
        #expect(seen.news(in: found(("a", 1), ("b", 1))).count == NewsCount())
        #expect(seen.news(in: found(("a", 1), ("b", 2))).count == NewsCount(changed: 1))
    }

    @Test func nothingIsCalledGoneBesideWhatCannotBeRead() {
        var seen = SeenDatasets()
        seen.mark(found(("a", 1), ("b", 1)))
        let later = found(("a", 1), unreadable: 1)
        #expect(seen.news(in: later).gone.isEmpty)
        seen.mark(later)
        #expect(seen.marks["b"]?.goneAt == nil)
    }

    @Test func newsAreMarkedAsTheyWereTold() {
        var seen = SeenDatasets()
        seen.mark(found(("a", 1), ("b", 1)))
        let told = seen.news(in: found(("a", 2), ("c", 1)))
        seen.mark(told, at: .distantPast)
        #expect(seen.news(in: found(("a", 2), ("c", 1))).count == NewsCount())
        #expect(seen.news(in: found(("a", 3), ("c", 1))).count == NewsCount(changed: 1), "it was changed since")
    }

    @Test(arguments: [
        ("lung cancer", true), ("x", true), ("", false), ("  ", false), (" x", false), ("a\nb", false),
        ("a\u{1B}[2J", false), (String(repeating: "x", count: 61), false), ("../../etc", true), ("Überblick", true),
    ])
    func namesAreOneLine(name: String, isTaken: Bool) { #expect(SavedSearch.canBeCalled(name) == isTaken) }
}
