import CatalogueModel
import CatalogueStore
import Vocabularies

/// The page of all institutions.
struct InstitutionsView {
    private let directory: InstitutionDirectory
    private let type: String?
    private let territory: String?
    private let language: PreferredLanguage

    /// - Parameters:
    ///   - type: the type the directory is narrowed to; nil for all.
    ///   - territory: the territory it is narrowed to.
    init(_ directory: InstitutionDirectory, type: String?, territory: String?, language: PreferredLanguage) {
        self.directory = directory
        self.type = type
        self.territory = territory
        self.language = language
    }

    var values: [String: Any] {
        [
            "pageTitle": PageText.text("institutionsTitle", in: language) + " – "
                + PageText.text("siteName", in: language),
            "none": directory.entries.isEmpty, "countText": countText,
            "types": options(directory.types.map { ($0, typeLabel($0)) }, selected: type),
            "territories": options(
                directory.territories.map {
                    (
                        $0,
                        InstitutionDirectory.name(ofPlace: $0, directory.reference.registers, in: language)
                    )
                }, selected: territory),
            "institutions": directory.entries.map(entry),
        ]
    }

    private var countText: String {
        LocalisedText(
            vietnamese: "\(Printing.number(directory.entries.count, in: .vietnamese)) đơn vị, theo thứ tự chữ cái.",
            english: "\(Printing.number(directory.entries.count, in: .english)) institutions, in alphabetical order.")[
                language]
    }

    private func entry(_ entry: InstitutionDirectory.Entry) -> [String: Any] {
        let institution = entry.institution
        let place = InstitutionDirectory.places(of: institution, directory.reference.registers).first.map {
            InstitutionDirectory.name(ofPlace: $0, directory.reference.registers, in: language)
        }
        return [
            "href": InstitutionView.href(of: institution.id, in: language), "name": institution.name(in: language),
            "meta": [institution.type.isEmpty ? nil : typeLabel(institution.type), place].compactMap(\.self)
                .joined(separator: " · "),
            "count": Printing.number(entry.resources, in: language),
        ]
    }

    private func typeLabel(_ code: String) -> String {
        directory.reference.vocabularies[.institutionTypes].label(of: code, in: language)
    }

    private func options(_ values: [(code: String, label: String)], selected: String?) -> [[String: Any]] {
        values.map { ["value": $0.code, "label": $0.label, "isSelected": $0.code == selected] }
    }
}
