import FoundationEssentials
import PortalModel
import TerminalCanvas

/// Where the data of a dataset lie, the files of its archive with what is here of each, and what is typed for other ways.
struct FetchingOverlay {
    let state: AppState
    let context: ViewContext

    private var fetching: FetchingState { state.fetching }

    func draw(on room: Canvas) {
        if let naming = fetching.naming { return draw(naming, on: room) }
        let inner = OverlayPane(title: title, note: note).draw(on: room, context)
        let facts = facts(columns: inner.columns)
        // In little room the list comes first: the facts can be had by making more of it.
        let shown = inner.rows - facts.lineCount >= 4 ? facts.lineCount : min(facts.lineCount, max(inner.rows - 3, 0))
        facts.draw(on: inner.splitTop(shown).top, offset: 0, context: context, reports: false)
        let gap = inner.rows - shown > 6 && shown > 0 ? 1 : 0
        let below = below(columns: inner.columns)
        let list = inner.inset(top: min(shown + gap, inner.rows))
        let foot = min(below.lineCount, max(list.rows - 2, 0))
        drawRows(on: list.splitTop(list.rows - foot).top)
        below.draw(on: list.splitBottom(foot).bottom, offset: 0, context: context, reports: false)
    }

    private var title: TerminalText {
        let words = context.words(FetchingWords.title)
        guard let name = state.titleOfData else { return words }
        return "\(words)  \(TerminalText(singleLine: name))"
    }

    private var note: TerminalText {
        if let since = fetching.lookingSince {
            let elapsed = context.words.elapsed(seconds: state.now.timeIntervalSince(since))
            return context.words(
                fetching.isChecking ? FetchingWords.checking(elapsed: elapsed) : .looking(elapsed: elapsed))
        }
        guard let files = fetching.data?.files, !files.isEmpty else { return .empty }
        let bytes = files.reduce(UInt64(0)) { sum, file in
            let (more, isTooMuch) = sum.addingReportingOverflow(file.file.size)
            return isTooMuch ? .max : more
        }
        return context.words(FetchingWords.files(count: files.count, bytes: bytes))
    }

    // MARK: - What holds for all files

    private func facts(columns: Int) -> ScrollText {
        var builder = ScrollTextBuilder(width: columns, texts: context.texts)
        if let problem = fetching.problem {
            builder.paragraph("\(context.glyphs.cross) \(context.words.reason(problem))", style: .error)
        }
        guard let data = fetching.data else { return builder.text }
        if let running = fetching.running {
            let words = FetchingWords.running(
                done: running.done, of: running.job.files.count, percent: Int(running.part * 100))
            builder.bar(
                running.part, label: context.words(running.isStopping ? .stopping : words), context.glyphs)
        }
        if let archive = data.archive {
            builder.paragraph(context.words(FetchingWords.archive(address: archive)), style: .dim)
        } else if let address = data.unconfirmed {
            builder.paragraph(context.words(FetchingWords.unconfirmed(address: address)), style: .warning)
        } else {
            builder.paragraph(
                context.words(data.ways.isEmpty ? FetchingWords.none : .noArchive),
                style: data.ways.isEmpty ? .warning : .dim)
        }
        if let failure = data.failure {
            builder.paragraph("\(context.glyphs.cross) \(context.words.reason(failure))", style: .error)
        }
        guard data.archive != nil, data.failure == nil else { return builder.text }
        builder.paragraph(context.words(FetchingWords.into(folder: data.folder)), style: .dim)
        let isReady = data.key.state == .locked || data.key.state == .open
        builder.paragraph(
            context.words(FetchingWords.key(data.key, decrypts: fetching.decrypts)), style: isReady ? .dim : .warning)
        return builder.text
    }

    /// What the one line under the cursor has no room for.
    private func below(columns: Int) -> ScrollText {
        var builder = ScrollTextBuilder(width: columns, texts: context.texts)
        guard let data = fetching.data else { return builder.text }
        switch fetching.row {
        case .file(let index): describe(data.files[index], in: &builder)
        case .way(let way):
            builder.paragraph(TerminalText(singleLine: data.ways[way].address ?? ""), style: .dim)
        case .line(let way, let line):
            builder.paragraph(TerminalText(singleLine: data.ways[way].lines[line]), style: .dim)
        case nil: break
        }
        return builder.text
    }

