import PortalModel
import TerminalCanvas

/// What the committee wrote to the applicant, as far as the portal passes it on.
struct RequestFeedback {
    let application: Application
    /// Where REMS shows the request; nil where that is not known.
    let remsAddress: String?
    let languages: [String]

    func compose(in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        if let comment = application.timeline.last(where: { $0.comment?.isEmpty == false })?.comment {
            builder.paragraph(context.words(RequestWords.committeeWrote(words: comment)), style: .warning)
            return
        }
        let fields = application.fieldsWithCommitteeWords(in: languages)
        for field in fields {
            let words = application.committeeWords(on: field, in: languages) ?? ""
            let title = field.title.text(in: languages)
            builder.paragraph(
                context.words(RequestWords.committeeWroteAt(title: title, words: words)), style: .warning)
        }
        if fields.isEmpty {
            builder.paragraph(
                context.words(RequestWords.commentsWithheld)
                    + context.words(
                        remsAddress.map { RequestWords.remsShowsIt(address: $0) } ?? RequestWords.askCommittee))
        }
    }
}
