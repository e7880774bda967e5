import CatalogueModel
package import Vocabularies

/// What the catalogue knows besides its records: vocabularies, crosswalks and registers.
package struct ReferenceData: Sendable {
    package var vocabularies: VocabularySet
    package var registers: Registers
    package var glossary: [GlossaryEntry]

    package init(vocabularies: VocabularySet, registers: Registers, glossary: [GlossaryEntry] = []) {
        self.vocabularies = vocabularies
        self.registers = registers
        self.glossary = glossary
    }

    package var isEmpty: Bool { vocabularies.licences.licences.isEmpty }
}
