import PortalModel

extension Scene {
    /// The line in which datasets are searched, while it is typed.
    static let line = [
        Scene("line-problem") {
            $0.browser.focus = .search
            $0.browser.searchField = TextBuffer("cancer acess:restricted")
            $0.browser.query.text = "cancer"
            $0.browser.entry.problem = QueryProblem(
                .unknownName(name: "acess", known: ["access", "theme", "modified"], meant: ["access"]),
                at: QueryPlace(start: 7, length: 5))
        },
        Scene("line-completion") {
            $0.browser.focus = .search
            $0.browser.searchField = TextBuffer("cancer ")
            _ = reduce(into: &$0, .input(.key(.character("t"))))
            _ = reduce(into: &$0, .input(.key(.tab)))
        },
        Scene("line-earlier") {
            for line in ["lung access:restricted", "theme:(Oncology or \"Rare diseases\") sort:title"] {
                $0.searches.remember(line)
            }
            _ = reduce(into: &$0, .input(.key(.control("r"))))
        },
    ]
}
