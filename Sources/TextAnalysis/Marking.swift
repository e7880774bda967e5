/// How much a word states of its marks (rule R9).
package enum Marking: Sendable {
    /// No mark at all: in a query it may stand for any marks, in a document its author left them out or needed none.
    case unmarked
    /// A letter quality (ă â ê ô ơ ư đ) and no tone: the tone may have been left out.
    case quality
    /// A tone, or marks of another language: fully specified.
    case tone
}
