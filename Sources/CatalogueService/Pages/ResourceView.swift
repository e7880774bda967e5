import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Vocabularies

/// What the page of a resource shows, as values for its template.
struct ResourceView {
    private let standing: (version: Int, changedAt: Date)?
    private let merged: MergedResource
    private let others: [ResourceWords]
    private let words: ResourceWords
    private let language: PreferredLanguage
    private let jsonLD: String
    private let similar: [ResourceWords]
    private let related: [RelatedResource]

    /// - Parameters:
    ///   - standing: version and time of the record; nil for one that is not in the catalogue yet.
    ///   - merged: the resource with all who provide it.
    ///   - similar: those of `merged` are left out.
    ///   - jsonLD: the resource as JSON-LD, safe inside a `script` element.
    init(
        _ standing: (version: Int, changedAt: Date)?, merged: MergedResource, similar: [LearningResource],
        related: [RelatedResource] = [], reference: ReferenceData, language: PreferredLanguage, jsonLD: String
    ) {
        self.related = related
        self.standing = standing
        self.merged = merged
        others = merged.others.map { ResourceWords($0.resource, reference: reference, language: language) }
        self.language = language
        self.jsonLD = jsonLD
        let own = Set(merged.others.map(\.resource.id))
        self.similar = similar.filter { !own.contains($0.id) }.map {
            ResourceWords($0, reference: reference, language: language)
        }
        words = ResourceWords(merged.resource, reference: reference, language: language)
    }

    var values: [String: Any] {
        let resource = merged.resource
        var values: [String: Any] = [
            "pageTitle": resource.title + " – " + PageText.text("siteName", in: language), "title": resource.title,
            "identifier": resource.id.rawValue,
            "alternatives": resource.alternativeTitles, "meta": words.summary, "url": resource.url,
            "host": URL(string: resource.url)?.host() ?? "", "facts": facts, "jsonLD": jsonLD,
            "hasOthers": !others.isEmpty, "others": zip(merged.others, others).map(other),
            "hasSimilar": !similar.isEmpty, "hasRelated": !related.isEmpty,
            "related": RelationsView(related: related, language: language).groups,
            "similar": similar.map(\.linked),
            "reportHref": ResourceWords.canonicalHref(of: resource.id) + "/report"
                + (language == .english ? "?lang=en" : ""),
            "manageHref": DepositWords.href(of: resource.id, language),
            "canonicalHref": ResourceWords.canonicalHref(of: resource.id),
            "apiHref": "/api/v1/resources/" + FormEncoding.pathSegment(resource.id.rawValue),
        ]
        values["description"] = resource.description
        values["titleLang"] = words.titleLanguage
        values["descriptionLang"] = words.descriptionLanguage
        return values
    }

    private func other(_ provider: MergedResource.Provider, _ words: ResourceWords) -> [String: Any] {
        let url = provider.resource.url
        let more: [String: Any] = [
            "isMain": provider.isRepresentative, "url": url, "host": URL(string: url)?.host() ?? url,
            "meta": [words.summary, words.licence?.label[language]].compactMap(\.self).joined(separator: " · "),
        ]
        return words.linked.merging(more) { $1 }
    }

    /// Which record a fact is from, where it is not the one shown.
    private func origin(of row: String) -> [[String: Any]] {
        guard let id = Self.fields[row].flatMap({ merged.origins[$0] }),
            let words = others.first(where: { $0.resource.id == id })
        else { return [] }
        return [["text": PageText.text("factFrom", in: language) + " " + words.publisher, "href": words.pageHref]]
    }

    /// The fields behind the rows that may be filled in from other records.
    private static let fields: [String: SourceField] = [
        "fact.creator": .creator, "facet.type": .learningResourceType, "facet.subject": .about,
        "facet.level": .educationalLevel, "facet.language": .inLanguage, "facet.audience": .audience,
        "fact.studyMode": .courseMode, "fact.date": .datePublished, "fact.timeRequired": .timeRequired,
        "fact.duration": .duration, "fact.keywords": .keywords,
    ]

