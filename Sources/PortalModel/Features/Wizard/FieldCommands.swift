extension KeyContext {
    /// A field of one line.
    public static let wizardText = KeyContext("wizardText", "Request wizard: one-line field", takesText: true)
    /// A field of several lines.
    public static let wizardMultiline = KeyContext("wizardMultiline", "Request wizard: long text", takesText: true)
    /// The options of a field.
    public static let wizardChoice = KeyContext("wizardChoice", "Request wizard: choices", takesText: true)
    /// The calendar of a date.
    public static let wizardCalendar = KeyContext("wizardCalendar", "Request wizard: calendar")
    /// The cells of a table, none of them open.
    public static let wizardTable = KeyContext("wizardTable", "Request wizard: table", takesText: true)
    /// The text of a cell.
    public static let wizardCell = KeyContext("wizardCell", "Request wizard: a cell of a table", takesText: true)
    /// The files of an attachment field.
    public static let wizardFiles = KeyContext("wizardFiles", "Request wizard: files")
    /// The line in which the path of a file is typed.
    public static let wizardPath = KeyContext("wizardPath", "Request wizard: attaching a file", takesText: true)
}

/// The commands of the wizard's calendars, tables and files.
extension WizardPane {
    static let fieldCommands: [CommandSpec] = calendarCommands + tableCommands + fileCommands

    private static let calendarCommands: [CommandSpec] = [
        .editing(
            DateEditor.self, [.function(2), .alt("c")], .openCalendar, in: [.wizardText], "calendar",
            "Choose the date in a calendar.", importance: 8, run: { date, _, _, turn in date.toggleCalendar(turn) }),
        .editing(
            DateEditor.self, [.enter, .character(" ")], .choose, in: [.wizardCalendar], "choose", "Take this day.",
            importance: 9, run: { $0.choose($1, &$2, &$3) }),
        .moving(
            DateEditor.self, [.left], .moveLeft, in: [.wizardCalendar], "day before", "The day before.",
            run: { $0.move(days: -1) }),
        .moving(
            DateEditor.self, [.right], .moveRight, in: [.wizardCalendar], "next day", "The next day.",
            run: { $0.move(days: 1) }),
        .moving(
            DateEditor.self, [.pageDown], .pageDown, in: [.wizardCalendar], "next month",
            "The same day of the next month.", importance: 6, run: { $0.move(.pageDown) }),
        .moving(
            DateEditor.self, [.pageUp], .pageUp, in: [.wizardCalendar], "month before",
            "The same day of the month before.", run: { $0.move(.pageUp) }),
        .moving(
            DateEditor.self, [.character("y")], .nextYear, in: [.wizardCalendar], "next year", "The next year.",
            importance: 4, run: { $0.move(months: 12) }),
        .moving(
            DateEditor.self, [.character("Y")], .previousYear, in: [.wizardCalendar], "year before",
            "The year before.", run: { $0.move(months: -12) }),
        .moving(
            DateEditor.self, [.home], .moveToStart, in: [.wizardCalendar], "first", "The first day of the month.",
            run: { $0.move(.start) }),
        .moving(
            DateEditor.self, [.end], .moveToEnd, in: [.wizardCalendar], "last", "The last day of the month.",
            run: { $0.move(.end) }),
        .editing(
            DateEditor.self, [.character("t")], .goToToday, in: [.wizardCalendar], "today", "Go to today.",
            importance: 5,
            run: { date, _, _, turn in
                date.go(to: ISODate(turn.now))
                return .stay
            }),
        .inWizard(
            [.escape, .function(2), .character("q")], .goBack, in: [.wizardCalendar], "close", "Close the calendar.",
            importance: 7, run: { $0.goBack(&$1) }),
    ]

