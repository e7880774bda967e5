import CatalogueModel
import CatalogueStore
import Publishing
import Vocabularies

/// The page of what is wanted in Vietnamese, by state, the most wanted first.
struct TranslationsView {
    let entries: [TranslationEntry]
    /// What is in demand and not asked for yet.
    var candidates: [TranslationCandidate] = []
    /// The state the page shows; nil for all but what is published or excluded.
    let state: TranslationState?
    let counts: [TranslationState: Int]
    /// Whether the visitor may ask for translations and take them on.
    var mayAct = false
    let reference: ReferenceData
    let language: PreferredLanguage

    var values: [String: Any] {
        [
            "pageTitle": PageText.text("translationsTitle", in: language) + " – "
                + PageText.text("siteName", in: language),
            "hasCandidates": !candidates.isEmpty, "candidates": candidates.map(candidate),
            "none": entries.isEmpty, "entries": entries.map(entry),
            "states": [tab(nil)] + TranslationState.allCases.map(tab),
        ]
    }

    private func tab(_ state: TranslationState?) -> [String: Any] {
        let label = state?.label[language] ?? PageText.text("translationsLive", in: language)
        let count =
            state.map { counts[$0] ?? 0 } ?? [.wanted, .claimed, .inReview].reduce(0) { $0 + (counts[$1] ?? 0) }
        let address = PageAddress(path: "/translations").with("state", state?.rawValue)
            .with("lang", language == .english ? "en" : nil)
        return [
            "label": label, "count": Printing.number(count, in: language), "href": address.href,
            "isSelected": state == self.state,
        ]
    }

    private func entry(_ entry: TranslationEntry) -> [String: Any] {
        let words = ResourceWords(entry.original, reference: reference, language: language)
        return words.linked.merging([
            "state": entry.state.label[language], "stateCode": entry.state.rawValue, "status": status(of: entry),
            "licence": words.licence?.label[language] ?? false,
            "wishes": entry.wishes.map { wish in
                [name(of: wish.wantedBy), wish.note.map { "“\($0)”" }].compactMap(\.self).joined(separator: ": ")
            }.joined(separator: "; "),
            "demand": demand(entry.demand), "translationHref": translationHref(entry) ?? false,
            "entryHref": mayAct ? TranslationEntryView.href(of: entry.original.id, in: language) : false,
            "translation": entry.translation?.rawValue ?? false, "draft": entry.draft ?? false,
        ]) { $1 }
    }

    private func candidate(_ candidate: TranslationCandidate) -> [String: Any] {
        let words = ResourceWords(candidate.original, reference: reference, language: language)
        return words.linked.merging([
            "licence": words.licence?.label[language] ?? false, "demand": demand(candidate.demand),
            "entryHref": mayAct ? TranslationEntryView.href(of: candidate.original.id, in: language) : false,
        ]) { $1 }
    }

    private func translationHref(_ entry: TranslationEntry) -> String? {
        entry.translation.map { ResourceWords.canonicalHref(of: $0) + (language == .english ? "?lang=en" : "") }
    }

    /// Who is at it, until when, or why nobody may be.
    private func status(of entry: TranslationEntry) -> String {
        if entry.isOriginalWithdrawn { return PageText.text("translationOriginalGone", in: language) }
        let institution = entry.institution.map(name) ?? ""
        switch entry.state {
        case .wanted: return entry.hasLapsed ? PageText.text("translationLapsed", in: language) : ""
        case .claimed:
            let day = entry.claimedUntil.map { Printing.date($0, in: language) } ?? ""
            return LocalisedText(
                vietnamese: "\(institution) nhận dịch đến \(day)", english: "\(institution), until \(day)")[language]
        case .inReview: return institution
        case .published:
            return entry.isTranslationOffered ? institution : PageText.text("translationGone", in: language)
        case .excluded: return exclusion(entry, institution)
        }
    }

    /// Why an entry was thrown out, and who has to stop.
    private func exclusion(_ entry: TranslationEntry, _ institution: String) -> String {
        let licence = entry.excludedBy.flatMap { reference.vocabularies.licences.licence(named: $0) }
        let label = licence?.label
        let day = RunView.day(entry.since, in: language)
        let stop = LocalisedText(
            vietnamese: institution.isEmpty ? "" : " \(institution) cần dừng dịch.",
            english: institution.isEmpty ? "" : " \(institution) has to stop.")
        return LocalisedText(
            vietnamese: label.map { "Từ \(day), giấy phép \($0.vietnamese) không cho phép dịch." }
                ?? "Từ \(day), không rõ giấy phép nên không được dịch.",
            english: label.map { "Since \(day), the licence \($0.english) does not allow translations." }
                ?? "Since \(day), the licence is not known, so nobody may translate it.")[language] + stop[language]
    }

    private func demand(_ demand: TranslationDemand) -> String {
        var parts: [LocalisedText] = []
        if demand.wishes > 0 {
            parts.append(
                LocalisedText(
                    vietnamese: "\(Printing.number(demand.wishes, in: .vietnamese)) nơi đề nghị",
                    english: "wanted by \(Printing.number(demand.wishes, in: .english))"))
        }
        if demand.queries > 0 {
            parts.append(
                LocalisedText(
                    vietnamese:
                        "\(Printing.number(demand.queries, in: .vietnamese)) lượt tìm chưa có kết quả tiếng Việt",
                    english: "\(Printing.number(demand.queries, in: .english)) searches without a Vietnamese result"))
        }
        if demand.uses > 0 {
            parts.append(
                LocalisedText(
                    vietnamese: "\(Printing.number(demand.uses, in: .vietnamese)) lượt dùng",
                    english: "\(Printing.number(demand.uses, in: .english)) uses"))
        }
        return parts.map { $0[language] }.joined(separator: " · ")
    }

    /// The institution's name, or the name of a key without its mark.
    private func name(of wantedBy: String) -> String {
        if let institution = reference.registers.institution(wantedBy) { return institution.name(in: language) }
        return wantedBy.hasPrefix("key:") ? String(wantedBy.dropFirst(4)) : wantedBy
    }
}
