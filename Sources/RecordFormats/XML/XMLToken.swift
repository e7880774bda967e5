/// One piece of markup, or of the text between two pieces.
enum XMLToken: Equatable {
    /// Character data; what follows may belong to it, too.
    case text
    case comment
    case cdata
    case instruction
    case doctype(hasSubset: Bool)
    /// - Parameters:
    ///   - nameEnd: where its qualified name ends.
    ///   - attributes: how many it has, namespace declarations included.
    case startTag(nameEnd: Int, attributes: Int, isEmpty: Bool)
    case endTag(nameEnd: Int)
    /// Begins like markup and cannot be any.
    case broken
    /// More bytes are needed to tell.
    case incomplete
}
