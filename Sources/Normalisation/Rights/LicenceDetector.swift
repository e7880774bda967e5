import Foundation
package import Vocabularies

/// Finds the licence a record states: by address in any usual form, by SPDX identifier, by name in English and
/// Vietnamese; or the words that keep all rights.
///
/// It errs to the closed side: of several licences the most restrictive counts, no text gets a licence more open than
/// any condition it names, and a name that is denied (“not under CC BY”) is none.
package struct LicenceDetector: Sendable {
    /// Bytes of text in which names are looked for; a longer one is a licence's own wording and names many.
    private static let textLimit = 20_000

    private let register: LicenceRegister
    private let addresses: LicenceAddresses
    private let codesByLabel: [String: String]

    package init(_ register: LicenceRegister) {
        self.register = register
        addresses = LicenceAddresses(register: register)
        let labels = register.licences.flatMap { licence in
            [licence.label.vietnamese, licence.label.english].map { (nameKey($0), licence.code) }
        }
        codesByLabel = Dictionary(labels, uniquingKeysWith: { first, _ in first })
    }

    package func finding(in text: String) -> LicenceFinding? {
        finding(in: [text])
    }

    /// What all `texts` of one record together state; nil where nothing is known for sure.
    package func finding(in texts: [String]) -> LicenceFinding? {
        var findings: [LicenceFinding] = []
        var conditions: CreativeCommonsModules = []
        for text in texts {
            let text = cleanText(text)
            if !text.contains(" "), let licence = register.licence(named: text) {
                findings.append(LicenceFinding(licence: licence, evidence: text.contains("/") ? .address : .code))
            } else {
                let (found, stray) = read(text)
                findings += found
                conditions.formUnion(stray)
            }
        }
        guard let chosen = strictest(of: findings) else { return nil }
        return bound(chosen, by: conditions)
    }

    private func read(_ text: String) -> (findings: [LicenceFinding], conditions: CreativeCommonsModules) {
        let (licences, rest) = addresses.find(in: text)
        var findings = licences.map { LicenceFinding(licence: $0, evidence: .address) }
        guard rest.utf8.count <= Self.textLimit else { return (findings, []) }
        if let licence = codesByLabel[nameKey(rest)].flatMap(register.licence(named:)) {
            return (findings + [LicenceFinding(licence: licence, evidence: .name)], [])
        }
        let words = PlainWords(rest)
        guard !words.isEmpty else { return (findings, []) }
        let commons = CreativeCommonsNames(words)
        let isDenied = LicenceNotice.isDenied(words)
        if !isDenied {
            findings += commons.names.compactMap(licence).map { LicenceFinding(licence: $0, evidence: .name) }
        }
        let notice = LicenceNotice(words, text: rest, isDenied: isDenied)
        findings += notice.codes.compactMap { code, evidence in
            register.licence(named: code).map { LicenceFinding(licence: $0, evidence: evidence) }
        }
        var conditions = commons.otherModules
        if isDenied { commons.names.forEach { conditions.formUnion($0.modules.subtracting(.by)) } }
        return (findings, conditions)
    }

    private func licence(_ name: CreativeCommonsNames.Name) -> Licence? {
        if name.modules.isEmpty { return name.isZero ? register.licence(named: "CC0-1.0") : nil }
        guard let code = name.modules.code else { return nil }
        let exact = name.version.flatMap { register.licence(named: "\(code)-\($0)") }
        return exact ?? register.licence(named: code)
    }
}

// MARK: Several findings

extension LicenceDetector {
    /// The most restrictive finding; among equals the one with more conditions, then the surer, then the first.
    private func strictest(of findings: [LicenceFinding]) -> LicenceFinding? {
        // Who may read is another question than what the licence grants.
        let grants = findings.filter { $0.evidence != .access }
        let candidates = grants.isEmpty ? findings : grants
        guard var best = candidates.first else { return nil }
        for candidate in candidates.dropFirst() where isStricter(candidate, than: best) { best = candidate }
        var others: [String] = []
        for other in candidates where other.licence.openness != best.licence.openness {
            if !others.contains(other.licence.code) { others.append(other.licence.code) }
        }
        best.overruled = others
        return best
    }

    private func isStricter(_ a: LicenceFinding, than b: LicenceFinding) -> Bool {
        if a.licence.openness != b.licence.openness { return a.licence.openness > b.licence.openness }
        let (ours, theirs) = (modules(a), modules(b))
        if ours == theirs {
            // `CC BY` beside `CC BY 4.0`: the one that says its version.
            return !a.licence.isVersioned ? false : !b.licence.isVersioned || a.evidence < b.evidence
        }
        return ours.isStrictSuperset(of: theirs) && !theirs.isEmpty
    }

    private func modules(_ finding: LicenceFinding) -> CreativeCommonsModules {
        CreativeCommonsModules(named: finding.licence.code)
    }

    /// `finding`, made as strict as the conditions that stand beside it; nil where no licence of the register is.
    private func bound(_ finding: LicenceFinding, by conditions: CreativeCommonsModules) -> LicenceFinding? {
        guard conditions.openness > finding.licence.openness else { return finding }
        let own = modules(finding)
        guard !own.isEmpty, let code = own.union(conditions).code, let licence = register.licence(named: code) else {
            return nil
        }
        var bound = LicenceFinding(licence: licence, evidence: .name)
        bound.overruled = finding.overruled + [finding.licence.code]
        return bound
    }
}

extension Licence {
    /// A Creative Commons licence whose version the source did not state has no digit in its code.
    package var isVersioned: Bool { !code.hasPrefix("CC-BY") || code.contains { $0.isNumber } }
}
