import CatalogueModel
import CatalogueStore
import RecordFormats
import Vocabularies

/// Works rows of a file into a register without overwriting what stands.
struct RegisterMerge {
    let file: String
    let reference: ReferenceData

    func institutions(_ table: CSVTable) throws -> (rows: [Institution], added: Int, ended: Int) {
        var standing = reference.registers.institutions
        var (added, ended) = (0, 0)
        for line in table.rows {
            let fields = try fields(line)
            guard reference.vocabularies[.institutionTypes][fields.type] != nil else {
                throw fault(
                    line, "không có loại đơn vị “\(fields.type)”; dùng mã trong institution-types.tsv",
                    "there is no institution type “\(fields.type)”; use a code of institution-types.tsv")
            }
            let country = line["country"]
            let territory = line["territory"]
            var row = Institution(id: fields.id, name: fields.name, type: fields.type)
            (row.nameInVietnamese, row.nameInEnglish) = (line["name_vi"], line["name_en"])
            (row.country, row.territory, row.website) = (country, territory, line["website"])
            (row.officialCode, row.validFrom, row.validTo) = (line["official_code"], fields.from, fields.to)
            (row.successor, row.source) = (line["successor"], line["source"])
            switch try place(row, in: standing[fields.id] ?? [], line, from: \.validFrom, to: \.validTo) {
            case .same: continue
            case .ends(let at):
                standing[fields.id]?[at].validTo = row.validTo
                ended += 1
            case .new:
                if country == "VN", territory == nil {
                    throw fault(
                        line, "đơn vị ở Việt Nam cần có địa bàn (cột territory)",
                        "an institution in Việt Nam needs a territory (column territory)")
                }
                if let territory, country == "VN", reference.registers.territory(territory) == nil {
                    throw fault(
                        line, "sổ địa bàn không có “\(territory)”", "the register has no territory “\(territory)”")
                }
                standing[fields.id, default: []].append(row)
                added += 1
            }
        }
        return (standing.values.flatMap(\.self), added, ended)
    }

    func territories(_ table: CSVTable) throws -> (rows: [Territory], added: Int, ended: Int) {
        var standing = reference.registers.territories
        let known = Set(standing.keys).union(table.rows.compactMap { $0["id"] })
        var (added, ended) = (0, 0)
        for line in table.rows {
            let fields = try fields(line)
            if let parent = line["parent"], !known.contains(parent) {
                throw fault(
                    line, "sổ địa bàn không có “\(parent)” (cột parent)",
                    "the register has no “\(parent)” (column parent)")
            }
            var row = Territory(id: fields.id, name: fields.name, type: fields.type)
            (row.parent, row.officialCode) = (line["parent"], line["official_code"])
            (row.validFrom, row.validTo) = (fields.from, fields.to)
            (row.successor, row.source) = (line["successor"], line["source"])
            switch try place(row, in: standing[fields.id] ?? [], line, from: \.validFrom, to: \.validTo) {
            case .same: continue
            case .ends(let at):
                standing[fields.id]?[at].validTo = row.validTo
                ended += 1
            case .new:
                standing[fields.id, default: []].append(row)
                added += 1
            }
        }
        return (standing.values.flatMap(\.self), added, ended)
    }

    private enum Place {
        case same
        /// The row at that place gets its last day.
        case ends(Int)
        case new
    }

    private func place<Value: Equatable>(
        _ row: Value, in standing: [Value], _ line: CSVTable.Row, from: WritableKeyPath<Value, PartialDate?>,
        to: WritableKeyPath<Value, PartialDate?>
    ) throws -> Place {
        if let at = standing.firstIndex(where: { $0[keyPath: from] == row[keyPath: from] }) {
            if standing[at] == row { return .same }
            var ended = standing[at]
            ended[keyPath: to] = row[keyPath: to]
            guard ended == row, standing[at][keyPath: to] == nil else {
                throw fault(
                    line,
                    "dòng này đã có với nội dung khác; sổ không ghi đè: kết thúc dòng cũ (valid_to) rồi thêm dòng mới",
                    "this row stands with other contents; nothing is overwritten: end the old row (valid_to) and add a new one"
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

    private func fields(
        _ line: CSVTable.Row
    ) throws -> (id: String, name: String, type: String, from: PartialDate?, to: PartialDate?) {
        guard let id = line["id"], let name = line["name"], let type = line["type"] else {
            throw fault(line, "thiếu id, name hoặc type", "id, name or type is missing")
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

    private func fault(_ line: CSVTable.Row, _ vietnamese: String, _ english: String) -> TargetError {
        .register(file: file, line: line.line, LocalisedText(vietnamese: vietnamese, english: english))
    }
}
