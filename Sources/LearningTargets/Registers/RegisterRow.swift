import CatalogueModel

/// A dated row of a register, and its cells in the order of the register's columns.
protocol RegisterRow: Equatable {
    static var register: RegisterBook.Register { get }

    var successor: String? { get set }
    var cells: [String?] { get }
}

extension RegisterRow {
    /// Columns in which two rows differ.
    func differing(from other: Self) -> [String] {
        zip(RegisterBook.columns(Self.register), zip(cells, other.cells)).filter { $1.0 != $1.1 }.map(\.0)
    }
}

extension Institution: RegisterRow {
    static var register: RegisterBook.Register { .institutions }

    var cells: [String?] {
        [
            id, name, nameInVietnamese, nameInEnglish, type, country, territory, website, officialCode,
            validFrom?.description, validTo?.description, successor, source,
        ]
    }
}

extension Territory: RegisterRow {
    static var register: RegisterBook.Register { .territories }

    var cells: [String?] {
        [
            id, name, type, parent, officialCode, validFrom?.description, validTo?.description, successor, source,
        ]
    }
}
