import Foundation
import PortalModel
import PortalViews
import TerminalCanvas

extension ShowCommand {
    /// The variables of a dataset, a row each.
    ///
    /// - Throws: that it has none, as far as the catalogue says.
    func showDictionary(of detail: DatasetDetail, _ output: CommandOutput) throws {
        guard let variables = detail.dictionary, !variables.isEmpty else {
            throw CommandFailure(ShowCommandWords.noDictionary(id: detail.summary.id.rawValue), .notFound)
        }
        let table = DataDictionaryTable(variables)
        if csv { return try output.emit(document: Data(CSVText.text([table.headings] + table.rows).utf8)) }
        if output.isJSON {
            for variable in variables {
                guard try output.emit(DataVariableRecord(variable)) else { return }
            }
            return
        }
        let c = Phrasing.person
        let headings = [ColumnWords.name, .kind, .detail].map { c($0) }
        try output.table(
            headings + table.others.map { TerminalText(singleLine: $0.uppercased()) }, rows: table.rows)
    }
}

/// A variable of a data dictionary (docs/schemas/dictionary.json).
struct DataVariableRecord: Encodable {
    struct Fact: Encodable {
        var column: String
        var value: String
    }

    package var name: String?
    var type: String?
    var description: String?
    /// What else the catalogue says of it.
    var others: [Fact]

    init(_ variable: DataVariable) {
        (name, type, description) = (variable.name, variable.type, variable.description)
        others = variable.others.map { Fact(column: $0.column, value: $0.value) }
    }
}
