package import CatalogueModel
package import Vocabularies

/// Why targets were not changed or told as asked.
package enum TargetError: Error, Hashable, CustomStringConvertible {
    case unknownPlan(String)
    case unknownTarget(String, plan: String)
    /// With a question about what may have been meant, or nothing.
    case unknownTerritory(String, near: LocalisedText)
    case notReported(String)
    case notThen(String, day: String)
    case notReporting(String, target: String, instead: [String])
    case notSupposable(String, target: String)
    case badValue(String)
    /// A figure of the whole, over a denominator that is not the number of its parts.
    case notOfParts(Int, parts: Int)
    /// More people than live there.
    case morePeople(Int, than: PopulationFigure)
    /// The same figure stands under that number.
    case enteredAlready(Int64)
    /// More than the whole.
    case moreThanAll(String)
    /// A single place either reaches such a target or does not.
    case yesOrNo(String)
    /// Far fewer people than live there.
    case fewPeople(Int, of: PopulationFigure)
    /// Another figure of the same place and day is confirmed under that number.
    case confirmedAlready(Int64)
    /// Who does it is not said.
    case nobody
    case noReason
    case withdrawnAlready(Int64)
    /// A plan of that identifier stands and is another one.
    case planStands(PlanChange)
    case foreignDifficulty(String, plan: String)
    case noSource
    case badDay(String)
    case futureDay(String)
    case noSuchObservation(Int64)
    case samePerson(String)
    case closed(Int64)
    case foreign(String)
    case nameTaken(String)
    case noSuchSnapshot(String)
    case emptyText
    /// A file added to a register, by its number.
    case noSuchImport(Int64)
    case importUndone(Int64)
    case unreadable(String)

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
        case .unknownTerritory(let id, let near):
            text(
                "Sổ địa bàn không có “\(id.prefix(60))”.\(near.vietnamese)",
                "The register has no territory “\(id.prefix(60))”.\(near.english)")
        case .notOfParts(let given, let parts):
            text(
                "Số của toàn địa bàn cần mẫu số là số nơi được tính, \(parts), không phải \(given); hoặc ghi phần trăm.",
                "A figure of the whole needs the number of its parts, \(parts), as denominator, not \(given); or a percentage."
            )
        case .morePeople(let given, let known):
            text(
                "Mẫu số \(FigureWords.number(given, .vietnamese)) lớn hơn nhiều dân số \(FigureWords.number(known.people, .vietnamese)) (\(known.year), \(known.source)). Sửa số, hoặc nạp dân số mới: hoclieu targets import dan-so.csv --register population.",
                "The denominator \(FigureWords.number(given, .english)) is far above the population of \(FigureWords.number(known.people, .english)) (\(known.year), \(known.source)). Mend it, or take newer population figures in: hoclieu targets import population.csv --register population."
            )
        case .moreThanAll(let value):
            text(
                "“\(value.prefix(40))” nhiều hơn toàn bộ: tử số lớn hơn mẫu số, hoặc trên 100%.",
                "“\(value.prefix(40))” is more than all: the numerator exceeds the denominator, or it is above 100%.")
        case .yesOrNo(let value):
            text(
                "Một nơi chỉ có đạt (1/1) hoặc chưa đạt (0/1), không phải “\(value.prefix(40))”. Số của toàn địa bàn thì ghi cho toàn địa bàn.",
                "A single place has reached it (1/1) or not (0/1), not “\(value.prefix(40))”. Figures of the whole are entered for the whole."
            )
        case .fewPeople(let given, let known):
            text(
                "Mẫu số \(FigureWords.number(given, .vietnamese)) chưa tới một phần mười dân số \(FigureWords.number(known.people, .vietnamese)) (\(known.year), \(known.source)). Ghi đủ số người, hoặc ghi phần trăm.",
                "The denominator \(FigureWords.number(given, .english)) is less than a tenth of the population of \(FigureWords.number(known.people, .english)) (\(known.year), \(known.source)). Write the whole number of people, or a percentage."
            )
        case .confirmedAlready(let number):
            text(
                "Số \(number) của cùng nơi và cùng ngày đã được xác nhận với giá trị khác. Rút một trong hai trước.",
                "Number \(number) of the same place and day is confirmed with another value. Withdraw one of them first."
            )
        case .nobody:
            text("Cần ghi ai làm việc này (--by TÊN).", "Say who does this (--by NAME).")
        case .noReason: text("Cần ghi lý do.", "Give a reason.")
        case .withdrawnAlready(let number):
            text("Số \(number) đã được rút trước đó.", "Number \(number) was withdrawn before.")
        case .planStands(let change): change.refusal
        case .foreignDifficulty(let id, let plan):
            text(
                "“\(id)” không thuộc địa bàn của kế hoạch \(plan).", "“\(id)” does not lie in the territory of \(plan)."
            )
        case .enteredAlready(let number):
            text(
                "Số này đã được nhập: số \(number). Rút số ấy trước nếu muốn nhập lại.",
                "This figure stands already: number \(number). Withdraw it first to enter it again.")
        case .notReported(let id):
            text(
                "Chỉ tiêu “\(id)” được tính từ danh mục, không nhập tay.",
                "The target “\(id)” is computed from the catalogue and not entered.")
        case .notThen(let id, let day):
            text(
                "Ngày \(FigureWords.day(day, .vietnamese)) không có địa bàn “\(id)” (xem thời hạn trong sổ địa bàn).",
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
            text("Ngày \(FigureWords.day(day, .vietnamese)) ở tương lai.", "The day \(day) is in the future.")
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
        case .noSuchSnapshot(let name):
            text(
                "Không có bản chụp “\(name.prefix(60))”. Xem “hoclieu targets snapshot”.",
                "There is no snapshot “\(name.prefix(60))”. See “hoclieu targets snapshot”.")
        case .nameTaken(let name): text("Đã có bản chụp “\(name)”.", "There is a snapshot “\(name)”.")
        case .emptyText: text("Chưa ghi gì.", "Nothing is written.")
        case .noSuchImport(let number):
            text("Không có lần nạp sổ số \(number).", "No file of that number was taken in: \(number).")
        case .unreadable(let file):
            text(
                "Không đọc được “\(file)”: không có tệp, hoặc tệp không phải UTF-8 (hãy lưu lại bằng UTF-8).",
                "“\(file)” cannot be read: it is not there, or no UTF-8 (save it as UTF-8).")
        case .importUndone(let number):
            text("Lần nạp \(number) đã được lấy lại.", "The file \(number) has been taken back already.")
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
