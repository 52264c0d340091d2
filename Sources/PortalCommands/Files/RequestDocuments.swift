import Foundation
import PortalModel

/// Documents and answers files of the person at the screen.
package struct RequestDocuments: Sendable {
    let files: LocalFiles
    package let languages: [String]

    package init(files: LocalFiles, languages: [String]) {
        self.files = files
        self.languages = languages
    }

    package var service: DocumentService {
        DocumentService(
            export: { application, format async throws(PortalError) in
                let made = try await Blocking.run { () throws(PortalError) in
                    try RequestExport(languages: languages).make(application, as: format)
                }
                let file = FileContents(
                    name: format.filename(of: application.id), type: format.mediaType, bytes: made.data)
                return ExportedDocument(path: try files.keep(file), note: made.note)
            },
            readAnswers: { path, application async throws(PortalError) in
                do {
                    return try AnswersFile(path: files.resolved(path), onlyFiles: true).read(for: application)
                } catch let failure as CommandFailure {
                    throw PortalError(.local, operation: "reading the answers", detail: failure.words)
                } catch {
                    throw PortalError(.local, operation: "reading the answers")
                }
            },
            writeAnswers: { path, application, items async throws(PortalError) in
                let place = files.resolved(path)
                let text = AnswersTemplate(languages: languages, takesFiles: false).text(for: application, items)
                do throws(PrivateFile.Refusal) {
                    try PrivateFile.write(Data((text + "\n").utf8), to: place)
                    return place
                } catch .exists {
                    throw PortalError(
                        .local, operation: "writing the answers", because: .file(.typeAnother(path)))
                } catch {
                    throw PortalError(.local, operation: "writing the answers", because: error.reason(for: path))
                }
            })
    }
}
