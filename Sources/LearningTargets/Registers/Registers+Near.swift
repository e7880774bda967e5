import CatalogueModel
import CatalogueStore
import TextAnalysis
import Vocabularies

extension Registers {
    /// Words before the name of a territory, by which people leave out or add what kind it is.
    private static let kinds = ["quan-", "huyen-", "thanh-pho-", "tinh-", "phuong-", "xa-", "thi-tran-"]

    /// Whether a territory is another or lies in it, by any of its rows.
    func lies(_ territory: String, in other: String) -> Bool {
        var (seen, next): (Set<String>, [String]) = ([], [territory])
        while let id = next.popLast() {
            if id == other { return true }
            guard seen.insert(id).inserted else { continue }
            next += (territories[id] ?? []).compactMap(\.parent)
        }
        return false
    }

    /// A question for those who name a territory that is not there; empty where none is near by identifier or name.
    func nearTerritory(to text: String) -> LocalisedText {
        let analyser = TextAnalyser()
        func compared(_ text: String) -> String { analyser.folded(text).replacing(" ", with: "-") }
        var names: [String: String] = [:]
        for (id, rows) in territories.sorted(by: { $0.key > $1.key }) {
            names[id] = id
            guard let name = rows.last.map({ compared($0.name) }) else { continue }
            names[name] = id
            for kind in Self.kinds where name.hasPrefix(kind) { names[String(name.dropFirst(kind.count))] = id }
        }
        guard let near = NearestName.nearest(compared(text), names.keys), let id = names[near] else {
            return LocalisedText(vietnamese: "", english: "")
        }
        return LocalisedText(vietnamese: " Có phải “\(id)”?", english: " Did you mean “\(id)”?")
    }
}
