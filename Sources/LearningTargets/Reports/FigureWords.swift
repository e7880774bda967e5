package import Vocabularies

/// A figure in words: the same on pages, in reports and at the command line.
package struct FigureWords: Sendable {
    private let figure: Figure
    private let target: Target
    private let language: PreferredLanguage

    package init(_ figure: Figure, _ target: Target, _ language: PreferredLanguage) {
        self.figure = figure
        self.target = target
        self.language = language
    }

    /// `2/5 (40%)`, or a dash where nothing is known.
    package var value: String {
        guard let numerator = figure.numerator else { return "–" }
        if let percentage = figure.percentage { return Self.percentage(percentage, language) }
        guard let denominator = figure.denominator, denominator > 0 else { return Self.number(numerator, language) }
        return
            "\(Self.number(numerator, language))/\(Self.number(denominator, language)) (\(Self.percent(numerator, denominator, language)))"
    }

    /// The goal: in Vietnamese as the plan prints it, in English what that means.
    package var goal: String {
        guard language == .english else { return target.printed }
        let least = target.isMoreThan ? "over " : target.printed.contains(where: \.isLetter) ? "at least " : ""
        if target.printed.wholeMatch(of: /[0-9]+(,[0-9]+)?%/) != nil {
            return Self.percentage(target.printed, language)
        }
        switch target.goal {
        case .share(let share): return least + Self.percent(share.numerator, share.denominator, language)
        case .number(let number): return least + Self.number(number, language)
        }
    }

    package var kind: String {
        switch figure.kind {
        case .computed: text("tính từ danh mục", "computed")
        case .reported: text("cơ quan báo cáo", "reported")
        case .proxy: text("SỐ THAY THẾ", "PROXY")
        case .unknown: text("chưa có số liệu", "no figure")
        }
    }

    package var state: String {
        switch figure.isMet {
        case true:
            figure.isAfterPlan
                ? text("đạt, sau khi kỳ đã hết", "reached, after the period") : text("đạt", "reached")
        case false: text("chưa đạt", "not reached")
        case nil: text("chưa rõ", "not known")
        }
    }

    /// What is missing for a line of evidence: `còn thiếu 2`.
    package static func missing(_ evidence: Figure.Evidence, _ language: PreferredLanguage) -> String? {
        guard !evidence.counts, evidence.percentage == nil, evidence.need > evidence.have else { return nil }
        let count = evidence.need - evidence.have
        return language == .vietnamese ? "còn thiếu \(count)" : "\(count) more needed"
    }

    /// What has to be known about a line of evidence: what is missing, why it counts, or the source; empty for nothing.
    package static func note(_ evidence: Figure.Evidence, _ language: PreferredLanguage) -> String {
        switch evidence.note {
        case Figure.Evidence.notReported: language == .vietnamese ? "chưa báo cáo" : "not reported"
        case Figure.Evidence.supposed: language == .vietnamese ? "giả định" : "supposed"
        case let note?: evidence.day.map { "\(note) (\(day($0, language)))" } ?? note
        case nil: missing(evidence, language) ?? ""
        }
    }

    /// What a line of evidence has: a count, or the percentage as it was written.
    package static func have(_ evidence: Figure.Evidence, _ language: PreferredLanguage) -> String {
        evidence.percentage.map { percentage($0, language) } ?? number(evidence.have, language)
    }

    /// What a line of evidence needs; a dash where nothing is set, or a percentage stands.
    package static func need(_ evidence: Figure.Evidence, _ language: PreferredLanguage) -> String {
        evidence.need == 0 || evidence.percentage != nil ? "–" : number(evidence.need, language)
    }

    /// The rule the figure was made by, with its parameters.
    package func method(_ plan: Plan) -> String {
        guard figure.kind == .proxy, let proxy = target.proxy else { return Self.rule(target, plan, language) }
        switch proxy {
        case .searches: return text("lượt tìm trong danh mục, trong kỳ của kế hoạch", "searches in the plan's period")
        case .resources:
            let subjects = target.proxySubjects.joined(separator: ", ")
            return text(
                "học liệu trong danh mục thuộc lĩnh vực ISCED-F \(subjects)",
                "resources of the catalogue in the fields ISCED-F \(subjects)")
        }
    }

    private static func rule(_ target: Target, _ plan: Plan, _ language: PreferredLanguage) -> String {
        let parameters = plan.parameters
        let classes = parameters.openness.joined(separator: ", ")
        let rule: (String, String) =
            switch target.indicator {
            case .publishing:
                (
                    "đơn vị có ít nhất \(parameters.leastResources) học liệu mở (lớp \(classes)), đường dẫn không hỏng",
                    "institutions with at least \(parameters.leastResources) open resources (classes \(classes)) whose links are not broken"
                )
            case .using:
                (
                    "đơn vị có ít nhất \(parameters.leastListed) học liệu trong bộ sưu tập đã công bố",
                    "institutions with at least \(parameters.leastListed) resources in published collections"
                )
            case .publishingOrUsing:
                (
                    "đơn vị công bố ít nhất \(parameters.leastResources) học liệu mở, hoặc xếp ít nhất \(parameters.leastListed) học liệu vào bộ sưu tập",
                    "institutions that publish at least \(parameters.leastResources) open resources or list at least \(parameters.leastListed)"
                )
            case .titles:
                (
                    "số học liệu mở (lớp \(classes)) của các đơn vị",
                    "open resources (classes \(classes)) of the institutions"
                )
            case .majors:
                (
                    "ngành có ít nhất một học liệu mở mang mã ngành ấy (thẻ ngành, hay trường programmes của bản ghi)",
                    "majors with at least one open resource that carries their code (a tag, or the record's programmes)"
                )
            case nil:
                (
                    "cơ quan nhập kèm văn bản nguồn, người thứ hai xác nhận",
                    "entered with a source document and confirmed by a second person"
                )
            }
        return language == .vietnamese ? rule.0 : rule.1
    }

    package static func number(_ number: Int, _ language: PreferredLanguage) -> String {
        let digits = String(abs(number))
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped += language == .vietnamese ? "." : "," }
            grouped.append(digit)
        }
        return (number < 0 ? "−" : "") + grouped
    }

    /// Cut after two decimals, as the plan does (5/9 is “55,55%”).
    package static func percent(_ numerator: Int, _ denominator: Int, _ language: PreferredLanguage) -> String {
        let hundredths = Int(Double(numerator) * 10_000 / Double(denominator) + 1e-9)
        let (whole, part) = (hundredths / 100, hundredths % 100)
        guard part > 0 else { return "\(whole)%" }
        let decimals = part % 10 == 0 ? "\(part / 10)" : (part < 10 ? "0\(part)" : "\(part)")
        return "\(whole)\(language == .vietnamese ? "," : ".")\(decimals)%"
    }

    /// `31/12/2024` in Vietnamese, ISO 8601 in English.
    package static func day(_ day: String, _ language: PreferredLanguage) -> String {
        language == .vietnamese ? day.split(separator: "-").reversed().joined(separator: "/") : day
    }

    /// `14,5%` as it was written, with a full stop in English.
    package static func percentage(_ text: String, _ language: PreferredLanguage) -> String {
        language == .vietnamese ? text : text.replacing(",", with: ".")
    }

    private func text(_ vietnamese: String, _ english: String) -> String {
        language == .vietnamese ? vietnamese : english
    }
}
