import CatalogueModel
import CatalogueStore
import Foundation
import GRDB
import UsageStatistics
import Vocabularies

/// Makes the figures of a plan on a day, with the list behind each.
struct FigureMaker {
    let plan: Plan
    /// `2026-11-26`
    let day: String
    /// Whether the day is past and nothing was kept: what the catalogue offered is worked out from its dates.
    let isRebuilt: Bool
    let supposed: Set<String>
    let inputs: FigureInputs
    let usage: UsageStore?

    /// Registers are read as of the plan's last day at the latest: its districts are those it was made for.
    private var registersDay: String { min(day, plan.to.description) }

    func figure(_ target: Target) throws -> Figure {
        switch target.kind {
        case .reported: return try reported(target)
        case .computed: return try computed(target)
        }
    }

    // MARK: Computed

    private func computed(_ target: Target) throws -> Figure {
        switch target.indicator {
        case .titles: return try titles(target)
        case .majors: return try majors(target)
        case .publishing, .using, .publishingOrUsing, nil: return try institutions(target)
        }
    }

    private func institutions(_ target: Target) throws -> Figure {
        let open = try inputs.openResources(plan.parameters.openness)
        let listed = try inputs.listedResources()
        let rows = inputs.institutions(target.types, in: plan.territory, on: registersDay).map { row in
            let published = (have: open[row.id] ?? 0, need: plan.parameters.leastResources)
            let used = (have: listed[row.id] ?? 0, need: plan.parameters.leastListed)
            let best =
                switch target.indicator {
                case .using: used
                case .publishingOrUsing where used.have >= used.need: used
                default: published
                }
            let isSupposed = supposed.contains(row.id) && best.have < best.need
            return Figure.Evidence(
                id: row.id, name: row.nameInVietnamese ?? row.name, territory: row.territory,
                counts: isSupposed || best.have >= best.need, have: best.have, need: best.need,
                note: isSupposed ? Figure.Evidence.supposed : nil)
        }
        let lost = inputs.withoutTerritory(target.types, on: registersDay)
        let note: Figure.LocalisedNote? =
            lost.isEmpty || plan.territory == "vn"
            ? nil
            : Figure.LocalisedNote(
                "\(lost.count) đơn vị cùng loại chưa có địa bàn trong sổ nên không được tính: \(lost.prefix(5).map(\.id).joined(separator: ", "))",
                "\(lost.count) institutions of these types have no territory in the register and are not counted: \(lost.prefix(5).map(\.id).joined(separator: ", "))"
            )
        return try made(target, rows.count(where: \.counts), rows.count, rows, note: note)
    }

    private func titles(_ target: Target) throws -> Figure {
        let open = try inputs.openResources(plan.parameters.openness)
        let rows = inputs.institutions(target.types, in: plan.territory, on: registersDay).map { row in
            Figure.Evidence(
                id: row.id, name: row.nameInVietnamese ?? row.name, territory: row.territory,
                counts: (open[row.id] ?? 0) > 0, have: open[row.id] ?? 0, need: 0, note: nil)
        }
        return try made(target, rows.reduce(0) { $0 + $1.have }, nil, rows)
    }

    private func majors(_ target: Target) throws -> Figure {
        let open = try inputs.majors(plan.parameters.openness)
        let rows = inputs.reference.vocabularies[.programmes].concepts.filter { $0.code.utf8.count == 7 }.map { major in
            let have = open[major.code] ?? 0
            return Figure.Evidence(
                id: major.code, name: major.label.vietnamese, territory: nil, counts: have > 0, have: have, need: 1,
                note: nil)
        }
        return try made(target, rows.count(where: \.counts), rows.count, rows)
    }

