extension KeyContext {
    public static let wizardText = KeyContext("wizardText", "Request wizard: one-line field", takesText: true)
    public static let wizardMultiline = KeyContext("wizardMultiline", "Request wizard: long text", takesText: true)
    public static let wizardChoice = KeyContext("wizardChoice", "Request wizard: choices", takesText: true)
    public static let wizardCalendar = KeyContext("wizardCalendar", "Request wizard: calendar")
    public static let wizardTable = KeyContext("wizardTable", "Request wizard: table", takesText: true)
    public static let wizardCell = KeyContext("wizardCell", "Request wizard: a cell of a table", takesText: true)
    public static let wizardFiles = KeyContext("wizardFiles", "Request wizard: files")
    public static let wizardPath = KeyContext("wizardPath", "Request wizard: attaching a file", takesText: true)
}

/// The commands of the wizard's calendars, tables and files.
extension WizardPane {
    static let fieldCommands: [CommandSpec] = calendarCommands + tableCommands + fileCommands

    private static let calendarCommands: [CommandSpec] = [
        .inWizard(
            [.function(2), .alt("c")], .openCalendar, in: [.wizardText], "calendar", "Choose the date in a calendar.",
            importance: 8),
        .inWizard(
            [.enter, .character(" ")], .choose, in: [.wizardCalendar], "choose", "Take this day.", importance: 9),
        .inWizard([.left], .moveLeft, in: [.wizardCalendar], "day before", "The day before."),
        .inWizard([.right], .moveRight, in: [.wizardCalendar], "next day", "The next day."),
        .inWizard(
            [.pageDown], .pageDown, in: [.wizardCalendar], "next month", "The same day of the next month.",
            importance: 6),
        .inWizard([.pageUp], .pageUp, in: [.wizardCalendar], "month before", "The same day of the month before."),
        .inWizard([.character("y")], .nextYear, in: [.wizardCalendar], "next year", "The next year.", importance: 4),
        .inWizard([.character("Y")], .previousYear, in: [.wizardCalendar], "year before", "The year before."),
        .inWizard([.home], .moveToStart, in: [.wizardCalendar], "first", "The first day of the month."),
        .inWizard([.end], .moveToEnd, in: [.wizardCalendar], "last", "The last day of the month."),
        .inWizard([.character("t")], .goToToday, in: [.wizardCalendar], "today", "Go to today.", importance: 5),
        .inWizard(
            [.escape, .function(2), .character("q")], .goBack, in: [.wizardCalendar], "close", "Close the calendar.",
            importance: 7),
    ]

    private static let tableCommands: [CommandSpec] = [
        .inWizard(
            [.enter, .function(2)], .editCell, in: [.wizardTable], "edit",
            "Edit the cell; typing writes into it anew.", importance: 8),
        .inWizard(
            [.insert, .alt("a")], .addRow, in: [.wizardTable], "add row", "Add a row below.", importance: 7),
        .inWizard(
            [.alt("d"), .control("k")], .deleteRow, in: [.wizardTable], "delete row",
            "Delete the row; ^_ brings it back.", importance: 6),
        .inWizard([.alt("j")], .moveRowDown, in: [.wizardTable], "row down", "Move the row down.", importance: 3),
        .inWizard([.alt("k")], .moveRowUp, in: [.wizardTable], "row up", "Move the row up."),
        .inWizard([.left], .moveLeft, in: [.wizardTable], "left", "The cell before."),
        .inWizard([.right], .moveRight, in: [.wizardTable], "right", "The next cell."),
        .inWizard([.home], .moveToStart, in: [.wizardTable], "first", "The first row."),
        .inWizard([.end], .moveToEnd, in: [.wizardTable], "last", "The last row."),
        .inWizard(
            [.enter, .tab], .nextCell, in: [.wizardCell], "next cell",
            "On to the next cell; after the last one comes a new row.", importance: 9),
        .inWizard([.backTab], .previousCell, in: [.wizardCell], "cell before", "Back to the cell before."),
        .inWizard(
            [.escape], .goBack, in: [.wizardCell], "done", "Done with the cell; what is written stays.", importance: 7),
    ]

    private static let fileCommands: [CommandSpec] = [
        .inWizard(
            [.enter, .character("a"), .insert], .addFile, in: [.wizardFiles], "attach", "Attach a file.", importance: 8),
        .inWizard(
            [.character("d"), .delete], .removeFile, in: [.wizardFiles], "take out",
            "Take the file out, or stop sending it.", importance: 7),
        .inWizard(
            [.character("r")], .retryUpload, in: [.wizardFiles], "send again",
            "Send the file again that did not arrive.", importance: 9),
        .inWizard(
            [.character("o")], .openFile, in: [.wizardFiles], "open",
            "Fetch the file and read it here; what is no text goes to your download folder.", importance: 5),
        .inWizard(
            [.character("s")], .downloadFile, in: [.wizardFiles], "download",
            "Fetch the file into your download folder.", importance: 4),
        .inWizard(
            [.enter], .choose, in: [.wizardPath], "attach", "Attach this file, or go into the folder.", importance: 9),
        .inWizard(
            [.tab], .completePath, in: [.wizardPath], "complete", "Write the name out as far as it is clear.",
            importance: 8),
        .inWizard([.escape], .goBack, in: [.wizardPath], "back", "Attach nothing.", importance: 7),
    ]
}
