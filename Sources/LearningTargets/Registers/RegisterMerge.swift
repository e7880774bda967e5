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

    let file: String
    private let types: ConceptScheme
    private var institutions: [String: [Institution]]
    private var territories: [String: [Territory]]
    private var population: [PopulationFigure]
    private(set) var faults: [RegisterFault] = []
    private(set) var added = 0
    private(set) var ended = 0

    private let thisYear: Int

    /// - Parameter thisYear: people are not counted in years to come.
    init(file: String, registers: Registers, types: ConceptScheme, thisYear: Int = 9_999) {
        self.file = file
        self.thisYear = thisYear
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
        faults += table.misshapen.map { RegisterFault(file: file, line: $0.line, text: $0.advice) }
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
        if register == .territories { faults += table.rows.compactMap(circleFault) }
        faults.sort { $0.line < $1.line }
    }

    /// A territory that lies in itself, by however many steps.
    private func circleFault(_ line: CSVTable.Row) -> RegisterFault? {
        guard let id = line["id"] else { return nil }
        var (seen, next): (Set<String>, String?) = ([], territories[id]?.last?.parent)
        while let parent = next, seen.insert(parent).inserted {
            if parent == id {
                return fault(
                    line, "“\(id)” nằm trong chính nó (cột parent)", "“\(id)” lies within itself (column parent)")
            }
            next = territories[parent]?.last?.parent
        }
        return nil
    }

    // MARK: Institutions

    private mutating func takeInstitution(_ line: CSVTable.Row, given: Set<String>) throws {
        let fields = try fields(line)
        var row = Institution(id: fields.id, name: fields.name, type: fields.type)
        (row.nameInVietnamese, row.nameInEnglish) = (line["name_vi"], line["name_en"])
        (row.country, row.territory, row.website) = (line["country"], line["territory"], line["website"])
        (row.officialCode, row.validFrom, row.validTo) = (line["official_code"], fields.from, fields.to)
        (row.successor, row.source) = (line["successor"], line["source"])
        let known = Set(institutions.keys).union(given)
        switch try place(row, in: institutions[fields.id] ?? [], line, from: \.validFrom, to: \.validTo) {
        case .same: return
        case .ends(let at):
            if let fault = successorFault(row.successor, of: fields.id, line, known: known) { throw fault }
            institutions[fields.id]?[at].validTo = row.validTo
            institutions[fields.id]?[at].successor = row.successor
            ended += 1
        case .new:
            let found = [
                typeFault(row.type, line), placeFault(row, line), websiteFault(row.website, line),
                codeFault(row.officialCode, line), sourceFault(row.source, line),
                successorFault(row.successor, of: fields.id, line, known: known),
            ].compactMap(\.self)
            faults += found
            guard found.isEmpty else { return }
            institutions[fields.id, default: []].append(row)
            added += 1
        }
    }

    private func typeFault(_ type: String, _ line: CSVTable.Row) -> RegisterFault? {
        guard types[type] == nil else { return nil }
        let near = NearestName.hint(type, types.concepts.map(\.code))
        return fault(
            line, "không có loại đơn vị “\(type)”; dùng mã trong institution-types.tsv\(near.vi)",
            "there is no institution type “\(type)”; use a code of institution-types.tsv\(near.en)")
    }

    private func placeFault(_ row: Institution, _ line: CSVTable.Row) -> RegisterFault? {
        guard let country = row.country else {
            return fault(line, "thiếu nước (cột country), ví dụ VN", "the country is missing (column country), like VN")
        }
        guard country.wholeMatch(of: /[A-Z]{2}/) != nil, Locale.Region(country).isISORegion else {
            return fault(
                line, "“\(country)” không phải mã nước ISO 3166-1 (cột country); ghi như VN",
                "“\(country)” is no country code of ISO 3166-1 (column country); write it like VN")
        }
        if country == "VN" {
            guard let territory = row.territory else {
                return fault(
                    line, "đơn vị ở Việt Nam cần có địa bàn (cột territory)",
                    "an institution in Việt Nam needs a territory (column territory)")
            }
            guard territories[territory] != nil else {
                let near = NearestName.hint(territory, territories.keys)
                return fault(
                    line, "sổ địa bàn không có “\(territory)” (cột territory)\(near.vi)",
                    "the register has no territory “\(territory)” (column territory)\(near.en)")
            }
        }
        return nil
    }

    private func websiteFault(_ website: String?, _ line: CSVTable.Row) -> RegisterFault? {
        guard let website else { return nil }
        if let url = URL(string: website), ["http", "https"].contains(url.scheme), url.host()?.isEmpty == false {
            return nil
        }
        return fault(
            line, "“\(website)” không phải địa chỉ trang (cột website); ghi cả https://",
            "“\(website)” is no address of a site (column website); write it with https://")
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
            if let fault = successorFault(row.successor, of: fields.id, line, known: known) { throw fault }
            territories[fields.id]?[at].validTo = row.validTo
            territories[fields.id]?[at].successor = row.successor
            ended += 1
        case .new:
            let found = [
                codeFault(row.officialCode, line), sourceFault(row.source, line),
                successorFault(row.successor, of: fields.id, line, known: known),
            ].compactMap(\.self)
            faults += found
            guard found.isEmpty else { return }
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
        guard group.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil else {
            throw fault(
                line, "“\(group)” chưa dùng được làm nhóm (cột group): all, 15-and-older, working-age, …",
                "“\(group)” cannot be a group (column group): all, 15-and-older, working-age, …")
        }
        guard let year = line["year"].flatMap({ Int($0) }), (1900...thisYear).contains(year) else {
            throw fault(
                line, "“\(line["year"] ?? "")” không phải một năm (cột year); ghi như 2019",
                "“\(line["year"] ?? "")” is no year (column year); write it like 2019")
        }
        let text = line["value"] ?? ""
        guard text.wholeMatch(of: /[0-9]{1,3}(\.[0-9]{3})*|[0-9]+/) != nil,
            let people = Int(text.filter { $0 != "." }), (1...2_000_000_000).contains(people)
        else {
            throw fault(
                line, "“\(text)” không phải số người (cột value); ghi như 1235171 hoặc 1.235.171",
                "“\(text)” is no number of people (column value); write it like 1235171 or 1.235.171")
        }
        let row = PopulationFigure(territory: territory, group: group, year: year, people: people, source: source)
        let standing = population.first { ($0.territory, $0.group, $0.year) == (territory, group, year) }
        if standing?.people == people { return }
        if let standing {
            throw fault(
                line, "năm ấy đã có \(standing.people) người (\(standing.source)); sổ không ghi đè",
                "that year has \(standing.people) people (\(standing.source)); nothing is overwritten")
        }
        population.append(row)
        added += 1
    }
}
