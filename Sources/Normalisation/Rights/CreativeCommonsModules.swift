import Vocabularies

/// The conditions of a Creative Commons licence; openness rests on them and not on its version.
struct CreativeCommonsModules: OptionSet, Hashable {
    let rawValue: Int

    static let by = Self(rawValue: 1)
    static let nc = Self(rawValue: 2)
    static let nd = Self(rawValue: 4)
    static let sa = Self(rawValue: 8)

    /// What a set of modules cannot be more open than.
    var openness: OpennessClass {
        contains(.nd) ? .shareOnly : contains(.nc) ? .openWithLimits : .open
    }

    /// The register's code without a version, such as `CC-BY-NC-SA`; nil for none, and for ND with SA, which exclude
    /// each other. BY is in all licences since version 2.0.
    var code: String? {
        guard !isEmpty, !isSuperset(of: [.nd, .sa]) else { return nil }
        return "CC-BY" + (contains(.nc) ? "-NC" : "") + (contains(.nd) ? "-ND" : "") + (contains(.sa) ? "-SA" : "")
    }

    /// The modules of a code or of the part of an address that names them (`by-nc-sa`); empty for another licence.
    init(named name: String) {
        var modules: Self = []
        for part in name.lowercased().split(separator: "-") {
            switch part {
            case "cc": break
            case "by": modules.insert(.by)
            case "nc": modules.insert(.nc)
            case "nd": modules.insert(.nd)
            case "sa": modules.insert(.sa)
            default:
                if part.first?.isNumber != true, part != "igo" {
                    self = []
                    return
                }
            }
        }
        self = modules
    }

    init(rawValue: Int) { self.rawValue = rawValue }

    /// The module that stands at `index`, and how many words it takes.
    static func module(in words: PlainWords, at index: Int) -> (module: Self, length: Int)? {
        for (phrase, module) in phrases[words[index].text] ?? [] where words.has(phrase, at: index) {
            return (module, phrase.count)
        }
        return nil
    }

    /// Phrases by their first word, longer ones first.
    private static let phrases: [String: [(phrase: [String], module: Self)]] = {
        let names: [(String, Self)] = [
            ("by", .by), ("attribution", .by), ("ghi cong", .by), ("paternite", .by), ("nc", .nc),
            ("noncommercial", .nc), ("non commercial", .nc), ("not commercial", .nc), ("no commercial", .nc),
            ("phi thuong mai", .nc), ("khong thuong mai", .nc), ("pas d utilisation commerciale", .nc),
            ("not for commercial", .nc), ("khong vi muc dich thuong mai", .nc), ("nd", .nd), ("noderivatives", .nd),
            ("noderivs", .nd), ("noderivativeworks", .nd), ("no derivatives", .nd), ("no derivative", .nd),
            ("no derivs", .nd), ("no modifications", .nd), ("khong phai sinh", .nd), ("cam phai sinh", .nd),
            ("khong tac pham phai sinh", .nd), ("khong chinh sua", .nd), ("pas de modification", .nd), ("sa", .sa),
            ("sharealike", .sa), ("share alike", .sa), ("chia se tuong tu", .sa), ("partage a l identique", .sa),
            ("partage dans les memes conditions", .sa),
        ]
        let split = names.map { (phrase: $0.0.split(separator: " ").map(String.init), module: $0.1) }
        return Dictionary(grouping: split) { $0.phrase[0] }.mapValues {
            $0.sorted { $0.phrase.count > $1.phrase.count }
        }
    }()
}
