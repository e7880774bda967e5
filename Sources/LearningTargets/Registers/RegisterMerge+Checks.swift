import CatalogueModel
import RecordFormats
import Vocabularies

/// What rows of all registers are checked for.
extension RegisterMerge {
    enum Place {
        case same
        /// The row at that place gets its last day, and a successor.
        case ends(Int)
        case new
    }

    func place<Value: RegisterRow>(
        _ row: Value, in standing: [Value], _ line: CSVTable.Row, from: WritableKeyPath<Value, PartialDate?>,
        to: WritableKeyPath<Value, PartialDate?>
    ) throws -> Place {
        if let at = standing.firstIndex(where: { $0[keyPath: from] == row[keyPath: from] }) {
            if standing[at] == row { return .same }
            var ended = standing[at]
            ended[keyPath: to] = row[keyPath: to]
            if ended.successor == nil { ended.successor = row.successor }
            guard ended == row, standing[at][keyPath: to] == nil else {
                let columns = row.differing(from: standing[at]).joined(separator: ", ")
                throw fault(
                    line,
                    "dòng này đã có với nội dung khác (\(columns)); sổ không ghi đè: chép đúng dòng cũ với valid_to để kết thúc, rồi thêm dòng mới",
                    "this row stands with other contents (\(columns)); nothing is overwritten: copy the old row with a valid_to to end it, and add a new one"
                )
            }
            return .ends(at)
        }
        let first = row[keyPath: from]?.description ?? ""
        let last = row[keyPath: to]?.description ?? "9999"
        for other in standing {
            let otherFirst = other[keyPath: from]?.description ?? ""
            let otherLast = other[keyPath: to]?.description ?? "9999"
            if first <= otherLast, otherFirst <= last {
                throw fault(
                    line, "thời gian hiệu lực chồng lên một dòng khác của cùng mã",
                    "its validity overlaps another row of the same identifier")
            }
        }
        return .new
    }

    func fields(
        _ line: CSVTable.Row
    ) throws -> (id: String, name: String, type: String, from: PartialDate?, to: PartialDate?) {
        guard let id = line["id"], let name = line["name"], let type = line["type"] else {
            throw fault(line, "thiếu id, name hoặc type", "id, name or type is missing")
        }
        guard id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil else {
            throw fault(
                line, "“\(id)” chưa dùng được làm mã: chỉ chữ thường không dấu, chữ số và gạch nối",
                "“\(id)” cannot be an identifier: small letters without marks, digits and hyphens only")
        }
        func day(_ column: String) throws -> PartialDate? {
            guard let text = line[column] else { return nil }
            guard let date = PartialDate(text) else {
                throw fault(
                    line, "“\(text)” không phải một ngày (cột \(column)); ghi như 2025-07-01",
                    "“\(text)” is no day (column \(column)); write it like 2025-07-01")
            }
            return date
        }
        let (from, to) = (try day("valid_from"), try day("valid_to"))
        if let from, let to, to.description < from.description {
            throw fault(line, "kết thúc trước khi bắt đầu", "it ends before it begins")
        }
        return (id, name, type, from, to)
    }

    func successorFault(
        _ successor: String?, of id: String, _ line: CSVTable.Row, known: Set<String>
    ) -> RegisterFault? {
        guard let successor, !known.contains(successor) || successor == id else { return nil }
        let near = NearestName.hint(successor, known.subtracting([id]))
        return fault(
            line, "nơi kế tục “\(successor)” không có trong sổ (cột successor)\(near.vi)",
            "the successor “\(successor)” is not in the register (column successor)\(near.en)")
    }

    func sourceFault(_ source: String?, _ line: CSVTable.Row) -> RegisterFault? {
        source != nil
            ? nil
            : fault(
                line, "thiếu nguồn (cột source): văn bản hay trang cho biết dòng này",
                "the source is missing (column source): the document or page that says so")
    }

    func codeFault(_ code: String?, _ line: CSVTable.Row) -> RegisterFault? {
        guard let code, code.count > 32 || code.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9.\/\-]*/) == nil else {
            return nil
        }
        return fault(
            line, "“\(code.prefix(40))” không phải mã (cột official_code): chỉ chữ, số, dấu chấm, gạch",
            "“\(code.prefix(40))” is no code (column official_code): letters, digits, full stops, strokes only")
    }

    func fault(_ line: CSVTable.Row, _ vietnamese: String, _ english: String) -> RegisterFault {
        RegisterFault(file: file, line: line.line, text: LocalisedText(vietnamese: vietnamese, english: english))
    }
}
