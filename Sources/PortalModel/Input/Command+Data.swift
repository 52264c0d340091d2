extension Command {
    /// The data of what was granted: where they lie, and what is here of them.
    public static let showData: Command = "showData"
    /// Fetches the file under the cursor.
    public static let fetchFile: Command = "fetchFile"
    /// Holds what was fetched against its checksums.
    public static let checkData: Command = "checkData"
    /// Chooses another folder for what is fetched.
    public static let nameDataFolder: Command = "nameDataFolder"
    /// Makes a key of Crypt4GH, where there is none.
    public static let makeDataKey: Command = "makeDataKey"
    /// Lets the archive that the catalogue names be asked, after a question.
    public static let askArchive: Command = "askArchive"
    /// What is typed in a shell for what has the cursor, to the clipboard.
    public static let copyDataLine: Command = "copyDataLine"
}
