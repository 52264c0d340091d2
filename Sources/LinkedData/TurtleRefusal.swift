/// Why a text was not read as Turtle.
package enum TurtleRefusal: Error, Hashable {
    /// It is something else from some place on; lines are counted from 1.
    case notTurtle(line: Int)
    /// A name is abbreviated in a way that was not declared before.
    case undeclaredPrefix
    /// More statements than the memory of a login node is for.
    case tooManyStatements
    /// Its abbreviations unfold into more names and texts than `RDFGraph.mostBytes`.
    case tooLong
    /// Its nodes and lists lie in one another deeper than anybody means.
    case tooDeep
}
