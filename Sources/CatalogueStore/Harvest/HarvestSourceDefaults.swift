import CatalogueModel
import Normalisation

extension SourceDefaults {
    /// - Parameter institution: of the register; nil where it has lost it.
    init(_ source: HarvestSource, institution: Institution?) {
        self.init(
            publisherID: source.institution, publisherName: institution?.name ?? source.institution,
            language: source.language, licence: source.licence)
    }
}