    private func made(
        _ target: Target, _ numerator: Int, _ denominator: Int?, _ evidence: [Figure.Evidence],
        note: Figure.LocalisedNote? = nil
    ) throws -> Figure {
        guard try !isRebuilt || inputs.hadBegun() else {
            return figure(
                target, .unknown, nil, denominator, [],
                note: Figure.LocalisedNote(
                    "Ngày ấy danh mục chưa có học liệu nào, nên không có số.",
                    "The catalogue held nothing yet on that day, so there is no figure."))
        }
        guard denominator != 0 else {
            return figure(
                target, .unknown, nil, nil, evidence,
                note: Figure.LocalisedNote(
                    "Mẫu số bằng không: sổ đơn vị chưa có đơn vị nào thuộc chỉ tiêu này. Hãy nhập sổ (hoclieu targets import).",
                    "The denominator is zero: the register has no institution of this target. Import it (hoclieu targets import)."
                ))
        }
        let rebuilt = Figure.LocalisedNote(
            "Dựng lại từ ngày tháng trong danh mục, vì hôm đó chưa lưu số liệu.",
            "Worked out from the dates of the catalogue, since nothing was kept on that day.")
        let late = Figure.LocalisedNote(
            "Kỳ của kế hoạch đã hết ngày \(FigureWords.day(plan.to.description, .vietnamese)); số này gồm cả những gì có sau đó.",
            "The plan's period ended on \(plan.to); this figure counts what came later, too.")
        let early = Figure.LocalisedNote(
            "Kế hoạch bắt đầu từ ngày \(FigureWords.day(plan.from.description, .vietnamese)).",
            "The plan begins on \(plan.from).")
        let notes = [
            day < plan.from.description ? early : nil, isRebuilt ? rebuilt : nil, day > registersDay ? late : nil, note,
        ].compactMap(\.self)
        return figure(
            target, .computed, numerator, denominator, evidence,
            note: notes.isEmpty
                ? nil
                : Figure.LocalisedNote(
                    notes.map(\.vi).joined(separator: " "), notes.map(\.en).joined(separator: " ")))
    }

    // MARK: Reported

    private func reported(_ target: Target) throws -> Figure {
        let found = try ObservationTable(inputs.db).counted(target.id, plan: plan.id, through: day)
        if let whole = found.first(where: { $0.territory == plan.territory }) {
            let parts = Set(found.map(\.territory)).count - 1
            let note =
                parts == 0
                ? nil
                : Figure.LocalisedNote(
                    "Số của toàn địa bàn đứng thay cho số đã xác nhận của \(parts) nơi báo cáo riêng.",
                    "The figure of the whole stands for the confirmed figures of \(parts) that reported one by one.")
            return figure(
                target, .reported, whole.numerator, whole.denominator,
                [evidence(whole, counts: target.isMet(whole.numerator, of: whole.denominator))], note: note,
                sources: [whole.source], percentage: whole.percentage)
        }
        let parts = territories(target)
        guard !parts.isEmpty, !found.isEmpty else { return try missing(target) }
        let rows = parts.map { part -> Figure.Evidence in
            guard let observation = found.first(where: { $0.territory == part.id }) else {
                return Figure.Evidence(
                    id: part.id, name: part.name, territory: part.parent, counts: false, have: 0, need: 1,
                    note: Figure.Evidence.notReported)
            }
            return evidence(
                observation, name: part.name, counts: observation.numerator == observation.denominator)
        }
        let missing = rows.count { $0.note == Figure.Evidence.notReported }
        let note =
            missing == 0
            ? nil
            : Figure.LocalisedNote(
                "\(missing) trên \(rows.count) nơi chưa báo cáo; chưa báo cáo được tính là chưa đạt.",
                "\(missing) of \(rows.count) have not reported; they count as not reached.")
        return figure(
            target, .reported, rows.count(where: \.counts), rows.count, rows, note: note,
            sources: Array(Set(found.map(\.source))).sorted())
    }

    /// Territories whose figures count for a target, the plan's own first.
    func reporting(_ target: Target) -> [String] {
        [plan.territory] + territories(target).map(\.id).filter { $0 != plan.territory }
    }

    /// Districts, or communes, districts and the city, that report one by one.
    private func territories(_ target: Target) -> [Territory] {
        switch target.denominator {
        case .districts:
            return inputs.territories(under: plan.territory, on: registersDay) { $0.type.hasPrefix("district") }
        case .communities:
            let own = inputs.reference.registers.territory(plan.territory).map { [$0] } ?? []
            return own + inputs.territories(under: plan.territory, on: registersDay) { _ in true }
        default: return []
        }
    }

