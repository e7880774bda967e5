import CatalogueModel
import CatalogueStore
import Foundation
import LearningTargets
import TestSupport
import Testing
import Vocabularies

@Suite("Plans")
struct PlanTests {
    static let reference = Result { try CorpusFolder(Project.corpus).referenceData() }

    static func read(_ yaml: String, file: String = "x.yaml") throws -> Plan {
        let reference = try reference.get()
        return try PlanReader.plan(
            yaml, file: file, types: reference.vocabularies[.institutionTypes],
            territories: Set(reference.registers.territories.keys))
    }

    static func shipped(_ name: String) throws -> Plan {
        let path = Project.corpus + "/Plans/\(name).yaml"
        return try read(String(contentsOfFile: path, encoding: .utf8), file: path)
    }

    @Test(
        "every plan that ships is sound, the template too",
        arguments: ["can-tho-2024", "qd-1373-2025", "qd-1373-2030", "qd-1117-2026", "qd-1117-2030", "template"])
    func sound(name: String) throws {
        let plan = try Self.shipped(name)
        #expect(!plan.targets.isEmpty && plan.isTemplate == (name == "template"))
        for target in plan.targets {
            guard case .share(let share) = target.goal, let printed = Fraction(target.printed) else { continue }
            #expect(abs(share.value - printed.value) < 0.01, "\(target.id)")
        }
    }

    @Test("the plan of Cần Thơ has every numeric target of its section II.2, as printed and as a fraction")
    func canTho() throws {
        let plan = try Self.shipped("can-tho-2024")
        let targets = plan.targets.map { target -> String in
            guard case .share(let share) = target.goal else { return target.printed }
            return "\(target.printed) \(share.description)"
        }
        #expect(
            targets == [
                "100% 9/9", "100% 9/9", "100% 9/9", "66% 6/9", "100% 9/9", "90% 9/10", "90% 9/10", "30% 3/10",
                "15% 15/100", "90% 9/10", "90% 9/10", "90% 9/10", "55,55% 5/9", "80% 4/5",
            ])
    }

    @Test(
        "figures are rounded as the plan prints: 5/9 meets 55,55%, 6/9 meets 66%, 4/5 does not meet 90%",
        arguments: [
            ("learning-units", 5, 9, true), ("learning-units", 4, 9, false), ("lower-secondary-level-3", 6, 9, true),
            ("lower-secondary-level-3", 5, 9, false), ("universities", 4, 5, false), ("universities", 5, 5, true),
            ("universities", 9, 10, true), ("preschool", 8, 9, false), ("learning-communities", 75, 93, true),
            ("learning-communities", 74, 93, false),
        ])
    func rounding(target: String, numerator: Int, denominator: Int, isMet: Bool) throws {
        let found = try #require(try Self.shipped("can-tho-2024").target(target))
        #expect(found.isMet(numerator, of: denominator) == isMet)
    }

    @Test("what is needed is the least that reaches the goal", arguments: 1...60)
    func needed(denominator: Int) throws {
        for target in try Self.shipped("can-tho-2024").targets + Self.shipped("qd-1117-2026").targets {
            guard case .share = target.goal else { continue }
            let needed = target.needed(of: denominator)
            #expect(needed > denominator || target.isMet(needed, of: denominator), "\(target.id)")
            #expect(needed == 0 || !target.isMet(needed - 1, of: denominator), "\(target.id)")
        }
    }

    @Test(
        "what is wrong in a plan is told with its field and a remedy, all of it at once",
        arguments: [
            ("indicator: publishing ", "indicator: publishin ", "targets[0].indicator", "publishing"),
            ("kind: computed", "kind: computd", "targets[0].kind", "computed"),
            ("share: 9/10", "share: 9/0", "targets[0].share", "5/9"),
            ("share: 9/10", "share: 1/10", "targets[0].share", "90%"),
            ("territory: can-tho-2025", "territory: can-tho-2o25", "territory", "can-tho-2025"),
            ("types: [university]", "types: [universty]", "targets[0].types", "university"),
            ("    lead: Sở Giáo dục và Đào tạo\n", "", "targets[0].lead", ""),
            ("from: 2027-01-01", "from: 01/2027", "from", "2024-12-31"),
            ("to: 2027-12-31", "to: 2026-12-31", "to", ""),
            ("denominator: institutions", "denominatr: institutions", "targets[0].denominatr", "denominator"),
            ("least_resources: 3", "least_resources: ba", "parameters.least_resources", "1"),
            ("openness: [A, B]", "openness: [A, Z]", "parameters.openness", "A"),
            ("denominator: institutions", "denominator: people", "targets[0].denominator", "institutions"),
            ("plan: ", "plan: Có Dấu ", "plan", "can-tho-2027"),
        ])
    func faults(old: String, new: String, field: String, remedy: String) throws {
        let text = try String(contentsOfFile: Project.corpus + "/Plans/template.yaml", encoding: .utf8)
        #expect(text.contains(old), "\(old)")
        do {
            _ = try Self.read(text.replacing(old, with: new))
            Issue.record("taken: \(new)")
        } catch let faults as PlanFaults {
            let fault = try #require(faults.faults.first { $0.field == field }, "\(faults.message.english)")
            #expect((remedy.isEmpty || fault.text(in: .english).contains(remedy)) && fault.line > 0)
        }
    }

    @Test(
        "text that is no YAML is told with its line, a key that stands twice with its name, neither with the whole file"
    )
    func brokenText() throws {
        let lines = try String(contentsOfFile: Project.corpus + "/Plans/template.yaml", encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let at = try #require(lines.firstIndex { $0.hasPrefix("territory:") })
        for (line, word) in [("territory: [a, b", "YAML"), ("basis: hai lần", "“basis”")] {
            var text = lines
            text.insert(line, at: at + 1)
            do {
                _ = try Self.read(text.joined(separator: "\n"))
                Issue.record("taken: \(line)")
            } catch let faults as PlanFaults {
                let fault = try #require(faults.faults.first)
                #expect(faults.faults.count == 1 && fault.text(in: .vietnamese).contains(word))
                #expect(fault.line >= 1 && fault.text(in: .english).count < 300, "\(fault)")
                if word == "YAML" { #expect(fault.line > at) }
            }
        }
    }

    @Test(
        "no YAML breaks the reader",
        arguments: [
            "", "- 1", "plan: [", "a: &x [*x]", "targets: 3", "\t", "plan: x\nplan: y", "targets: [1, {id: x}]",
        ])
    func odd(yaml: String) { #expect(throws: PlanFaults.self) { try Self.read(yaml) } }

    @Test(
        "figures are read by Vietnamese rules, and what is none is refused",
        arguments: [
            ("7/9", 7, 9), ("612.000/680.000", 612_000, 680_000), ("55,55%", 5555, 10000), ("90%", 90, 100),
            (" 5 / 9 ", 5, 9),
        ])
    func values(text: String, numerator: Int, denominator: Int) throws {
        let value = try ReportedValue(text)
        #expect(value.numerator == numerator && value.denominator == denominator)
    }

    @Test(
        "a lone number, a count with decimals, too many, a zero below are refused",
        arguments: [
            "1.234,5", "1234", "9/0", "10/9", "-1/9", "x/9", "120%", "1,5/9", "", "12.34/100", "5/9/1",
        ])
    func badValues(text: String) {
        #expect(throws: ["10/9", "120%"].contains(text) ? TargetError.moreThanAll(text) : .badValue(text)) {
            try ReportedValue(text)
        }
    }
}