    private static let tableCommands: [CommandSpec] = [
        .editing(
            TableEditor.self, [.enter, .function(2)], .editCell, in: [.wizardTable], "edit",
            "Edit the cell; typing writes into it anew.", importance: 8, run: { $0.openCell($1, &$2, &$3) }),
        .editing(
            TableEditor.self, [.insert, .alt("a")], .addRow, in: [.wizardTable], "add row", "Add a row below.",
            importance: 7, run: { $0.change($1, &$2, &$3) { $0.addRow() } }),
        .editing(
            TableEditor.self, [.alt("d"), .control("k")], .deleteRow, in: [.wizardTable], "delete row",
            "Delete the row; undoing brings it back.", importance: 6,
            run: { $0.change($1, &$2, &$3) { $0.deleteRow() } }),
        .editing(
            TableEditor.self, [.alt("j")], .moveRowDown, in: [.wizardTable], "row down", "Move the row down.",
            importance: 3, run: { $0.change($1, &$2, &$3) { $0.moveRow(by: 1) } }),
        .editing(
            TableEditor.self, [.alt("k")], .moveRowUp, in: [.wizardTable], "row up", "Move the row up.",
            run: { $0.change($1, &$2, &$3) { $0.moveRow(by: -1) } }),
        .moving(
            TableEditor.self, [.left], .moveLeft, in: [.wizardTable], "left", "The cell before.",
            run: { $0.moveColumn(by: -1) }),
        .moving(
            TableEditor.self, [.right], .moveRight, in: [.wizardTable], "right", "The next cell.",
            run: { $0.moveColumn(by: 1) }),
        .moving(
            TableEditor.self, [.home], .moveToStart, in: [.wizardTable], "first", "The first row.",
            run: { $0.move(.start, page: 1) }),
        .moving(
            TableEditor.self, [.end], .moveToEnd, in: [.wizardTable], "last", "The last row.",
            run: { $0.move(.end, page: 1) }),
        .editing(
            TableEditor.self, [.enter, .tab], .nextCell, in: [.wizardCell], "next cell",
            "On to the next cell; after the last one comes a new row.", importance: 9,
            run: { $0.change($1, &$2, &$3) { $0.nextCell() } }),
        .moving(
            TableEditor.self, [.backTab], .previousCell, in: [.wizardCell], "cell before",
            "Back to the cell before.", run: { $0.previousCell() }),
        .inWizard(
            [.escape], .goBack, in: [.wizardCell], "done", "Done with the cell; what is written stays.", importance: 7,
            run: { $0.goBack(&$1) }),
    ]

    private static let fileCommands: [CommandSpec] = [
        .editing(
            FilePicker.self, [.enter, .character("a"), .insert], .addFile, in: [.wizardFiles], "attach",
            "Attach a file.", importance: 8, when: { picker, _, _ in picker.isList },
            run: { picker, _, _, turn in picker.open(PathEntry(), &turn) }),
        .editing(
            FilePicker.self, [.character("d"), .delete], .removeFile, in: [.wizardFiles], "take out",
            "Take the file out, or stop sending it.", importance: 7, when: { $0.hasFile($1, $2) },
            run: { $0.remove($1, &$2, &$3) }),
        .editing(
            FilePicker.self, [.character("r")], .retryUpload, in: [.wizardFiles], "send again",
            "Send the file again that did not arrive.", importance: 9, when: { $0.isFailed($1, $2) },
            run: { $0.sendAgain($1, &$2, &$3) }),
        .editing(
            FilePicker.self, [.character("o")], .openFile, in: [.wizardFiles], "open",
            "Fetch the file and read it here; what is no text goes to your download folder.", importance: 5,
            when: { $0.isAtPortal($1, $2) }, run: { $0.fetch(isToRead: true, $1, &$2, &$3) }),
        .editing(
            FilePicker.self, [.character("s")], .downloadFile, in: [.wizardFiles], "download",
            "Fetch the file into your download folder.", importance: 4, when: { $0.isAtPortal($1, $2) },
            run: { $0.fetch(isToRead: false, $1, &$2, &$3) }),
        .editing(
            FilePicker.self, [.enter], .choose, in: [.wizardPath], "attach",
            "Attach this file, or go into the folder.", importance: 9, when: { picker, _, _ in picker.isPath },
            run: { $0.choose($1, &$2, &$3) }),
        .editing(
            FilePicker.self, [.tab], .completePath, in: [.wizardPath], "complete",
            "Write the name out as far as it is clear.", importance: 8, when: { picker, _, _ in picker.isPath },
            run: { picker, _, _, turn in picker.complete(&turn) }),
        .inWizard(
            [.escape], .goBack, in: [.wizardPath], "back", "Attach nothing.", importance: 7,
            run: { $0.goBack(&$1) }),
    ]
}
