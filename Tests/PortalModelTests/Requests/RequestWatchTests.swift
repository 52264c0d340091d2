import Foundation
import PortalModel
import Testing

@Suite("What has changed of somebody's requests")
struct RequestWatchTests {
    private func request(
        _ id: String, _ state: ApplicationState, changed seconds: Double? = nil
    ) -> ApplicationSummary {
        ApplicationSummary(
            id: ApplicationID(id), title: "Title \(id)", state: state,
            stateChanged: seconds.map { Date(timeIntervalSince1970: $0) })
    }

    @Test("The first look changes nothing, and the same list twice neither")
    func first() {
        var watch = RequestWatch()
        let list = [request("1", .submitted, changed: 5), request("2", .draft)]
        #expect(watch.look(at: list).isEmpty)
        #expect(watch.look(at: list.reversed()).isEmpty)
    }

    @Test("What changed comes in the order in which it did, each once")
    func changes() {
        var watch = RequestWatch()
        _ = watch.look(at: [
            request("1", .submitted, changed: 1), request("2", .submitted, changed: 2), request("3", .draft),
        ])
        let moved = watch.look(at: [
            request("1", .approved, changed: 20), request("2", .submitted, changed: 10),
            request("4", .draft, changed: 15),
        ])
        #expect(moved.map(\.request.id.rawValue) == ["3", "2", "4", "1"])
        #expect(moved.map(\.kind) == [.gone, .touched, .appeared, .changed(from: .submitted)])
        #expect(
            watch.look(at: [
                request("1", .approved, changed: 20), request("2", .submitted, changed: 10),
                request("4", .draft, changed: 15),
            ]).isEmpty)
    }

    @Test("A portal that tells no dates loses no change of a state")
    func undated() {
        var watch = RequestWatch()
        _ = watch.look(at: [request("1", .submitted)])
        let moved = watch.look(at: [request("1", .returned)])
        #expect(moved.map(\.kind) == [.changed(from: .submitted)])
        #expect(moved[0].at == nil)
    }

    @Test("By chance: what is told, put onto the list before, is the list after")
    func everyChangeIsTold() {
        var random = SeededGenerator(seed: 7)
        let states: [ApplicationState] = [.draft, .submitted, .returned, .approved, .other("odd")]
        func list() -> [ApplicationSummary] {
            (0..<6).filter { _ in Bool.random(using: &random) }.map { number in
                request(
                    "\(number)", states.randomElement(using: &random) ?? .draft,
                    changed: Bool.random(using: &random) ? Double(Int.random(in: 0...3, using: &random)) : nil)
            }
        }
        var watch = RequestWatch()
        var known: [ApplicationID: ApplicationState] = [:]
        for round in 0..<500 {
            let list = list()
            let moved = watch.look(at: list)
            if round == 0 {
                known = Dictionary(uniqueKeysWithValues: list.map { ($0.id, $0.state) })
                continue
            }
            for movement in moved {
                if case .changed(let before) = movement.kind { #expect(known[movement.request.id] == before) }
                known[movement.request.id] = movement.kind == .gone ? nil : movement.request.state
            }
            #expect(known == Dictionary(uniqueKeysWithValues: list.map { ($0.id, $0.state) }))
        }
    }

    @Test("Nobody asks more often than a portal bears, and less often while nothing happens")
    func pace() {
        var pace = WatchPace(interval: 1)
        #expect(pace.wait == WatchPace.shortest)
        for _ in 0..<10 { pace.looked(isNews: false) }
        #expect(pace.wait == 2 * WatchPace.shortest)
        for _ in 0..<1000 { pace.looked(isNews: false) }
        #expect(pace.wait == WatchPace.longest)
        pace.looked(isNews: true)
        #expect(pace.wait == WatchPace.shortest)
        #expect(WatchPace(interval: 3600).wait == 3600, "who wants less is given less")
    }
}
