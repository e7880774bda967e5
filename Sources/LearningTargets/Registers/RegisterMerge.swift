import CatalogueModel
import CatalogueStore
import Foundation
import RecordFormats
import Vocabularies

/// Works rows of a file into the registers without overwriting what stands. Rows with faults are left out and told.
struct RegisterMerge {
    private static let territoryTypes = [
        "country", "province", "city", "district-urban", "district-rural", "district-town", "ward", "commune",
        "township", "special-zone",
    ]

    private let file: String
    private let types: ConceptScheme
    private var institutions: [String: [Institution]]
    private var territories: [String: [Territory]]
    private var population: [PopulationFigure]
    private(set) var faults: [RegisterFault] = []
    private(set) var added = 0
    private(set) var ended = 0

    init(file: String, registers: Registers, types: ConceptScheme) {
        self.file = file
        self.types = types
        (institutions, territories) = (registers.institutions, registers.territories)
        population = registers.population
    }

    var registers: Registers {
        Registers(
            institutions: institutions.values.flatMap(\.self), territories: territories.values.flatMap(\.self),
            population: population)
    }

    mutating func take(_ table: CSVTable, into register: RegisterBook.Register) throws {
        let given = Set(table.rows.compactMap { $0["id"] })
        for line in table.rows {
            do {
                switch register {
                case .institutions: try takeInstitution(line, given: given)
                case .territories: try takeTerritory(line, given: given)
                case .population: try takePopulation(line)
                }
            } catch let fault as RegisterFault {
                faults.append(fault)
            }
        }
    }

    // MARK: Institutions

    private mutating func takeInstitution(_ line: CSVTable.Row, given: Set<String>) throws {
        let fields = try fields(line)
        guard types[fields.type] != nil else {
            let near = NearestName.hint(fields.type, types.concepts.map(\.code))
            throw fault(
                line, "không có loại đơn vị “\(fields.type)”; dùng mã trong institution-types.tsv\(near.vi)",
                "there is no institution type “\(fields.type)”; use a code of institution-types.tsv\(near.en)")
        }
        var row = Institution(id: fields.id, name: fields.name, type: fields.type)
        (row.nameInVietnamese, row.nameInEnglish) = (line["name_vi"], line["name_en"])
        (row.country, row.territory, row.website) = (line["country"], line["territory"], line["website"])
        (row.officialCode, row.validFrom, row.validTo) = (line["official_code"], fields.from, fields.to)
        (row.successor, row.source) = (line["successor"], line["source"])
        switch try place(row, in: institutions[fields.id] ?? [], line, from: \.validFrom, to: \.validTo) {
        case .same: return
        case .ends(let at):
            try checkSuccessor(row.successor, of: fields.id, line, known: Set(institutions.keys).union(given))
            institutions[fields.id]?[at].validTo = row.validTo
            institutions[fields.id]?[at].successor = row.successor
            ended += 1
        case .new:
            try check(row, line)
            try checkSuccessor(row.successor, of: fields.id, line, known: Set(institutions.keys).union(given))
            institutions[fields.id, default: []].append(row)
            added += 1
        }
    }

    private func check(_ row: Institution, _ line: CSVTable.Row) throws {
        guard let country = row.country else {
            throw fault(line, "thiếu nước (cột country), ví dụ VN", "the country is missing (column country), like VN")
        }
        guard country.wholeMatch(of: /[A-Z]{2}/) != nil, Locale.Region(country).isISORegion else {
            throw fault(
                line, "“\(country)” không phải mã nước ISO 3166-1 (cột country); ghi như VN",
                "“\(country)” is no country code of ISO 3166-1 (column country); write it like VN")
        }
        if country == "VN" {
            guard let territory = row.territory else {
                throw fault(
                    line, "đơn vị ở Việt Nam cần có địa bàn (cột territory)",
                    "an institution in Việt Nam needs a territory (column territory)")
            }
            guard territories[territory] != nil else {
                let near = NearestName.hint(territory, territories.keys)
                throw fault(
                    line, "sổ địa bàn không có “\(territory)” (cột territory)\(near.vi)",
                    "the register has no territory “\(territory)” (column territory)\(near.en)")
            }
        }
        if let website = row.website {
            guard let url = URL(string: website), ["http", "https"].contains(url.scheme), url.host()?.isEmpty == false
            else {
                throw fault(
                    line, "“\(website)” không phải địa chỉ trang (cột website); ghi cả https://",
                    "“\(website)” is no address of a site (column website); write it with https://")
            }
        }
        try checkCode(row.officialCode, line)
    }

    // MARK: Territories