    private var facts: [[String: Any]] {
        let resource = merged.resource
        let rows: [(key: String, values: [[String: Any]])] = [
            ("fact.creator", resource.creators.map { link($0, to: ("q", $0)) }),
            (
                "fact.publisher",
                [
                    [
                        "text": words.publisher,
                        "href": InstitutionView.href(of: resource.publisher.id, in: language),
                    ]
                ]
            ),
            ("facet.type", filters(.type, resource.resourceTypes, .resourceTypes)),
            ("facet.subject", filters(.subject, resource.subjects, .subjects)),
            ("facet.level", filters(.level, resource.levels, .levels)),
            ("facet.language", filters(.language, resource.languages.map(\.primary), .languages)),
            ("facet.audience", filters(.audience, resource.audiences, .audiences)),
            ("fact.studyMode", words.labels(of: resource.studyModes, in: .studyModes).map(plain)),
            ("fact.date", (resource.datePublished.map { [Printing.date($0, in: language)] } ?? []).map(plain)),
            ("fact.timeRequired", durations(resource.timeRequired)), ("fact.duration", durations(resource.duration)),
            ("fact.licence", licence), ("fact.rights", [plain(words.openness.label)]),
            ("fact.keywords", resource.keywords.map { link($0, to: ("q", $0)) }),
            (
                "facet.tag",
                resource.tags.map {
                    ["text": $0.name, "href": TagAddress.href(TagAddress.page($0.slug), in: language)]
                }
            ),
            ("facet.competence", filters(.competence, resource.competences, .competences)),
            ("facet.programme", filters(.programme, resource.programmes, .programmes)),
            ("fact.identifiers", resource.identifiers.map { plain(Self.shown($0)) }),
            ("fact.source", resource.factsFrom.map { [external($0)] } ?? []),
            ("fact.recordChanged", changedText.map { [plain($0)] } ?? []),
            ("fact.identifier", [plain(resource.id.rawValue)]),
        ]
        return rows.filter { !$0.values.isEmpty }.map { row in
            ["label": PageText.text(row.key, in: language), "values": row.values + origin(of: row.key)]
        }
    }

    /// `isbn:9783161484100` as `ISBN 9783161484100`.
    private static func shown(_ identifier: String) -> String {
        let parts = identifier.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, ["isbn", "issn", "doi"].contains(parts[0]) else { return identifier }
        return "\(parts[0].uppercased()) \(parts[1])"
    }

    private var licence: [[String: Any]] {
        guard let licence = words.licence else {
            return [
                plain(LocalisedText(vietnamese: "Chưa rõ giấy phép", english: "Licence not known")[language])
            ]
        }
        return [["text": licence.label[language], "href": licence.url, "external": true]]
    }

    private var changedText: String? {
        guard let standing else { return nil }
        let day = PartialDate(standing.changedAt.formatted(.iso8601.year().month().day()))
        let version = LocalisedText(vietnamese: "phiên bản", english: "version")[language]
        return (day.map { Printing.date($0, in: language) } ?? "") + " (\(version) \(standing.version))"
    }

    private func durations(_ duration: ISODuration?) -> [[String: Any]] {
        duration.map { [plain(Printing.duration($0, in: language))] } ?? []
    }

    private func filters(_ facet: Facet, _ codes: [String], _ scheme: SchemeID) -> [[String: Any]] {
        zip(codes, words.labels(of: codes, in: scheme)).map { link($1, to: (facet.rawValue, $0)) }
    }

    /// Says that it leads nowhere: pages around it have addresses of their own.
    private func plain(_ text: String) -> [String: Any] { ["text": text, "href": false] }

    /// Addresses in records were checked when they came in: `http` and `https` only.
    private func external(_ url: String) -> [String: Any] { ["text": url, "href": url, "external": true] }

    private func link(_ text: String, to item: (name: String, value: String)) -> [String: Any] {
        let address = PageAddress(path: SearchAddress.path, items: [item])
        return ["text": text, "href": address.with("lang", language == .english ? "en" : nil).href]
    }
}

extension ResourceWords {
    static func canonicalHref(of id: ResourceID) -> String {
        "/resources/" + FormEncoding.pathSegment(id.rawValue)
    }
}
