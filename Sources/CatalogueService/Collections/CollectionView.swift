import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

/// A collection as its page, its printed sheet and its package show it.
struct CollectionView {
    let collection: ResourceCollection
    let items: [CollectionItem]
    let phase: ResourceCollection.Phase
    /// Whether the visitor makes this collection.
    var mayEdit = false
    let reference: ReferenceData
    let language: PreferredLanguage

    private var details: CollectionDetails { collection.details }
    private var address: CollectionAddress { CollectionAddress(collection.slug) }

    /// Of the page.
    var values: [String: Any] {
        common.merging([
            "apiHref": address.api, "feedHref": address.feed, "codeHref": address.code,
            "sheetHref": CollectionAddress.href(address.sheet, in: language),
            "packageHref": CollectionAddress.href(address.package, in: language), "canonicalHref": address.page,
            "notice": notice ?? false,
            "editHref": mayEdit ? CollectionAddress.href(address.page + "/edit", in: language) : false,
            "items": items.enumerated().map { item($1, number: $0 + 1) },
        ]) { $1 }
    }

    /// Of the printed sheet.
    ///
    /// - Parameter isCodeForEach: whether every resource has a code of its own.
    func sheetValues(at site: SiteAddress, isCodeForEach: Bool) -> [String: Any] {
        let own = site.url(address.page)
        return common.merging([
            "pageHref": CollectionAddress.href(address.page, in: language), "ownAddress": own,
            "codeSVG": QRCode(own)?.svg(label: own) ?? "", "isCodeForEach": isCodeForEach,
            "otherSheetHref": PageAddress(path: address.sheet)
                .with("qr", isCodeForEach ? "one" : nil).with("lang", language == .english ? "en" : nil).href,
            "items": items.enumerated().filter { $1.offered != nil }.map { offset, item in
                let href = site.url(ResourceWords.canonicalHref(of: item.id))
                let code = isCodeForEach ? QRCode(href)?.svg(label: href) : nil
                return self.item(item, number: offset + 1).merging(["codeSVG": code ?? false]) { $1 }
            },
        ]) { $1 }
    }

    /// Of the page in the package, which is read without a network.
    func packageValues(at site: SiteAddress?) -> [String: Any] {
        common.merging([
            "lang": language.rawValue, "t": PageText.all(in: language),
            "ownAddress": site.map { $0.url(address.page) as Any } ?? false,
            "items": items.enumerated().map { offset, item in
                self.item(item, number: offset + 1).merging(["attribution": attribution(of: item) ?? false]) { $1 }
            },
        ]) { $1 }
    }

    /// Who made a resource, where it is and how it may be used, in one line; nil for what is not offered.
    func attribution(of item: CollectionItem) -> String? {
        item.offered.map { Attribution($0, reference: reference, language: language).text }
    }

    private var common: [String: Any] {
        let title = details.title(in: language)
        return [
            "pageTitle": title + " – " + PageText.text("siteName", in: language), "title": title,
            "summary": details.summary(in: language).map(Self.paragraphs) ?? [], "facts": facts,
            "owner": owner ?? false, "total": Printing.number(items.count, in: language),
        ]
    }

    /// Lines of text, each a paragraph.
    private static func paragraphs(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init)
    }

    private var owner: [String: Any]? {
        details.institution.map { id in
            let name = reference.registers.institution(id)?.name(in: language) ?? id
            return ["name": name, "href": InstitutionView.href(of: id, in: language)]
        }
    }

    /// For whom, and on which days.
    private var facts: String {
        var parts = [details.purpose.label[language]]
        if let code = details.audience {
            parts.append(reference.vocabularies[.audiences].label(of: code, in: language))
        }
        let days = [details.opensOn, details.closesOn].map { $0.map { Printing.date($0, in: language) } }
        switch (days[0], days[1]) {
        case (let first?, let last?): parts.append("\(first) – \(last)")
        case (let first?, nil):
            parts.append(LocalisedText(vietnamese: "từ \(first)", english: "from \(first)")[language])
        case (nil, let last?):
            parts.append(LocalisedText(vietnamese: "đến \(last)", english: "until \(last)")[language])
        case (nil, nil): break
        }
        return parts.joined(separator: " · ")
    }

    private var notice: String? {
        switch phase {
        case .open: nil
        case .closed: PageText.text("collectionClosed", in: language)
        case .upcoming: PageText.text("collectionUpcoming", in: language)
        case .draft: PageText.text("collectionDraft", in: language)
        }
    }

    private func item(_ item: CollectionItem, number: Int) -> [String: Any] {
        // Templates look for a missing value in what surrounds the list.
        var values: [String: Any] = [
            "number": number, "id": item.id.rawValue, "note": item.note ?? false, "isGone": item.offered == nil,
            "href": false, "meta": false, "titleLang": false, "url": false, "licence": false, "opennessClass": "E",
            "openness": "", "title": item.resource?.title ?? item.id.rawValue, "noteLines": [String](),
        ]
        if let note = item.note { values["noteLines"] = Self.paragraphs(note) }
        guard let resource = item.offered else { return values }
        let words = ResourceWords(resource, reference: reference, language: language)
        values.merge(words.linked) { $1 }
        values["url"] = resource.url
        values["openness"] = words.openness.label
        values["opennessClass"] = words.openness.code
        values["licence"] = words.licence?.label[language] ?? false
        return values
    }
}
