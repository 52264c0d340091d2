import PortalModel
import Testing

extension Story {
    /// What has to hold after every step of every story.
    func checkInvariants(_ sourceLocation: SourceLocation) {
        func expect(_ holds: Bool, _ what: Comment) {
            #expect(holds, what, sourceLocation: sourceLocation)
        }
        let browser = state.browser
        let visible = state.browserLayout.visibleResults
        expect(
            (0..<max(1, browser.results.total)).contains(browser.selection),
            "The cursor is at \(browser.selection) of \(browser.results.total) results.")
        if state.screen == .browser, state.browserLayout.list != nil {
            expect(
                (browser.top..<browser.top + visible).contains(browser.selection),
                "The cursor \(browser.selection) is out of sight: \(visible) from \(browser.top) are shown.")
        }
        let basket = state.basket
        let basketRows = BasketLayout(state.layout).visibleItems
        let basketLine = state.basketLines.lines.firstIndex(of: .item(basket.selection)) ?? 0
        expect(
            (basket.top..<basket.top + basketRows).contains(basketLine),
            "The basket's cursor \(basket.selection) is out of sight: \(basketRows) from \(basket.top) are shown.")
        expect((0..<max(1, basket.items.count)).contains(basket.selection), "The basket's cursor is outside of it.")
        let requests = state.requests
        let requestRows = state.requestsLayout.visibleRequests
        expect(
            (requests.top..<requests.top + requestRows).contains(requests.selection),
            "The cursor \(requests.selection) of the requests is out of sight: \(requestRows) from \(requests.top).")

        // What the state waits for must really be under way: an effect that gets lost would be waited for in vain.
        for pending in awaited {
            expect(
                reads[pending.id.slot]?.readID == pending.id,
                "\(pending.id) is waited for but not under way.")
        }
        expect(state.failures.count <= 200, "The log of failures grows without bound.")
    }

    private var awaited: [Pending] {
        let browser = state.browser
        return Array(browser.results.pending.values)
            + [
                browser.facets.pending, browser.facets.valuesPending, browser.detail?.pending, state.requests.pending,
                state.requests.entitlementsPending, state.requests.open?.pending,
                state.requests.looking,
            ].compactMap { $0 }
    }
}
