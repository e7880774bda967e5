package import Vocabularies

/// Why targets were not changed or told as asked.
package enum TargetError: Error, Hashable, CustomStringConvertible {
    case unknownPlan(String)
    case unknownTarget(String, plan: String)
    case unknownTerritory(String)
    case notReported(String)
    case notThen(String, day: String)
    case notReporting(String, target: String, instead: [String])
    case notSupposable(String, target: String)
    case badValue(String)
    case noSource
    case badDay(String)
    case futureDay(String)
    case noSuchObservation(Int64)
    case samePerson(String)
    case closed(Int64)
    case foreign(String)
    case nameTaken(String)
    case emptyText
    case register(file: String, line: Int, LocalisedText)

    package var message: LocalisedText {
        switch self {
        case .unknownPlan(let id):
            text(
                "Không có kế hoạch “\(id.prefix(60))”. Xem “hoclieu targets status”.",
                "There is no plan “\(id.prefix(60))”. See “hoclieu targets status”.")
        case .unknownTarget(let id, let plan):
            text(
                "Kế hoạch \(plan) không có chỉ tiêu “\(id.prefix(60))”.",
                "The plan \(plan) has no target “\(id.prefix(60))”.")
        case .unknownTerritory(let id):
            text("Sổ địa bàn không có “\(id.prefix(60))”.", "The register has no territory “\(id.prefix(60))”.")
        case .notReported(let id):
            text(
                "Chỉ tiêu “\(id)” được tính từ danh mục, không nhập tay.",
                "The target “\(id)” is computed from the catalogue and not entered.")
        case .notThen(let id, let day):
            text(
                "Ngày \(day) không có địa bàn “\(id)” (xem thời hạn trong sổ địa bàn).",
                "There was no territory “\(id)” on \(day) (see its dates in the register).")
        case .notReporting(let id, let target, let ids):
            text(
                "Chỉ tiêu “\(target)” không tính số của “\(id)”. Các địa bàn được tính: \(Self.named(ids)).",
                "The target “\(target)” takes no figure of “\(id)”. It takes those of: \(Self.named(ids)).")
        case .notSupposable(let id, let target):
            text(
                "Chỉ tiêu “\(target)” không xét đơn vị “\(id.prefix(60))”. Xem “hoclieu targets evidence”.",
                "The target “\(target)” does not look at “\(id.prefix(60))”. See “hoclieu targets evidence”.")
        case .badValue(let value):
            text(
                "“\(value.prefix(40))” chưa đúng. Ghi tử số/mẫu số như 7/9 hay 612.000/680.000, hoặc phần trăm như 55,55%.",
                "“\(value.prefix(40))” will not do. Write numerator/denominator like 7/9 or 612.000/680.000, or a percentage like 55,55%."
            )
        case .noSource:
            text(
                "Thiếu nguồn: ghi số, ngày, tên văn bản.",
                "The source is missing: name the document with number and date.")
        case .badDay(let day):
            text(
                "“\(day.prefix(40))” không phải một ngày. Ghi như 2024-12-31.",
                "“\(day.prefix(40))” is no day. Write it like 2024-12-31.")
        case .futureDay(let day):
            text("Ngày \(day) ở tương lai.", "The day \(day) is in the future.")
        case .noSuchObservation(let number):
            text("Không có số liệu số \(number).", "There is no observation \(number).")
        case .samePerson(let name):
            text(
                "Người nhập và người xác nhận phải khác nhau (\(name)).",
                "Who enters and who confirms must be two people (\(name)).")
        case .closed(let number):
            text(
                "Số liệu số \(number) đã xác nhận hoặc đã rút.",
                "The observation \(number) is confirmed or withdrawn already.")
        case .foreign(let territory):
            text(
                "Khóa này không ghi được số liệu của “\(territory)”.",
                "This key may not enter figures of “\(territory)”.")
        case .nameTaken(let name): text("Đã có bản chụp “\(name)”.", "There is a snapshot “\(name)”.")
        case .emptyText: text("Chưa ghi gì.", "Nothing is written.")
        case .register(let file, let line, let problem):
            text("\(file), dòng \(line): \(problem.vietnamese)", "\(file), line \(line): \(problem.english)")
        }
    }

    private static func named(_ ids: [String]) -> String {
        ids.prefix(12).joined(separator: ", ") + (ids.count > 12 ? ", …" : "")
    }

    package var description: String { message.english }

    private func text(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }
}
