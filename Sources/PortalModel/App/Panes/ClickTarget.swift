/// Something on the screen that a click means. The view notes what it drew where; a click is on what the person saw.
public enum ClickTarget: Hashable, Sendable {
    /// The name of a pane in the header: what leads to it.
    case pane(Command)
    /// A line of the screen's list, by its place in the list.
    case row(Int)
    /// A list whose lines follow each other: from which place on, and how many rows each has. Comes as `row`.
    case rows(from: Int, each: Int)
    /// The line in which datasets are searched, the panel of facets, and the dataset beside the list.
    case searchLine, facetPanel, dataset
    /// A filter of the facet panel, and a value of one, by their places.
    case facet(Int), facetValue(Int, of: Int)
    /// A page of the wizard, by its name in the line of steps.
    case step(WizardStep)
    /// A line of the wizard's datasets, licences or review.
    case wizardItem(Int)
    /// A question of a form outside of what its editor drew: the click gives it the cursor.
    case field(FieldID)
    /// A place in the text of the field that is edited, in rows and columns of the text as it is laid out.
    case text(FieldID, row: Int, column: Int)
    /// By its place among the options in sight.
    case option(FieldID, Int)
    /// A day of the open calendar.
    case day(ISODate)
    /// By its place in the table, heading row not counted.
    case cell(FieldID, row: Int, column: Int)
    /// By its place among the files that are attached and then those on their way.
    case file(FieldID, Int)
    /// By its place among what a path can become.
    case candidate(Int)
    /// A line of an application's people, and a field of an invitation.
    case member(Int), invitation(Invitation.Field)
    /// By its place among what is offered for a field.
    case offer(FieldID, Int)
    /// A line of the command palette, of the sort menu or of a menu, and of the personal profile.
    case overlayItem(Int), person(PersonalProfile.Entry)
    /// A line of the form in which a portal is set up.
    case portalLine(PortalForm.Line)
}

extension ClickTarget {
    /// The target of a place within the area that was noted for this one.
    public func moved(rows: Int, columns: Int) -> ClickTarget {
        switch self {
        case .text(let field, let row, let column): .text(field, row: row + rows, column: column + columns)
        case .rows(let first, let each): .row(first + rows / max(each, 1))
        default: self
        }
    }
}
