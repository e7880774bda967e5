import CatalogueModel
import Normalisation
import Vocabularies

/// Checks what is said of a source against the registers and vocabularies.
struct HarvestSourceRules {
    let reference: ReferenceData

    /// - Throws: `HarvestSourceError` for the first thing that will not do.
    func check(_ source: HarvestSource) throws {
        guard HarvestSource.isIdentifier(source.id) else { throw HarvestSourceError.identifier(source.id) }
        guard reference.registers.institution(source.institution) != nil else {
            throw HarvestSourceError.institution(source.institution)
        }
        if let licence = source.licence, reference.vocabularies.licences.licence(named: licence) == nil {
            throw HarvestSourceError.licence(licence)
        }
        if let language = source.language, LanguageTag(language) == nil {
            throw HarvestSourceError.language(language)
        }
        guard !source.urls.isEmpty else { throw HarvestSourceError.address("") }
        for url in source.urls where !WebAddress.isValid(url) { throw HarvestSourceError.address(url) }
        guard (0...3600).contains(source.delay), source.interval >= 60 else { throw HarvestSourceError.numbers }
    }
}
