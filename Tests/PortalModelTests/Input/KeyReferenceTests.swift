import Foundation
import PortalModel
import Testing

@Suite("docs/KEYS.md")
struct KeyReferenceTests {
    @Test("The keys page is what the key table says")
    func pageIsUpToDate() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/KEYS.md").standardizedFileURL
        let written = try String(contentsOf: page, encoding: .utf8)
        #expect(written == KeyMap.standard.markdown, "docs/KEYS.md is old: `make keys` writes it anew.")
    }

    @Test("Every context that has keys has a table, and bars in cells are escaped")
    func tables() {
        let keys = KeyMap([
            CommandSpec(["|"], .open, in: [.basket], "a|b", "Open.", run: { _ in [] }),
            CommandSpec(
                [.control("x"), .enter], .deleteRequest, in: [.requests], "delete", "Delete.", isDestructive: true,
                run: { _ in [] }),
        ])
        let page = keys.markdown
        #expect(
            page.contains(
                "## Basket (`basket`)\n\n| Keys | Command | What it does | Name |\n|---|---|---|---|\n"
                    + "| `\\|` | a\\|b | Open. | `open` |\n"))
        #expect(page.contains("| `^X` `↵` | delete | Delete. Asks first. | `deleteRequest` |\n"))
        #expect(!page.contains("## Datasets"))
        #expect(page.hasSuffix("|\n"))
    }
}
