import CatalogueStore
import RankedPostings

/// Which documents answer a query: what both FTS5 and ranked postings are asked.
indirect enum MatchTree: Hashable {
    case leaf(MatchLeaf)
    case all([MatchTree])
    case any([MatchTree])

    /// The only part, where there is one.
    static func any(of parts: [MatchTree]) -> Self { parts.count == 1 ? parts[0] : .any(parts) }

    static func all(of parts: [MatchTree]) -> Self { parts.count == 1 ? parts[0] : .all(parts) }
}

/// A key, keys side by side, or the beginning of one.
struct MatchLeaf: Hashable {
    let space: TermSpace
    /// At least one.
    let keys: [String]
    /// The field they must stand in; nil for any.
    var field: IndexedField?
    /// Whether the last key is only the beginning of one.
    var isPrefix = false
}

// MARK: - As FTS5 writes it

extension MatchTree {
    /// An FTS5 expression over the columns of `IndexGeneration`; all keys in it are quoted.
    var expression: String {
        switch self {
        case .leaf(let leaf): leaf.expression
        case .all(let parts): "(" + parts.map(\.expression).joined(separator: " AND ") + ")"
        case .any(let parts): "(" + parts.map(\.expression).joined(separator: " OR ") + ")"
        }
    }
}

extension MatchLeaf {
    fileprivate var expression: String {
        let text = keys.joined(separator: " ").replacing("\"", with: "\"\"")
        return "\(columns) : \"\(text)\"" + (isPrefix ? " *" : "")
    }

    private var columns: String {
        func fields(_ column: (IndexedField) -> String) -> String {
            if let field { return column(field) }
            return "{" + IndexedField.allCases.map(column).joined(separator: " ") + "}"
        }
        return switch space {
        case .exact: fields(\.exactColumn)
        case .folded: fields(\.foldedColumn)
        case .unmarked: IndexGeneration.unmarkedColumn
        case .concept, .facet: IndexGeneration.conceptsColumn
        }
    }
}

// MARK: - As ranked postings take it

extension MatchTree {
    /// Adds the leaves of this tree to `query`.
    ///
    /// - Returns: the tree over their numbers.
    func match(in query: inout PostingsQuery) -> PostingsQuery.Match {
        switch self {
        case .leaf(let leaf):
            query.leaves.append(leaf.leaf)
            return .leaf(query.leaves.count - 1)
        case .all(let parts): return .all(parts.map { $0.match(in: &query) })
        case .any(let parts): return .any(parts.map { $0.match(in: &query) })
        }
    }
}

extension MatchLeaf {
    fileprivate var leaf: PostingsQuery.Leaf {
        if keys.count == 1, field == nil {
            let key = TermKey(space, keys[0])
            return isPrefix ? .prefix(key) : .term(key)
        }
        let number = field.flatMap { IndexedField.allCases.firstIndex(of: $0) }
        return .phrase(Phrase(space, keys, fields: number.map { 1 << UInt32($0) } ?? .max, endsOpen: isPrefix))
    }
}
