extension KeyMap {
    /// Where arrows go in two directions, or through a list beside a text.
    static let wizardGrids: [KeyContext] = [.wizardCalendar, .wizardTable, .wizardFiles, .wizardPath]

    /// The keys of the wizard's calendars, tables and files.
    static let widgetKeys: [KeyBinding] = calendarKeys + tableKeys + fileKeys

    private static let calendarKeys: [KeyBinding] = [
        KeyBinding(
            [.function(2), .alt("c")], .openCalendar, in: [.wizardText], "calendar", "Choose the date in a calendar.",
            importance: 8),
        KeyBinding(
            [.enter, .character(" ")], .choose, in: [.wizardCalendar], "choose", "Take this day.", importance: 9),
        KeyBinding([.left], .moveLeft, in: [.wizardCalendar], "day before", "The day before."),
        KeyBinding([.right], .moveRight, in: [.wizardCalendar], "next day", "The next day."),
        KeyBinding(
            [.pageDown], .pageDown, in: [.wizardCalendar], "next month", "The same day of the next month.",
            importance: 6),
        KeyBinding([.pageUp], .pageUp, in: [.wizardCalendar], "month before", "The same day of the month before."),
        KeyBinding([.character("y")], .nextYear, in: [.wizardCalendar], "next year", "The next year.", importance: 4),
        KeyBinding([.character("Y")], .previousYear, in: [.wizardCalendar], "year before", "The year before."),
        KeyBinding([.home], .moveToStart, in: [.wizardCalendar], "first", "The first day of the month."),
        KeyBinding([.end], .moveToEnd, in: [.wizardCalendar], "last", "The last day of the month."),
        KeyBinding([.character("t")], .goToToday, in: [.wizardCalendar], "today", "Go to today.", importance: 5),
        KeyBinding(
            [.escape, .function(2), .character("q")], .goBack, in: [.wizardCalendar], "close", "Close the calendar.",
            importance: 7),
    ]

    private static let tableKeys: [KeyBinding] = [
        KeyBinding(
            [.enter, .function(2)], .editCell, in: [.wizardTable], "edit",
            "Edit the cell; typing writes into it anew.", importance: 8),
        KeyBinding(
            [.insert, .alt("a")], .addRow, in: [.wizardTable], "add row", "Add a row below.", importance: 7),
        KeyBinding(
            [.alt("d"), .control("k")], .deleteRow, in: [.wizardTable], "delete row",
            "Delete the row; ^_ brings it back.", importance: 6),
        KeyBinding([.alt("j")], .moveRowDown, in: [.wizardTable], "row down", "Move the row down.", importance: 3),
        KeyBinding([.alt("k")], .moveRowUp, in: [.wizardTable], "row up", "Move the row up."),
        KeyBinding([.left], .moveLeft, in: [.wizardTable], "left", "The cell before."),
        KeyBinding([.right], .moveRight, in: [.wizardTable], "right", "The next cell."),
        KeyBinding([.home], .moveToStart, in: [.wizardTable], "first", "The first row."),
        KeyBinding([.end], .moveToEnd, in: [.wizardTable], "last", "The last row."),
        KeyBinding(
            [.enter, .tab], .nextCell, in: [.wizardCell], "next cell",
            "On to the next cell; after the last one comes a new row.", importance: 9),
        KeyBinding([.backTab], .previousCell, in: [.wizardCell], "cell before", "Back to the cell before."),
        KeyBinding(
            [.escape], .goBack, in: [.wizardCell], "done", "Done with the cell; what is written stays.", importance: 7),
    ]

    private static let fileKeys: [KeyBinding] = [
        KeyBinding(
            [.enter, .character("a"), .insert], .addFile, in: [.wizardFiles], "attach", "Attach a file.", importance: 8),
        KeyBinding(
            [.character("d"), .delete], .removeFile, in: [.wizardFiles], "take out",
            "Take the file out, or stop sending it.", importance: 7),
        KeyBinding(
            [.character("r")], .retryUpload, in: [.wizardFiles], "send again",
            "Send the file again that did not arrive.", importance: 9),
        KeyBinding(
            [.character("o")], .openFile, in: [.wizardFiles], "open",
            "Fetch the file and read it here; what is no text goes to your download folder.", importance: 5),
        KeyBinding(
            [.character("s")], .downloadFile, in: [.wizardFiles], "download",
            "Fetch the file into your download folder.", importance: 4),
        KeyBinding(
            [.enter], .choose, in: [.wizardPath], "attach", "Attach this file, or go into the folder.", importance: 9),
        KeyBinding(
            [.tab], .completePath, in: [.wizardPath], "complete", "Write the name out as far as it is clear.",
            importance: 8),
        KeyBinding([.escape], .goBack, in: [.wizardPath], "back", "Attach nothing.", importance: 7),
    ]
}
