import CatalogueModel
import Vocabularies

/// What is wrong with an identifier that is taken already.
extension RecordProblem {
    static func ownedByAnother(_ record: AcceptedRecord, owner: String) -> Self {
        let id = record.resource.id
        return RecordProblem(
            location: record.location, severity: .refused, field: "identifier", reason: .duplicateIdentifier,
            message: LocalisedText(
                vietnamese:
                    "“\(id)” là mã học liệu của đơn vị “\(owner)”, không phải của “\(record.resource.publisher.id)”",
                english: "“\(id)” identifies a resource of “\(owner)”, not of “\(record.resource.publisher.id)”"),
            remedy: LocalisedText(
                vietnamese: "Hãy dùng mã riêng của đơn vị, hoặc sửa đơn vị công bố",
                english: "Use an identifier of your own, or mend the publisher"))
    }

    static func duplicate(_ id: ResourceID, at location: SourceLocation, firstLine: Int) -> Self {
        RecordProblem(
            location: location, severity: .refused, field: "identifier", reason: .duplicateIdentifier,
            message: LocalisedText(
                vietnamese: "“\(id)” đã có ở dòng \(firstLine) của tệp này",
                english: "“\(id)” stands in line \(firstLine) of this file already"),
            remedy: LocalisedText(
                vietnamese: "Mỗi tài nguyên một mã riêng: sửa mã hoặc bỏ một trong hai dòng",
                english: "Every resource has an identifier of its own: change it, or remove one of the two"))
    }

    static func sameIdentifier(_ record: AcceptedRecord, other: String) -> Self {
        RecordProblem(
            location: record.location, severity: .refused, field: "identifier", reason: .duplicateIdentifier,
            message: LocalisedText(
                vietnamese: "Bản ghi “\(other)” của nguồn này cũng cho ra mã “\(record.resource.id)”",
                english: "The record “\(other)” of this source gives the identifier “\(record.resource.id)”, too"),
            remedy: LocalisedText(
                vietnamese: "Mỗi bản ghi cần một mã riêng", english: "Give every record an identifier of its own"))
    }
}
