import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import TextAnalysis
import Vocabularies

/// All institutions the register or a record knows, in Vietnamese alphabetical order, narrowed by type or territory.
struct InstitutionDirectory: Sendable {
    struct Entry: Sendable {
        let institution: Institution
        /// Resources in the catalogue.
        let resources: Int
    }

    let entries: [Entry]
    /// Codes of types and of territories that some institution has, whatever the filter; countries stand for territories
    /// that lie abroad.
    let types: [String]
    let territories: [String]
    let reference: ReferenceData

    /// - Parameters:
    ///   - type: code of the `institution-types` scheme, or of a group of it; nil for all.
    ///   - territory: of the register, with all that lies in it, or a country code; nil for all.
    init(type: String?, territory: String?, language: PreferredLanguage, in searcher: Searcher) throws {
        let reference = try searcher.reference()
        let page = try searcher.search(
            SearchRequest("", pageSize: 1, facetValues: SearchRequest.facetSizes.upperBound))
        let counts = Dictionary(
            (page.facets[.institution]?.counts ?? []).map { ($0.value, $0) }, uniquingKeysWith: { first, _ in first })
        var known = reference.registers.institutions.values.compactMap(\.last)
        known += counts.values.filter { reference.registers.institution($0.value) == nil }.map {
            Institution(id: $0.value, name: $0.label[language], type: "")
        }
        let places = Dictionary(
            known.map { ($0.id, Self.places(of: $0, reference.registers)) }, uniquingKeysWith: { first, _ in first })
        let typePaths = Dictionary(
            known.map { institution in
                // A type that the vocabulary does not have stands for itself.
                let path = reference.vocabularies[.institutionTypes].path(of: institution.type).map(\.code)
                return (institution.id, path.isEmpty && !institution.type.isEmpty ? [institution.type] : path)
            },
            uniquingKeysWith: { first, _ in first })
        self.reference = reference
        types = Set(typePaths.values.joined()).sorted()
        territories = Set(places.values.joined()).sorted()
        entries = known.filter { institution in
            (type.map { typePaths[institution.id]?.contains($0) == true } ?? true)
                && (territory.map { places[institution.id]?.contains($0) == true } ?? true)
        }.map { (sortKey(of: $0.name(in: language)), Entry(institution: $0, resources: counts[$0.id]?.count ?? 0)) }
            .sorted {
                $0.0 == $1.0
                    ? $0.1.institution.id < $1.1.institution.id : $0.0.lexicographicallyPrecedes($1.0)
            }.map(\.1)
    }

    /// The territories an institution lies in, narrowest first; its country where it lies in none of the register.
    static func places(of institution: Institution, _ registers: Registers) -> [String] {
        let path = registers.territoryPath(ofInstitution: institution.id).filter { registers.territory($0) != nil }
        guard path.isEmpty, let country = institution.country else { return path }
        // A country that stands in the register of territories is named as it is there: vn.
        let territory = country.lowercased()
        return [registers.territory(territory)?.type == "country" ? territory : country]
    }

    /// The name of a territory or country.
    static func name(ofPlace place: String, _ registers: Registers, in language: PreferredLanguage) -> String {
        registers.territory(place)?.name
            ?? Locale(identifier: language.rawValue).localizedString(forRegionCode: place) ?? place
    }
}

extension Institution {
    /// The name in the reader's language where the register has it, else the institution's own.
    func name(in language: PreferredLanguage) -> String {
        (language == .english ? nameInEnglish : nameInVietnamese) ?? name
    }
}
