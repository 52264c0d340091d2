import FoundationEssentials
import PortalModel
import TerminalCanvas

/// Who takes part in a request: members, people invited, and the form in which somebody is invited.
struct MembersOverlay {
    let people: MembersState
    let state: AppState
    let context: ViewContext

    private var glyphs: GlyphSet { context.glyphs }

    func draw(on room: Canvas) {
        let title: TerminalText = context.words(MemberWords.title(id: people.application.rawValue))
        let inner = OverlayPane(title: title, note: room.columns < 60 ? .empty : count).draw(on: room, context)
        let message = message(width: inner.columns - 2)
        let formRows = people.isInviting ? InvitationForm.rows : 0
        // The form and what became of it come first, then as many people as there is room for, then the explanation.
        let messageRows = min(message.lines.count, max(inner.rows - formRows, 0))
        let free = inner.rows - formRows - messageRows
        let gaps = free >= listCount + 5 ? 1 : 0
        let listRows = max(min(listCount, free - 2 * gaps), people.isInviting ? 0 : 1)
        var (list, rest) = inner.splitTop(listRows)
        drawPeople(on: list)
        rest = rest.inset(top: gaps)
        let form = rest.splitTop(formRows)
        if people.isInviting {
            InvitationForm(invitation: people.invitation, isBusy: people.isBusy, context: context).draw(on: form.top)
            rest = form.bottom
        }
        for (row, line) in message.lines.prefix(rest.rows).enumerated() {
            rest.draw(line, column: 0, row: row, style: message.style)
        }
        rest = rest.inset(top: messageRows + (messageRows > 0 || people.isInviting ? gaps : 0))
        drawExplanation(on: rest)
    }

    private var count: TerminalText {
        guard let members = people.members else { return .empty }
        let invited = members.count(where: \.isPending)
        let taking = context.words.count(members.count - invited, .member)
        return invited == 0 ? "\(taking)" : context.words(MemberWords.withInvited(taking: taking, invited: invited))
    }

    // MARK: The list

    private var listCount: Int { max(people.people.count, 1) + (people.applicant == nil ? 0 : 1) }

    private func drawPeople(on canvas: Canvas) {
        guard canvas.rows > 0 else { return }
        var list = canvas
        if let applicant = people.applicant, canvas.rows > 1 || people.people.isEmpty && people.members == nil {
            draw(
                name: applicant, email: nil, mark: (glyphs.disc, context.words(MemberWords.applicant), .plain),
                on: list.line(0))
            list = list.inset(top: 1)
        }
        guard !people.people.isEmpty else {
            let asking: TerminalText =
                people.pending == nil ? context.words(MemberWords.notKnown) : context.words(CommonWords.askingPortal)
            let words = people.members == nil ? asking : context.words(MemberWords.nobody)
            list.drawCut(words, column: 2, row: 0, style: .dim, glyphs: glyphs)
            return
        }
        let viewport = ListViewport(itemCount: people.people.count, rows: list.rows)
        let top = viewport.top(selected: people.selection, from: 0)
        for index in viewport.visible(from: top) {
            let member = people.people[index]
            draw(name: member.name, email: member.email, mark: mark(member), on: list.line(index - top))
            context.note(.member(index), on: list, row: index - top)
            guard index == people.selection, !people.isInviting else { continue }
            list.drawSelection(
                row: index - top, terminal: state.terminal, hasFocus: people.question == nil, glyphs: glyphs)
        }
        ScrollIndicator(top: top, count: people.people.count).draw(on: list, glyphs: glyphs)
    }

    private func mark(_ member: Member) -> (glyph: TerminalText, word: TerminalText, style: Style) {
        member.isPending
            ? (glyphs.halfCircle, context.words(CommonWords.invited), .warning)
            : (glyphs.check, context.words(CommonWords.member), .success)
    }

    /// The state is never cut; where room is short the address goes first.
    private func draw(
        name: String, email: String?, mark: (glyph: TerminalText, word: TerminalText, style: Style), on line: Canvas
    ) {
        line.draw(mark.glyph, column: 2, row: 0, style: mark.style)
        let word = line.columns < 60 && mark.word.columns > 10 ? context.words(MemberWords.invitedShort) : mark.word
        let end = line.inset(right: 2).drawTrailing(word, row: 0, style: mark.style) - 2
        let column = line.drawCut(TerminalText(singleLine: name), column: 4, row: 0, upTo: end, glyphs: glyphs) + 2
        guard let email, email != name, end - column >= 6 else { return }
        line.drawCut(TerminalText(singleLine: email), column: column, row: 0, style: .dim, upTo: end, glyphs: glyphs)
    }

    // MARK: Words

