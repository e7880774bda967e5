import GRDB
import TextAnalysis

/// What the current generation was built from, beside what stands now.
struct IndexState {
    let analysisVersion: Int
    let builtFrom: String
    let standing: String

    init(of db: Database) throws {
        analysisVersion = try Meta.integer(.analysisVersion, in: db) ?? 0
        builtFrom = try Meta.text(.referenceHash, in: db) ?? ""
        standing = try ReferenceDataTables.hash(of: db)
    }

    var isCurrent: Bool {
        analysisVersion == TextAnalysis.version && builtFrom == standing
    }
}
