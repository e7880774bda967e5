import CatalogueModel
import CatalogueStore
import RecordFormats
import Vocabularies

/// Who else provides a resource, in the answer of `GET /api/v1/resources/{id}`: `alsoAt`, always there, perhaps empty.
struct AlsoAtAnswer {
    private let merged: MergedResource
    private let others: [ResourceWords]

    init(_ merged: MergedResource, reference: ReferenceData, language: PreferredLanguage) {
        self.merged = merged
        others = merged.others.map { ResourceWords($0.resource, reference: reference, language: language) }
    }

    func write(to json: inout JSONWriter) {
        json.key("alsoAt")
        json.array { json in
            for (provider, words) in zip(merged.others, others) { write(provider, words, to: &json) }
        }
        guard !others.isEmpty else { return }
        json.member("isMainRecord", merged.isRepresentative)
        json.member("duplicateConfidence", merged.confidence)
    }

    private func write(_ provider: MergedResource.Provider, _ words: ResourceWords, to json: inout JSONWriter) {
        let resource = provider.resource
        json.object { json in
            json.member("identifier", resource.id.rawValue)
            json.member("name", resource.title)
            json.member("url", resource.url)
            json.key("publisher")
            json.object { json in
                json.member("identifier", resource.publisher.id)
                json.member("name", words.publisher)
            }
            if let licence = words.licence { json.member("license", licence.url) }
            json.member("isMainRecord", provider.isRepresentative)
        }
    }

    /// Entity tag of the answer: the version of the record, and what it says of others where there are any (FNV-1a).
    func tag(version: Int) -> String {
        guard !others.isEmpty else { return "\"\(version)\"" }
        var json = JSONWriter()
        json.object { write(to: &$0) }
        let hash = json.bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return "\"\(version)-\(String(hash, radix: 36))\""
    }
}
