import Foundation
import PortalModel
import PortalViews

/// A request as a file in one of the formats.
struct RequestExport: Sendable {
    package let languages: [String]

    struct Made: Sendable {
        var data: Data
        /// What the person should know of it.
        var note: Reason?
    }

    /// Blocks while a program makes PDF.
    func make(_ application: Application, as format: DocumentFormat) throws(PortalError) -> Made {
        let document = RequestDocument(application, languages: languages)
        switch format {
        case .markdown: return Made(data: Data(document.markdown.utf8))
        case .text: return Made(data: Data((document.plainText(columns: 78) + "\n").utf8))
        case .json:
            guard let json = try? TerminalJSON(RequestDetailRecord(application, languages: languages)) else {
                throw PortalError(.local, operation: "writing the request as JSON")
            }
            return Made(data: Data((json.text + "\n").utf8))
        case .pdf:
            guard let tool = PDFTool.find() else {
                throw PortalError(.local, operation: "making the PDF", because: .program(.noPDFProgram))
            }
            let result = try tool.make(document)
            return Made(data: result.pdf, note: result.note)
        }
    }
}
