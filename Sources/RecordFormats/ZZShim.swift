import Vocabularies
extension RecordMapping {
    package init(yaml: String, file: String) throws { self.init() }; package var format: RecordFormat? { nil }
}