    private func describe(_ file: DataFile, in builder: inout ScrollTextBuilder) {
        for checksum in file.file.checksums.prefix(2) {
            let words = FetchingWords.checksum(algorithm: checksum.algorithm, value: checksum.value)
            builder.paragraph(context.words(words), style: .dim)
        }
        if case .failed(let fault) = file.standing, !fetching.isAwaited(file.file.id) {
            builder.paragraph("\(context.glyphs.cross) \(context.words(FetchingWords.fault(fault)))", style: .error)
        } else if file.standing.isWeak {
            builder.paragraph(
                "\(context.glyphs.warning) \(context.words(FetchingWords.weak(algorithm: "MD5")))", style: .warning)
        }
    }

    // MARK: - The rows

    private func drawRows(on list: Canvas) {
        let rows = fetching.rows
        let viewport = ListViewport(itemCount: rows.count, rows: list.rows)
        let top = viewport.top(selected: fetching.selection, from: 0)
        let table = TableLayout(
            [
                TableColumn(ideal: 36, minimum: 12, stretch: 1),
                TableColumn(ideal: 9, minimum: 8, importance: 2, alignment: .right),
                TableColumn(ideal: 27, minimum: 9, importance: 3),
            ], width: list.columns - 5)
        for index in viewport.visible(from: top) {
            let row = index - top
            context.note(.overlayItem(index), on: list, row: row)
            if index == fetching.selection {
                list.draw(context.glyphs.marker, column: 0, row: row, style: .accent)
                list.placeCursor(column: 0, row: row)
            }
            draw(rows[index], table, on: list, row: row)
        }
        ScrollIndicator(top: top, count: rows.count).draw(on: list, glyphs: context.glyphs)
    }

    private func draw(_ item: FetchingState.Row, _ table: TableLayout, on list: Canvas, row: Int) {
        guard let data = fetching.data else { return }
        switch item {
        case .file(let index): draw(data.files[index], table, on: list, row: row)
        case .way(let index):
            let way = data.ways[index]
            let source = context.words(FetchingWords.source(way.source))
            let end = list.inset(right: 2).drawTrailing(source, row: row, style: .dim)
            let address = way.address.map { "  " + TerminalText(singleLine: $0) } ?? .empty
            list.drawCut(
                context.words(FetchingWords.way(way.kind)) + address, column: 2, row: row, style: .info,
                upTo: max(end - 1, 12), glyphs: context.glyphs)
        case .line(let way, let index):
            list.drawCut(
                TerminalText(singleLine: data.ways[way].lines[index]), column: 4, row: row,
                upTo: list.columns - 2, glyphs: context.glyphs)
        }
    }

    private func draw(_ file: DataFile, _ table: TableLayout, on list: Canvas, row: Int) {
        let isAwaited = fetching.isAwaited(file.file.id)
        let (glyph, style) = file.standing.mark(isAwaited: isAwaited, context.glyphs)
        let words = context.words(
            FetchingWords.standing(file.standing, size: file.file.size, isAwaited: isAwaited))
        table.draw(
            [
                TerminalText(singleLine: file.file.path),
                TerminalText(singleLine: context.words.bytes(Int64(clamping: file.file.size))),
                glyph + " " + words,
            ], on: list.inset(left: 2, right: 3), row: row, glyphs: context.glyphs, styles: [.plain, .dim, style])
    }

    // MARK: - The folder

    private func draw(_ naming: TextBuffer, on room: Canvas) {
        let inner = OverlayPane(title: context.words(FetchingWords.folderTitle)).draw(
            on: room, find: naming, placeholder: context.words(FetchingWords.folderPlaceholder), context)
        var builder = ScrollTextBuilder(width: inner.columns, texts: context.texts)
        builder.paragraph(context.words(FetchingWords.folderIsMade), style: .dim)
        builder.text.draw(on: inner, offset: 0, context: context, reports: false)
    }
}

extension FileStanding {
    /// A sign and a colour beside the words.
    fileprivate func mark(isAwaited: Bool, _ glyphs: GlyphSet) -> (TerminalText, Style) {
        switch self {
        case _ where isAwaited: (glyphs.halfCircle, .accent)
        case .absent: (glyphs.circle, .dim)
        case .part: (glyphs.halfCircle, .info)
        case .encrypted, .decrypted: isWeak ? (glyphs.warning, .warning) : (glyphs.check, .success)
        case .failed: (glyphs.cross, .error)
        }
    }

    fileprivate var isWeak: Bool {
        switch self {
        case .encrypted(let check), .decrypted(let check): check?.isWeak == true
        case .absent, .part, .failed: false
        }
    }
}
