package import Vocabularies

/// Something to know about a harvest as a whole, in words for the institution.
package struct HarvestNotice: Hashable, Codable, Sendable {
    /// Notices are grouped and looked up by this word, for example `token-expired`.
    package let code: String
    package let vietnamese: String
    package let english: String

    package init(code: String, vietnamese: String, english: String) {
        self.code = code
        self.vietnamese = vietnamese
        self.english = english
    }

    /// Whether it says that we stopped by ourselves, to go on next time.
    package var isOurLimit: Bool { code == "time-limit" || code == "page-limit" }

    package var text: LocalisedText { LocalisedText(vietnamese: vietnamese, english: english) }
}
