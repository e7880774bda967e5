import CatalogueStore

/// What may stand before the colon of `field:value`, in Vietnamese or English.
enum QueryField: Hashable {
    case indexed(IndexedField)
    case facet(Facet)

    /// - Parameter name: folded, as `tacgia` or `author`.
    init?(name: String) {
        switch name.replacing(" ", with: "") {
        case "title", "ten", "tieude", "nhande": self = .indexed(.title)
        case "author", "creator", "tacgia": self = .indexed(.agent)
        case "keyword", "keywords", "tukhoa": self = .indexed(.subject)
        case "description", "mota": self = .indexed(.body)
        case "type", "loai": self = .facet(.type)
        case "subject", "linhvuc": self = .facet(.subject)
        case "level", "trinhdo": self = .facet(.level)
        case "language", "lang", "ngonngu": self = .facet(.language)
        case "licence", "license", "giayphep", "quyen": self = .facet(.licence)
        case "institution", "publisher", "donvi": self = .facet(.institution)
        case "territory", "diaban": self = .facet(.territory)
        case "audience", "doituong": self = .facet(.audience)
        case "tag", "the", "nhan": self = .facet(.tag)
        case "competence", "nangluc": self = .facet(.competence)
        case "programme", "major", "nganh": self = .facet(.programme)
        case "link", "lienket": self = .facet(.link)
        default: return nil
        }
    }

    var indexedField: IndexedField? {
        if case .indexed(let field) = self { field } else { nil }
    }
}
