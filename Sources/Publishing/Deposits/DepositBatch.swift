package import CatalogueModel
import Vocabularies

/// Many records sent at once: those that are good go in together, each of the others is told why not.
package struct DepositBatch: Sendable {
    /// What becomes of a record whose resource stands already: by its identifier or, where it has none, by its address.
    package enum Existing: String, CaseIterable, Sendable {
        /// It is refused.
        case refuse
        /// What stands is left as it is.
        case skip
        /// What stands becomes an earlier version; fields a table has no column for stay as they are.
        case replace
    }

    package struct Result: Sendable {
        package enum Outcome: String, Sendable {
            case created, changed, unchanged, skipped, refused
        }

        package let line: Int
        package let title: String?
        package let outcome: Outcome
        /// Nil where the record was refused.
        package let deposit: Deposit?
        /// Why it was refused, or what was noticed.
        package let problems: [RecordProblem]
        /// Why the catalogue as it stands does not allow it.
        package let error: DepositError?
    }

    /// Thrown where one bad record is to keep all others out: nothing is changed then.
    package struct Refused: Error {
        package let results: [Result]
    }

    private let existing: Existing
    private let isAllOrNothing: Bool
    private let origin: DepositVersion.Origin

    package init(existing: Existing, isAllOrNothing: Bool, origin: DepositVersion.Origin) {
        self.existing = existing
        self.isAllOrNothing = isAllOrNothing
        self.origin = origin
    }

    /// - Throws: `Refused`; `CatalogueStoreError`.
    package func take(_ rows: [DepositRow], at desk: inout DepositDesk) throws -> [Result] {
        var lines: [String: Int] = [:]
        let results = try rows.map { try take($0, &lines, at: &desk) }
        if isAllOrNothing, results.contains(where: { $0.outcome == .refused }) { throw Refused(results: results) }
        return results
    }

    private func take(_ row: DepositRow, _ lines: inout [String: Int], at desk: inout DepositDesk) throws -> Result {
        func result(
            _ outcome: Result.Outcome, _ deposit: Deposit? = nil, problems: [RecordProblem]? = nil,
            error: DepositError? = nil
        ) -> Result {
            Result(
                line: row.line, title: row.title, outcome: outcome, deposit: deposit,
                problems: problems ?? row.problems, error: error)
        }
        switch row.content {
        case .refused: return result(.refused)
        case .foreign(let institution): return result(.refused, error: .foreign(institution))
        case .resource(let resource, let needsIdentifier):
            do {
                let standing = try standing(resource, needsIdentifier, at: desk)
                let key = standing?.id.rawValue ?? (needsIdentifier ? "\(row.line)" : resource.id.rawValue)
                if let first = lines[key] {
                    return result(
                        .refused, problems: row.problems + [.repeated(resource.id, row.line, first: first)])
                }
                lines[key] = row.line
                if existing == .replace, let standing, let columns = row.columns,
                    let content = try DepositTable.version(standing.version, of: standing.id, in: desk.db)
                {
                    let replacement = PartialReplacement(of: content.resource, by: resource, columns: columns)
                    let outcome = try take(replacement.resource, needsIdentifier, standing, at: &desk)
                    return result(
                        outcome.0, outcome.1, problems: replacement.problems(row.problems, line: row.line))
                }
                let outcome = try take(resource, needsIdentifier, standing, at: &desk)
                if needsIdentifier, let deposit = outcome.1 { lines[deposit.id.rawValue] = row.line }
                return result(outcome.0, outcome.1)
            } catch let error as DepositError {
                return result(.refused, error: error)
            }
        }
    }

    private func take(
        _ resource: LearningResource, _ needsIdentifier: Bool, _ standing: Deposit?, at desk: inout DepositDesk
    ) throws -> (Result.Outcome, Deposit?) {
        guard let standing else {
            let outcome = try desk.create(resource, needsIdentifier: needsIdentifier, from: origin)
            return (.created, outcome.deposit)
        }
        switch existing {
        case .refuse: throw DepositError.exists(standing.id.rawValue)
        case .skip: return (.skipped, standing)
        case .replace:
            let outcome = try desk.replace(
                with: resource.identified(as: standing.id), if: .any, from: origin)
            if case .unchanged(let deposit) = outcome { return (.unchanged, deposit) }
            return (.changed, outcome.deposit)
        }
    }

    private func standing(
        _ resource: LearningResource, _ needsIdentifier: Bool, at desk: DepositDesk
    ) throws -> Deposit? {
        if needsIdentifier {
            return try DepositTable.deposit(at: resource.url, of: resource.publisher.id, in: desk.db)
        }
        return try DepositTable.deposit(resource.id.rawValue, in: desk.db)
    }
}

extension RecordProblem {
    fileprivate static func repeated(_ id: ResourceID, _ line: Int, first: Int) -> Self {
        Self(
            location: SourceLocation(file: "", line: line), severity: .refused, field: SourceField.identifier.rawValue,
            reason: .duplicateIdentifier,
            message: LocalisedText(
                vietnamese: "Học liệu này đã có ở dòng \(first)", english: "Line \(first) is the same resource"),
            remedy: LocalisedText(
                vietnamese: "Hãy bỏ một trong hai dòng, hoặc sửa mã hay địa chỉ",
                english: "Remove one of the two, or mend identifier or address"))
    }
}
