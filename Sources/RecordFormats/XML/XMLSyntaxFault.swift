/// How a piece of XML is damaged.
enum XMLSyntaxFault: Error, Hashable {
    case mismatch(open: String, close: String)
    case neverCloses(String)
    case brokenTag
    case tooDeep
    case tooManyAttributes
    case tooManyNamespaces
    case tooLong
    case undefinedEntity(String)
    /// The bytes end before the element does.
    case endsTooEarly
    case invalidEncoding
    case forbiddenCharacter
    case duplicateAttribute
    /// Anything else, as libxml2 says it.
    case other(String)
}
