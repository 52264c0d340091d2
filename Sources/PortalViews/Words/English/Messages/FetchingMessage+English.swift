import PortalModel
import TerminalCanvas

extension FetchingMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .accessOver: "This access is over: \(c.key(.renewAccess)) asks for it again."
        case .notGranted: "The data are handed out once the request is approved."
        case .noFiles: "There are no files to fetch here: what is typed for other ways stands below."
        case .noFileHere: "The cursor is on no file; \(c.key(.copyDataLine)) copies what it is on."
        case .noLine: "There is nothing to copy here."
        case .isFetching: "It is being fetched: wait for its end, or stop it first."
        case .isLooking: "One moment: it is being looked for."
        case .noKey(let path): "Data is encrypted for a key, and \(path) is not there: \(c.key(.makeDataKey)) makes it."
        case .keyUnusable(let path): "\(path) cannot be used as a key: portal keys show tells why."
        case .allHere: "All of it is here, or on its way."
        case .stopped: "Stopped. What came is kept; fetching again goes on there."
        case .partKept: "What came is kept; fetching again goes on there."
        case .done(let files): files == 1 ? "The file is here." : "All \(c.number(files)) files are here."
        case .someFailed(let count, let all):
            "\(c.number(count)) of \(c.number(all)) files are not here; the cursor on one tells why."
        case .checked(let tally): Self.words(for: tally, c)
        case .askArchive(let address):
            """
            The catalogue says that the data are at \(address). To list and fetch them your sign-in is sent there, and \
            whoever runs it can use it as you. Is that whom you trust with it?
            """
        case .askMuch(let bytes):
            "\(c.bytes(Int64(clamping: bytes))) are to be fetched. Is that what you mean, and is it right here?"
        case .endStops(let files):
            """
            \(c.count(files, .file)) on the way. Quitting now stops it; what came is kept, and it is told how to go on.
            """
        case .endFirst: "Files are on their way: change over when they are here, or stop it first."
        case .goesOn(let lines):
            "what came of the files is kept; this goes on: \(lines.joined(separator: " && "))"
        }
    }

    private static func words(for tally: DataTally, _ c: Phrasing) -> TerminalText {
        var words =
            "\(c.count(tally.checked, .file)) checked by what the archive told of them"
            + (tally.wrong > 0 ? "; \(c.number(tally.wrong)) WRONG, the cursor on one tells why" : ", none wrong")
        if tally.lengthAlone > 0 { words += "; of \(c.number(tally.lengthAlone)) the length alone" }
        if tally.unfinished > 0 { words += "; \(c.number(tally.unfinished)) not fetched to the end" }
        if tally.missing > 0 { words += "; \(c.number(tally.missing)) missing" }
        return TerminalText(singleLine: words + ".")
    }
}
