package import CatalogueStore
package import Foundation
package import GRDB

/// Institutions whose deposits are published without a curator's look.
package enum TrustedInstitutions {
    package static func contains(_ institution: String, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM trustedInstitution WHERE institution = ?)"),
            arguments: [institution]) ?? false
    }

    /// All of them, with who trusted them and when.
    package static func all(in db: Database) throws -> [(institution: String, since: Date, by: String)] {
        try Row.fetchAll(db, sql: "SELECT institution, since, trustedBy FROM trustedInstitution ORDER BY institution")
            .map { ($0[0], Date(timeIntervalSince1970: $0[1]), $0[2]) }
    }
}

extension CatalogueStore {
    /// Trusts an institution, or no longer.
    ///
    /// - Returns: false where it stood so already.
    /// - Throws: `AccessKeyError.unknownInstitution`.
    @discardableResult
    package func trust(_ institution: String, _ isTrusted: Bool, by actor: String, at instant: Date) throws -> Bool {
        guard try referenceData().registers.institution(institution) != nil else {
            throw AccessKeyError.unknownInstitution(institution)
        }
        return try write { db in
            guard try TrustedInstitutions.contains(institution, in: db) != isTrusted else { return false }
            if isTrusted {
                try db.execute(
                    sql: "INSERT INTO trustedInstitution VALUES (?, ?, ?)",
                    arguments: [institution, Int64(instant.timeIntervalSince1970), actor])
            } else {
                try db.execute(
                    sql: "DELETE FROM trustedInstitution WHERE institution = ?", arguments: [institution])
            }
            try AuditLog.append(
                AuditChange(
                    actor: actor, action: isTrusted ? "institution.trust" : "institution.distrust",
                    subject: "institution:\(institution)"), at: instant, in: db)
            return true
        }
    }
}