    private mutating func takeTerritory(_ line: CSVTable.Row, given: Set<String>) throws {
        let fields = try fields(line)
        let known = Set(territories.keys).union(given)
        guard Self.territoryTypes.contains(fields.type) else {
            let near = NearestName.hint(fields.type, Self.territoryTypes)
            let all = Self.territoryTypes.joined(separator: ", ")
            throw fault(
                line, "không có loại địa bàn “\(fields.type)”; dùng một trong: \(all)\(near.vi)",
                "there is no type of territory “\(fields.type)”; use one of: \(all)\(near.en)")
        }
        if let parent = line["parent"], !known.contains(parent) {
            let near = NearestName.hint(parent, known)
            throw fault(
                line, "sổ địa bàn không có “\(parent)” (cột parent)\(near.vi)",
                "the register has no “\(parent)” (column parent)\(near.en)")
        }
        var row = Territory(id: fields.id, name: fields.name, type: fields.type)
        (row.parent, row.officialCode) = (line["parent"], line["official_code"])
        (row.validFrom, row.validTo) = (fields.from, fields.to)
        (row.successor, row.source) = (line["successor"], line["source"])
        switch try place(row, in: territories[fields.id] ?? [], line, from: \.validFrom, to: \.validTo) {
        case .same: return
        case .ends(let at):
            try checkSuccessor(row.successor, of: fields.id, line, known: known)
            territories[fields.id]?[at].validTo = row.validTo
            territories[fields.id]?[at].successor = row.successor
            ended += 1
        case .new:
            try checkCode(row.officialCode, line)
            try checkSuccessor(row.successor, of: fields.id, line, known: known)
            territories[fields.id, default: []].append(row)
            added += 1
        }
    }

    // MARK: Population

    private mutating func takePopulation(_ line: CSVTable.Row) throws {
        guard let territory = line["territory"], let group = line["group"], let source = line["source"] else {
            throw fault(line, "thiếu territory, group hoặc source", "territory, group or source is missing")
        }
        guard territories[territory] != nil else {
            let near = NearestName.hint(territory, territories.keys)
            throw fault(
                line, "sổ địa bàn không có “\(territory)” (cột territory)\(near.vi)",
                "the register has no territory “\(territory)” (column territory)\(near.en)")
        }
        guard let year = line["year"].flatMap({ Int($0) }), (1900...2100).contains(year) else {
            throw fault(
                line, "“\(line["year"] ?? "")” không phải một năm (cột year); ghi như 2019",
                "“\(line["year"] ?? "")” is no year (column year); write it like 2019")
        }
        let text = line["value"] ?? ""
        guard text.wholeMatch(of: /[0-9]{1,3}(\.[0-9]{3})*|[0-9]+/) != nil,
            let people = Int(text.filter { $0 != "." }), people > 0
        else {
            throw fault(
                line, "“\(text)” không phải số người (cột value); ghi như 1235171 hoặc 1.235.171",
                "“\(text)” is no number of people (column value); write it like 1235171 or 1.235.171")
        }
        let row = PopulationFigure(territory: territory, group: group, year: year, people: people, source: source)
        let standing = population.first {
            ($0.territory, $0.group, $0.year, $0.source) == (territory, group, year, source)
        }
        if standing == row { return }
        guard standing == nil else {
            throw fault(
                line, "nguồn này đã cho năm ấy một số khác (\(standing?.people ?? 0)); ghi nguồn mới thay vì ghi đè",
                "this source gave that year another figure (\(standing?.people ?? 0)); name a new source instead")
        }
        population.append(row)
        added += 1
    }

    // MARK: Common

    private enum Place {
        case same
        /// The row at that place gets its last day, and a successor.
        case ends(Int)
        case new
    }

    private func place<Value: RegisterRow>(
        _ row: Value, in standing: [Value], _ line: CSVTable.Row, from: WritableKeyPath<Value, PartialDate?>,
        to: WritableKeyPath<Value, PartialDate?>
    ) throws -> Place {
        if let at = standing.firstIndex(where: { $0[keyPath: from] == row[keyPath: from] }) {
            if standing[at] == row { return .same }
            var ended = standing[at]
            ended[keyPath: to] = row[keyPath: to]
            if ended.successor == nil { ended.successor = row.successor }
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

    private func checkSuccessor(
        _ successor: String?, of id: String, _ line: CSVTable.Row, known: Set<String>
    ) throws {
        guard let successor else { return }
        guard known.contains(successor), successor != id else {
            let near = NearestName.hint(successor, known.subtracting([id]))
            throw fault(
                line, "nơi kế tục “\(successor)” không có trong sổ (cột successor)\(near.vi)",
                "the successor “\(successor)” is not in the register (column successor)\(near.en)")
        }
    }

    private func checkCode(_ code: String?, _ line: CSVTable.Row) throws {
        guard let code else { return }
        guard code.count <= 32, code.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9.\/\-]*/) != nil else {
            throw fault(
                line, "“\(code.prefix(40))” không phải mã (cột official_code): chỉ chữ, số, dấu chấm, gạch",
                "“\(code.prefix(40))” is no code (column official_code): letters, digits, full stops, strokes only")
        }
    }

    private func fault(_ line: CSVTable.Row, _ vietnamese: String, _ english: String) -> RegisterFault {
        RegisterFault(file: file, line: line.line, text: LocalisedText(vietnamese: vietnamese, english: english))
    }
}

/// What rows of both dated registers have.
private protocol RegisterRow: Equatable {
    var successor: String? { get set }
}

extension Institution: RegisterRow {}
extension Territory: RegisterRow {}
