import Testing

@testable import PortalModel

@Suite("A cursor in a list")
struct ListPositionTests {
    @Test("At the edge the list scrolls by one")
    func scrollsByOne() {
        var position = ListPosition(selection: 9, top: 0)
        position.move(.down, count: 100, visible: 10)
        #expect(position == ListPosition(selection: 10, top: 1))
        position = ListPosition(selection: 5, top: 5)
        position.move(.up, count: 100, visible: 10)
        #expect(position == ListPosition(selection: 4, top: 4))
    }

    @Test("It never scrolls past an end")
    func staysInside() {
        var position = ListPosition(selection: 97, top: 88)
        for _ in 0..<5 { position.move(.down, count: 100, visible: 10) }
        #expect(position == ListPosition(selection: 99, top: 90))
        position = ListPosition(selection: 2, top: 2)
        for _ in 0..<5 { position.move(.up, count: 100, visible: 10) }
        #expect(position == ListPosition(selection: 0, top: 0))
        position = ListPosition(selection: 1, top: 0)
        position.move(.down, count: 3, visible: 10)
        #expect(position == ListPosition(selection: 2, top: 0))
    }

    @Test("A page turns as a whole, and at the ends the cursor goes all the way")
    func turnsPages() {
        var position = ListPosition(selection: 3, top: 0)
        position.move(.pageDown, count: 25, visible: 10)
        #expect(position == ListPosition(selection: 12, top: 9))
        position.move(.pageUp, count: 25, visible: 10)
        #expect(position == ListPosition(selection: 3, top: 0))
        position.move(.pageUp, count: 25, visible: 10)
        #expect(position == ListPosition(selection: 0, top: 0))
        for _ in 0..<3 { position.move(.pageDown, count: 25, visible: 10) }
        #expect(position == ListPosition(selection: 24, top: 15))
    }
}