    private func drawExplanation(on canvas: Canvas) {
        var lines: [(TerminalText, Style)] = []
        if people.question == nil {
            lines += context.words(MemberWords.accepting).wrapped(to: max(canvas.columns - 2, 8)).map { ($0, .dim) }
            for reason in reasons {
                lines += context.words(reason).wrapped(to: max(canvas.columns - 2, 8)).map { ($0, .warning) }
            }
        }
        for (row, line) in lines.prefix(canvas.rows).enumerated() {
            canvas.draw(line.0, column: 0, row: row, style: line.1)
        }
    }

    /// Why something is not to be had here.
    private var reasons: [Message] {
        guard !people.isInviting, !people.isBusy else { return [] }
        let commands: [Command] = people.people.isEmpty ? [.inviteMember] : [.inviteMember, .removeMember]
        return commands.compactMap {
            if case .unavailable(let reason) = state.availability(of: $0) { reason } else { nil }
        }
    }

    private func message(width: Int) -> (lines: [TerminalText], style: Style) {
        let (text, style) = words
        return (text.isEmpty ? [] : text.wrapped(to: max(width, 8)), style)
    }

    private var words: (TerminalText, Style) {
        if let member = people.question {
            let name = TerminalText(singleLine: member.name)
            let question: TerminalText =
                member.isPending
                ? context.words(MemberWords.takeBack(name: name))
                : context.words(MemberWords.remove(name: name))
            return (context.words(MemberWords.answer(question: question)), .accent)
        }
        if let problem = people.invitation.problem {
            return ("\(glyphs.cross) \(context.words(problem.reason))", .error)
        }
        if let change = people.change { return words(for: change) }
        guard let error = people.error else { return (.empty, .plain) }
        let shown: TerminalText = people.members == nil ? "" : context.words(MemberWords.shownIsOlder)
        return (
            context.words(
                MemberWords.failed(error: context.words(error), id: context.words.idNote(error), shown: shown)), .error
        )
    }

    private func words(for change: MemberChange) -> (TerminalText, Style) {
        let again: TerminalText = people.isInviting ? context.key(.choose, in: .invitation) : context.key(.refresh)
        switch change.progress {
        case .underWay:
            let doing: TerminalText =
                switch change.what {
                case .invite(let name, _): context.words(MemberWords.inviting(name: TerminalText(singleLine: name)))
                case .remove(let member) where member.isPending: context.words(MemberWords.takingBack)
                case .remove(let member):
                    context.words(MemberWords.removing(name: TerminalText(singleLine: member.name)))
                }
            return ("\(doing)\(glyphs.ellipsis)", .info)
        case .checking(_, .lostAnswer):
            return (context.words(MemberWords.askingWho), .info)
        case .checking(_, .beforeSending):
            return (context.words(MemberWords.askingFirst), .info)
        case .unknown(let error, _):
            return (
                context.words(
                    MemberWords.unknown(error: context.words(error), id: context.words.idNote(error), again: again)),
                .warning
            )
        case .notDone(let error): return notDone(change.what, error)
        }
    }

    private func notDone(_ what: MemberChange.What, _ error: PortalError?) -> (TerminalText, Style) {
        let again: TerminalText =
            switch what {
            case .invite: people.isInviting ? context.key(.choose, in: .invitation) : context.key(.inviteMember)
            case .remove: context.key(.removeMember)
            }
        guard let error else {
            let late: TerminalText =
                if case .invite = what {
                    context.words(MemberWords.mayStillArrive(again: again))
                } else {
                    context.words(MemberWords.doesItAgain(again: again))
                }
            return (context.words(MemberWords.lost(late: late)), .warning)
        }
        let next: TerminalText =
            error.kind == .unsupported ? .empty : context.words(MemberWords.keptTriesAgain(again: again))
        return (
            context.words(
                MemberWords.notDone(
                    error: context.words(error), detail: context.words.behind(error.reason),
                    id: context.words.idNote(error), next: next)), .error
        )
    }
}

/// Name and address of somebody who is invited.
private struct InvitationForm {
    static let rows = 2

    let invitation: Invitation
    let isBusy: Bool
    let context: ViewContext

    func draw(on canvas: Canvas) {
        draw(.name, context.words(CommonWords.name), invitation.name, on: canvas.line(0))
        draw(.email, context.words(CommonWords.email), invitation.email, on: canvas.line(1))
        context.note(.invitation(.name), on: canvas, row: 0)
        context.note(.invitation(.email), on: canvas, row: 1)
    }

    private func draw(_ field: Invitation.Field, _ label: TerminalText, _ text: TextBuffer, on line: Canvas) {
        let isFocused = invitation.field == field
        if isFocused { line.draw(context.glyphs.marker, column: 0, row: 0, style: .accent) }
        line.draw(label, column: 2, row: 0, style: isFocused ? .focus : .dim)
        TextField(text.text, cursor: text.cursor, isFocused: isFocused && !isBusy)
            .draw(on: line.inset(left: 10, right: 2), row: 0, glyphs: context.glyphs)
    }
}
