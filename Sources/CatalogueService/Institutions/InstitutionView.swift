import Publishing
import CatalogueModel
import CatalogueSearch
import CatalogueStore
import LearningTargets
import Normalisation
import Vocabularies

/// The page of one institution.
struct InstitutionView {
    private let profile: InstitutionProfile
    private let reference: ReferenceData
    private let language: PreferredLanguage

    init(_ profile: InstitutionProfile, reference: ReferenceData, language: PreferredLanguage) {
        self.profile = profile
        self.reference = reference
        self.language = language
    }

    /// Address of an institution's page.
    static func href(of id: String, in language: PreferredLanguage) -> String {
        "/institutions/" + FormEncoding.pathSegment(id) + (language == .english ? "?lang=en" : "")
    }

    var values: [String: Any] {
        let (institution, id) = (profile.institution, FormEncoding.pathSegment(profile.institution.id))
        let langQuery = language == .english ? "?lang=en" : ""
        let name = institution.name(in: language)
        var values: [String: Any] = [
            "pageTitle": name + " – " + PageText.text("siteName", in: language), "name": name, "meta": meta,
            "apiHref": "/api/v1/institutions/" + id, "qualityHref": "/quality/" + id + langQuery,
            "linksHref": "/links/" + id + langQuery, "allHref": search([:]), "isRegistered": profile.isRegistered,
            "total": Printing.number(profile.total, in: language), "hasResources": profile.total > 0,
            "newest": profile.newest.map { ResourceWords($0, reference: reference, language: language).linked },
            "groups": groups, "contribution": contribution,
            "openHref": search(InstitutionProfile.openAndLiveFilters),
        ]
        values["website"] = institution.website
        let linked = CollectionsView(collections: [], reference: reference, language: language)
        values["hasCollections"] = !profile.collections.isEmpty
        values["collections"] = profile.collections.map { linked.linked($0.collection, items: $0.items) }
        values["hasTranslations"] = !profile.translations.isEmpty
        values["translations"] = profile.translations.map { entry in
            ResourceWords(entry.original, reference: reference, language: language).linked.merging([
                "state": entry.state.label[language]
            ]) { $1 }
        }
        values["contributions"] = profile.contributions.map(contribution)
        values.merge(qualityValues) { $1 }
        values.merge(linkValues) { $1 }
        values.merge(harvestValues) { $1 }
        return values
    }

    private var meta: String {
        let institution = profile.institution
        let place = InstitutionDirectory.places(of: institution, reference.registers).map {
            InstitutionDirectory.name(ofPlace: $0, reference.registers, in: language)
        }
        let type =
            institution.type.isEmpty
            ? [] : [reference.vocabularies[.institutionTypes].label(of: institution.type, in: language)]
        return (type + place).joined(separator: " · ")
    }

    private var groups: [[String: Any]] {
        [(Facet.type, profile.types), (.licence, profile.licences), (.language, profile.languages)].filter {
            !$0.1.isEmpty
        }.map { facet, counts in
            [
                "id": facet.rawValue, "label": PageText.text("facet.\(facet.rawValue)", in: language),
                "values": counts.map {
                    [
                        "label": $0.label[language], "count": Printing.number($0.count, in: language),
                        "href": search([facet: [$0.value]]),
                    ]
                },
            ]
        }
    }

    private var contribution: String {
        let (open, total) = (profile.openAndLive, profile.total)
        return LocalisedText(
            vietnamese: """
                \(Printing.number(open, in: .vietnamese)) trên \(Printing.number(total, in: .vietnamese)) học liệu có giấy \
                phép mở (nhóm A và B) và liên kết không hỏng.
                """,
            english: """
                \(Printing.number(open, in: .english)) of \(Printing.number(total, in: .english)) resources have an open \
                licence (classes A and B) and a link that is not broken.
                """)[language]
    }

    private func contribution(_ contribution: TargetContribution) -> [String: Any] {
        let (plan, target, row) = (contribution.plan, contribution.target, contribution.evidence)
        let path = "/targets/" + FormEncoding.pathSegment(plan.id) + "/" + FormEncoding.pathSegment(target.id)
        return [
            "href": TagAddress.href(path, in: language), "title": target.title[language], "plan": plan.title[language],
            "day": PartialDate(contribution.day).map { Printing.date($0, in: language) } ?? contribution.day,
            "state": PageText.text(row.counts ? "targetIsCounted" : "targetIsNotCounted", in: language),
            "missing": row.counts ? false : (row.note ?? FigureWords.missing(row, language)) as Any? ?? false,
        ]
    }

    private var qualityValues: [String: Any] {
        let summary = profile.quality
        return [
            "hasQuality": summary.records > 0, "records": Printing.number(summary.records, in: language),
            "mean": Printing.decimal(summary.meanScore, in: language),
            "fixes": summary.cheapestFixes().map { entry in
                [
                    "message": entry.kind.message[language], "remedy": entry.kind.remedy[language],
                    "records": Printing.number(entry.records, in: language),
                    "points": Printing.number(entry.points, in: language), "field": entry.kind.field.rawValue,
                ]
            },
        ]
    }

    private var linkValues: [String: Any] {
        let langQuery = language == .english ? "?lang=en" : ""
        return [
            "linkFigures": LinkState.allCases.map {
                ["label": $0.label[language], "value": Printing.number(profile.links.counts[$0] ?? 0, in: language)]
            },
            "hasBroken": !profile.links.items.isEmpty,
            "broken": profile.links.items.map { item in
                [
                    "href": "/resources/" + FormEncoding.pathSegment(item.id) + langQuery, "title": item.title,
                    "state": item.check.movedTo.map { "→ " + $0 } ?? item.check.state.label[language],
                ]
            },
        ]
    }

    private var harvestValues: [String: Any] {
        let langQuery = language == .english ? "?lang=en" : ""
        return [
            "hasSources": !profile.sources.isEmpty,
            "sources": profile.sources.map {
                ["href": "/sources/\($0.state.source.id)\(langQuery)", "id": $0.state.source.id]
            },
            "hasRuns": !profile.runs.isEmpty,
            "runs": profile.runs.map { run in
                [
                    "href": "/runs/\(run.id)\(langQuery)", "number": "\(run.id)", "source": run.source,
                    "when": RunView.day(run.startedAt, in: language), "verdict": RunView.verdict(run, in: language),
                    "added": Printing.number(run.counts.added, in: language),
                    "changed": Printing.number(run.counts.changed, in: language),
                    "refused": Printing.number(run.counts.refused, in: language),
                ]
            },
        ]
    }

    private func search(_ filters: [Facet: [String]]) -> String {
        var items = [(name: Facet.institution.rawValue, value: profile.institution.id)]
        for facet in Facet.allCases {
            items += (filters[facet] ?? []).map { (name: facet.rawValue, value: $0) }
        }
        return PageAddress(path: SearchAddress.path, items: items).with("lang", language == .english ? "en" : nil).href
    }
}

extension ResourceWords {
    /// Address, title and line of a resource, for lists in templates. What is not there is false: templates look for a
    /// missing value in what surrounds the list.
    var linked: [String: Any] {
        ["href": pageHref, "title": resource.title, "meta": summary, "titleLang": titleLanguage ?? false]
    }
}
