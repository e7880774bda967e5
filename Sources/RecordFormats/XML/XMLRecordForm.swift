/// One form of description in XML: how its record element is told and read.
struct XMLRecordForm: Sendable {
    /// As people call it, for messages.
    let name: String
    /// Whether an element of this name may be a record of this form.
    let isRecord: @Sendable (XMLName) -> Bool
    /// What a record says; nil where it turns out to be another form's.
    let read: @Sendable (XMLElement, XMLRecordContext) -> XMLRecordContent?

    init(
        _ name: String, isRecord: @escaping @Sendable (XMLName) -> Bool,
        read: @escaping @Sendable (XMLElement, XMLRecordContext) -> XMLRecordContent?
    ) {
        self.name = name
        self.isRecord = isRecord
        self.read = read
    }
}
