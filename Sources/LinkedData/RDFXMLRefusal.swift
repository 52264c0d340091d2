/// Why a text was not read as RDF/XML.
package enum RDFXMLRefusal: Error, Hashable {
    /// It is no XML from some place on, or XML that says nothing of RDF; lines are counted from 1, 0 where none is known.
    case notRDFXML(line: Int)
    /// More statements than the memory of a login node is for.
    case tooManyStatements
    /// Its elements lie in one another deeper than anybody means.
    case tooDeep
    /// Its abbreviations unfold into more names and texts than `RDFGraph.mostBytes`.
    case tooManyNames
    /// Its abbreviations unfold into more text, or one of its elements is longer, than anybody means.
    case tooLong
    /// It wants other documents read into it, or declares what is made of declarations.
    case foreignEntities
}
