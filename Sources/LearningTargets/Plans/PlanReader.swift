import CatalogueModel
import Foundation
package import Vocabularies
import Yams

/// Reads a plan from YAML and checks all of it: names, fractions against what is printed, dates, types, territory.
package struct PlanReader {
    private let file: String
    private let types: ConceptScheme
    private let territories: Set<String>
    private var faults: [PlanFault] = []

    private init(file: String, types: ConceptScheme, territories: Set<String>) {
        self.file = file
        self.types = types
        self.territories = territories
    }

    /// - Parameters:
    ///   - types: institution types that are known.
    ///   - territories: of the register.
    /// - Throws: `PlanFaults` with everything that is wrong.
    package static func plan(
        _ yaml: String, file: String, types: ConceptScheme, territories: Set<String>
    ) throws(PlanFaults) -> Plan {
        var reader = Self(file: file, types: types, territories: territories)
        let root: Node?
        do { root = try Yams.compose(yaml: yaml) } catch {
            throw PlanFaults(faults: [Self.fault(of: error, file: file)])
        }
        let plan = reader.plan(root)
        guard reader.faults.isEmpty, let plan else { throw PlanFaults(faults: reader.faults) }
        return plan
    }

    /// Where the text is no YAML, or has a key twice.
    private static func fault(of error: any Error, file: String) -> PlanFault {
        if case YamlError.duplicatedKeysInMapping(let keys, let context) = error {
            let names = keys.map { "“\($0)”" }.joined(separator: ", ")
            return PlanFault(
                file: file, line: context.mark.line, field: keys.first ?? "YAML",
                problem: LocalisedText(
                    vietnamese: "khóa \(names) có hai lần", english: "the key \(names) stands twice"),
                remedy: LocalisedText(vietnamese: "Bỏ một trong hai", english: "Take one of them out"))
        }
        let line =
            switch error {
            case YamlError.scanner(_, _, let mark, _), YamlError.parser(_, _, let mark, _),
                YamlError.composer(_, _, let mark, _):
                mark.line
            default: 1
            }
        return PlanFault(
            file: file, line: line, field: "YAML",
            problem: LocalisedText(
                vietnamese: "từ dòng này tệp không còn đúng YAML", english: "from this line on the file is no YAML"),
            remedy: LocalisedText(
                vietnamese: "Xem lại thụt đầu dòng, dấu hai chấm và dấu ngoặc ở dòng này và dòng trước",
                english: "Look at the indentation, colons and brackets of this line and the one before"))
    }

    private static let planKeys = [
        "plan", "title", "basis", "territory", "from", "to", "parameters", "targets", "template",
    ]
    private static let targetKeys = [
        "id", "clause", "title", "printed", "share", "number", "comparison", "denominator", "types", "kind",
        "indicator", "proxy", "proxy_subjects", "lead", "note",
    ]

    private mutating func plan(_ root: Node?) -> Plan? {
        guard let root, root.mapping != nil else {
            fault(
                root, "plan", "tệp trống hoặc không phải danh sách khóa", "the file is empty or no mapping",
                "Chép từ template.yaml", "Copy template.yaml")
            return nil
        }
        checkKeys(root, Self.planKeys, "")
        let id = text(root, "plan", "plan")
        if let id, id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) == nil {
            fault(
                root["plan"], "plan", "“\(id)” chưa dùng được làm mã", "“\(id)” cannot be an identifier",
                "Chỉ chữ thường không dấu, chữ số và gạch nối: can-tho-2027",
                "Small letters without marks, digits and hyphens only: can-tho-2027")
        }
        let title = label(root, "title", "title")
        let basis = text(root, "basis", "basis")
        let territory = text(root, "territory", "territory")
        if let territory, !territories.contains(territory) {
            let near = NearestName.hint(territory, Array(territories))
            fault(
                root["territory"], "territory", "sổ địa bàn không có “\(territory)”",
                "the register has no territory “\(territory)”", "Dùng mã trong territories.csv\(near.vi)",
                "Use an identifier of territories.csv\(near.en)")
        }
        let (from, to) = (day(root, "from"), day(root, "to"))
        if let from, let to, to.description < from.description {
            fault(
                root["to"], "to", "kết thúc trước khi bắt đầu", "it ends before it begins", "Sửa một trong hai ngày",
                "Mend one of the days")
        }
        var targets: [Target] = []
        for (index, node) in (root["targets"]?.sequence ?? []).enumerated() {
            if let target = target(node, "targets[\(index)]") {
                if targets.contains(where: { $0.id == target.id }) {
                    fault(
                        node["id"], "targets[\(index)].id", "“\(target.id)” đã có", "“\(target.id)” is there already",
                        "Đặt mã khác", "Give it another id")
                }
                targets.append(target)
            }
        }
        if root["targets"]?.sequence?.isEmpty ?? true {
            fault(
                root["targets"], "targets", "không có chỉ tiêu nào", "there are no targets", "Thêm ít nhất một",
                "Add one at least")
        }
        let parameters = parameters(root["parameters"])
        guard let id, let title, let basis, let territory, let from, let to else { return nil }
        return Plan(
            id: id, title: title, basis: basis, territory: territory, from: from, to: to, parameters: parameters,
            targets: targets, isTemplate: root["template"]?.bool ?? false)
    }

    private mutating func parameters(_ node: Node?) -> Plan.Parameters {
        var parameters = Plan.Parameters()
        guard let node else { return parameters }
        checkKeys(node, ["least_resources", "least_listed", "openness"], "parameters.")
        for (key, path) in [("least_resources", \Plan.Parameters.leastResources), ("least_listed", \.leastListed)] {
            guard let value = node[key] else { continue }
            guard let number = value.int, number > 0 else {
                fault(
                    value, "parameters.\(key)", "không phải số nguyên dương", "no whole number above zero",
                    "Ghi một số từ 1", "Write a number from 1")
                continue
            }
            parameters[keyPath: path] = number
        }
        if let classes = node["openness"]?.sequence {
            parameters.openness = classes.compactMap(\.string)
            for value in parameters.openness where OpennessClass(rawValue: value) == nil {
                fault(
                    node["openness"], "parameters.openness", "không có lớp “\(value)”", "there is no class “\(value)”",
                    "Dùng A đến F", "Use A to F")
            }
        }
        return parameters
    }

    private mutating func target(_ node: Node, _ at: String) -> Target? {
        checkKeys(node, Self.targetKeys, at + ".")
        let id = text(node, "id", at + ".id")
        let clause = text(node, "clause", at + ".clause")
        let title = label(node, "title", at + ".title")
        let printed = text(node, "printed", at + ".printed")
        let lead = text(node, "lead", at + ".lead")
        let kind: Target.Kind? = choice(node, "kind", at, isRequired: true)
        let indicator: Target.Indicator? = choice(node, "indicator", at, isRequired: kind == .computed)
        let denominator: Target.Denominator? = choice(node, "denominator", at, isRequired: node["number"] == nil)
        let proxy: Target.Proxy? = choice(node, "proxy", at, isRequired: false)
        let types = (node["types"]?.sequence ?? []).compactMap(\.string)
        for type in types where self.types[type] == nil {
            let near = NearestName.hint(type, self.types.concepts.map(\.code))
            fault(
                node["types"], at + ".types", "không có loại đơn vị “\(type)”",
                "there is no institution type “\(type)”", "Dùng mã trong institution-types.tsv\(near.vi)",
                "Use a code of institution-types.tsv\(near.en)")
        }
        if kind == .computed, denominator == .people || denominator == .districts || denominator == .communities {
            fault(
                node["denominator"], at + ".denominator",
                "chỉ tiêu tính từ danh mục không đếm được “\(denominator?.rawValue ?? "")”",
                "a computed target cannot count “\(denominator?.rawValue ?? "")”",
                "Dùng institutions hoặc majors, hoặc kind: reported", "Use institutions or majors, or kind: reported")
        }
        if denominator == .institutions, types.isEmpty {
            fault(
                node, at + ".types", "thiếu loại đơn vị", "institution types are missing", "Ghi types: [university]",
                "Write types: [university]")
        }
        let isMoreThan = node["comparison"]?.string == "more"
        if let comparison = node["comparison"]?.string, !["more", "least"].contains(comparison) {
            fault(
                node["comparison"], at + ".comparison", "không có “\(comparison)”", "there is no “\(comparison)”",
                "Dùng more hoặc least", "Use more or least")
        }
        guard let goal = goal(node, at, printed ?? ""), let id, let clause, let title, let printed, let lead, let kind
        else { return nil }
        return Target(
            id: id, clause: clause, title: title, printed: printed, goal: goal, isMoreThan: isMoreThan,
            denominator: denominator, types: types, kind: kind, indicator: indicator, proxy: proxy,
            proxySubjects: (node["proxy_subjects"]?.sequence ?? []).compactMap(\.string), lead: lead,
            note: node["note"]?.string)
    }

    private mutating func goal(_ node: Node, _ at: String, _ printed: String) -> Target.Goal? {
        if let number = node["number"] {
            guard let value = number.int, value > 0 else {
                fault(
                    number, at + ".number", "không phải số nguyên dương", "no whole number above zero",
                    "Ghi một số từ 1", "Write a number from 1")
                return nil
            }
            return .number(value)
        }
        guard let text = node["share"]?.string, let share = Fraction(text) else {
            fault(
                node["share"] ?? node, at + ".share", "không phải phân số đúng (mẫu số phải lớn hơn 0)",
                "no fraction (its denominator must be above zero)", "Ghi như 5/9", "Write it like 5/9")
            return nil
        }
        if let said = Fraction(printed), abs(said.value - share.value) >= 0.01 {
            fault(
                node["share"], at + ".share", "\(text) không khớp “\(printed)”",
                "\(text) does not agree with “\(printed)”", "Sửa phân số hoặc chữ in",
                "Mend the fraction or the printed text")
            return nil
        }
        return .share(share)
    }

    // MARK: Values

    private mutating func text(_ node: Node, _ key: String, _ field: String) -> String? {
        guard let text = node[key]?.string, text.contains(where: { !$0.isWhitespace }) else {
            fault(node[key] ?? node, field, "còn thiếu", "it is missing", "Ghi vào", "Fill it in")
            return nil
        }
        return text
    }

    private mutating func label(_ node: Node, _ key: String, _ field: String) -> LocalisedText? {
        guard let vietnamese = node[key]?["vi"]?.string, let english = node[key]?["en"]?.string else {
            fault(
                node[key] ?? node, field, "thiếu vi hoặc en", "vi or en is missing", "Ghi title: {vi: …, en: …}",
                "Write title: {vi: …, en: …}")
            return nil
        }
        // A comma in an unquoted text begins a new key: half a title would be shown.
        if let title = node[key] { checkKeys(title, ["vi", "en"], field + ".") }
        return LocalisedText(vietnamese: vietnamese, english: english)
    }

    private mutating func day(_ node: Node, _ key: String) -> PartialDate? {
        guard let text = node[key]?.string, let day = PartialDate(text), day.isDay else {
            fault(
                node[key] ?? node, key, "không phải một ngày", "no day", "Ghi như 2024-12-31",
                "Write it like 2024-12-31")
            return nil
        }
        return day
    }

    private mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: Node, _ key: String, _ at: String, isRequired: Bool
    ) -> Choice? where Choice.RawValue == String {
        let known = Choice.allCases.map(\.rawValue)
        guard let text = node[key]?.string else {
            if isRequired {
                fault(
                    node, "\(at).\(key)", "còn thiếu", "it is missing",
                    "Dùng một trong: \(known.joined(separator: ", "))", "Use one of: \(known.joined(separator: ", "))")
            }
            return nil
        }
        guard let choice = Choice(rawValue: text) else {
            let near = NearestName.hint(text, known)
            fault(
                node[key], "\(at).\(key)", "không có “\(text)”", "there is no “\(text)”",
                "Dùng một trong: \(known.joined(separator: ", "))\(near.vi)",
                "Use one of: \(known.joined(separator: ", "))\(near.en)")
            return nil
        }
        return choice
    }

    private mutating func checkKeys(_ node: Node, _ known: [String], _ at: String) {
        for (key, _) in node.mapping ?? [:] {
            guard let name = key.string, !known.contains(name) else { continue }
            let near = NearestName.hint(name, known)
            fault(
                key, at + name, "không có khóa này", "there is no such key",
                "Các khóa: \(known.joined(separator: ", "))\(near.vi)",
                "Keys: \(known.joined(separator: ", "))\(near.en)")
        }
    }

    private mutating func fault(
        _ node: Node?, _ field: String, _ vietnamese: String, _ english: String, _ remedyVietnamese: String,
        _ remedyEnglish: String
    ) {
        faults.append(
            PlanFault(
                file: file, line: node?.mark?.line ?? 1, field: field,
                problem: LocalisedText(vietnamese: vietnamese, english: english),
                remedy: LocalisedText(vietnamese: remedyVietnamese, english: remedyEnglish)))
    }
}
