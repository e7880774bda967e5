/// What the values of a source are called with us.
struct ValueTable: Sendable {
    /// What becomes of a value that the table does not list.
    enum Others: String, CaseIterable, Sendable {
        case keep
        case drop
        case refuse
    }

    /// Ours by theirs, in small letters; an empty list drops the value.
    let ours: [String: [String]]
    let others: Others

    /// Nil where the value is to be refused.
    func values(for value: String) -> [String]? {
        if let values = ours[value] ?? ours[value.lowercased()] { return values }
        return switch others {
        case .keep: [value]
        case .drop: []
        case .refuse: nil
        }
    }
}
