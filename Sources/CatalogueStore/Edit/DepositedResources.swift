import CatalogueModel
import Foundation
import GRDB
import Vocabularies

/// What people have deposited stands over what sources say: a record of a source for it is refused, and told so.
enum DepositedResources {
    /// Whether somebody deposited the resource, published or not.
    static func contains(_ id: ResourceID, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM deposit WHERE resource = ?)"),
            arguments: [id.rawValue]) ?? false
    }

    static func contains(row: Int64, in db: Database) throws -> Bool {
        let find = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM deposit JOIN learningResource r ON r.id = resource WHERE r.rowID = ?)")
        return try Bool.fetchOne(find, arguments: [row]) ?? false
    }

    /// Why a record of a source is not taken; nil where nothing was deposited, or where the record says the same.
    static func conflict(_ record: AcceptedRecord, in db: Database) throws -> RecordProblem? {
        let id = record.resource.id
        guard try contains(id, in: db) else { return nil }
        let find = try db.cachedStatement(
            sql: "SELECT contentHash FROM learningResource WHERE id = ? AND withdrawnAt IS NULL")
        let standing = try AssignedTags.applied(to: record.resource, in: db)
        if try Data.fetchOne(find, arguments: [id.rawValue]) == RecordCoding().encode(standing).hash {
            return nil
        }
        return RecordProblem(
            location: record.location, severity: .refused, field: "identifier", reason: .duplicateIdentifier,
            message: LocalisedText(
                vietnamese: "“\(id)” do đơn vị tự đăng trong danh mục; bản ghi này không thay được",
                english: "“\(id)” was deposited in the catalogue by its institution; this record does not replace it"),
            remedy: LocalisedText(
                vietnamese: "Hãy sửa học liệu ở trang “Học liệu đã gửi”, hoặc bỏ bản ghi này",
                english: "Change the resource on the page of deposits, or leave this record out"))
    }
}