    /// - Parameter counts: whether the whole, or the one place, has reached it.
    private func evidence(_ observation: Observation, name: String? = nil, counts: Bool) -> Figure.Evidence {
        Figure.Evidence(
            id: observation.territory,
            name: name ?? inputs.reference.registers.territory(observation.territory)?.name ?? observation.territory,
            territory: nil, counts: counts, have: observation.numerator, need: observation.denominator,
            note: observation.source, percentage: observation.percentage, day: observation.day)
    }

    private func missing(_ target: Target) throws -> Figure {
        let none = Figure.LocalisedNote(
            "Chưa có số liệu được xác nhận. Cơ quan chủ trì: \(target.lead).",
            "No confirmed figure yet. Who leads: \(target.lead).")
        guard let proxy = target.proxy, let value = try proxyValue(proxy, target) else {
            let parts = territories(target)
            return figure(target, .unknown, nil, parts.isEmpty ? nil : parts.count, [], note: none)
        }
        return figure(
            target, .proxy, value.count, nil, value.evidence,
            note: proxy == .searches && usage?.isSimulated == true
                ? Figure.LocalisedNote(
                    "Số thay thế từ SỐ LIỆU SỬ DỤNG MÔ PHỎNG, không phải số của chỉ tiêu.",
                    "A proxy from SIMULATED USAGE, not the figure of the target.")
                : proxy == .searches
                    ? Figure.LocalisedNote(
                        "Số thay thế, không phải số của chỉ tiêu: lượt tìm trong danh mục trong kỳ.",
                        "A proxy, not the figure of the target: searches in the catalogue in the period.")
                    : Figure.LocalisedNote(
                        "Số thay thế, không phải số của chỉ tiêu: học liệu trong danh mục thuộc lĩnh vực \(fields(target, .vietnamese)).",
                        "A proxy, not the figure of the target: resources of the catalogue in the field of \(fields(target, .english))."
                    ))
    }

    private func fields(_ target: Target, _ language: PreferredLanguage) -> String {
        let subjects = inputs.reference.vocabularies[.subjects]
        return target.proxySubjects.map { "\(subjects.label(of: $0, in: language)) (ISCED-F \($0))" }
            .joined(separator: ", ")
    }

    /// Nil where there was nothing to count yet.
    private func proxyValue(
        _ proxy: Target.Proxy, _ target: Target
    ) throws -> (count: Int, evidence: [Figure.Evidence])? {
        switch proxy {
        case .resources:
            guard try inputs.hadBegun() else { return nil }
            let found = try inputs.resources(about: target.proxySubjects)
            // The figure is the number; the list behind it stops where nobody reads on.
            let listed = found.prefix(Self.mostListed).map {
                Figure.Evidence(
                    id: $0.id, name: $0.title, territory: nil, counts: true, have: 1, need: 0, note: nil)
            }
            return (found.count, listed)
        case .searches:
            guard let usage, let first = UsageDay(plan.from.description)?.month,
                let last = UsageDay(registersDay)?.month,
                first <= last
            else { return nil }
            return (try UsageReader(usage).totals(from: first, through: last).searches, [])
        }
    }

    /// Resources listed behind a proxy.
    private static let mostListed = 200

    private func figure(
        _ target: Target, _ kind: Figure.Kind, _ numerator: Int?, _ denominator: Int?, _ evidence: [Figure.Evidence],
        note: Figure.LocalisedNote?, sources: [String] = [], percentage: String? = nil
    ) -> Figure {
        let isJudged = kind == .computed || kind == .reported
        return Figure(
            plan: plan.id, target: target.id, kind: kind, numerator: numerator, denominator: denominator, day: day,
            registersDay: registersDay,
            isMet: isJudged ? numerator.map { target.isMet($0, of: denominator) } : nil, note: note, evidence: evidence,
            methodVersion: Figure.method, sources: sources, percentage: percentage)
    }
}
