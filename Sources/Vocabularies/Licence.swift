/// A licence or rights statement a resource may carry.
package struct Licence: Hashable, Sendable {
    /// SPDX identifier where there is one, for example `CC-BY-4.0`.
    package let code: String
    /// Canonical address: https, with the trailing slash Creative Commons uses.
    package let url: String
    package let openness: OpennessClass
    package let label: LocalisedText

    package init(code: String, url: String, openness: OpennessClass, label: LocalisedText) {
        self.code = code
        self.url = url
        self.openness = openness
        self.label = label
    }
}
