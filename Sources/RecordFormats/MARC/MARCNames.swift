import CatalogueModel

// MARK: People and bodies, publisher and date

extension MARCCrosswalk {
    /// Relators of those who made the work, of the MARC list; translators, illustrators and editors of others' work are
    /// contributors, and the catalogue keeps creators only.
    private static let creatingRelators: Set<String> = [
        "arc", "arr", "art", "aut", "cmp", "com", "cre", "ctg", "dis", "drt", "fmk", "inv", "lbt", "lyr", "pht", "prg",
    ]
    /// The same in words, as `$e` has them; compared without case and full stop.
    private static let creatingWords: Set<String> = [
        "author", "artist", "cartographer", "compiler", "composer", "creator", "director", "dissertant",
        "film director",
        "filmmaker", "inventor", "joint author", "librettist", "lyricist", "photographer", "programmer",
        "software developer",
        "tác giả", "đồng tác giả", "tg", "chủ biên", "ch.b", "biên soạn", "b.s", "soạn giả", "sưu tầm", "soạn",
        "đạo diễn",
        "nhạc sĩ", "họa sĩ", "nhiếp ảnh",
    ]

    mutating func takeNames() {
        for field in record.fields("100", "110", "111") { values.add(Self.name(of: field), to: .creator) }
        for field in record.fields("700", "710", "711") where Self.isCreator(field) {
            values.add(Self.name(of: field), to: .creator)
        }
    }

    /// Whether an added entry names a maker of this work: not of a work within it, and with a relator only if that says so.
    private static func isCreator(_ field: MARCField) -> Bool {
        guard field["t"].isEmpty, field.indicator2 != "2" else { return false }
        let codes = field["4"].map { String($0.split(separator: "/").last ?? "").lowercased() }
        let words = field[field.tag == "711" ? "j" : "e"]
        if codes.isEmpty, words.isEmpty { return true }
        return codes.contains(where: creatingRelators.contains)
            || words.contains { word in
                let word = ISBDPunctuation.trimmed(word).lowercased()
                return creatingWords.contains(word) || creatingWords.contains(word.filter { $0 != "." })
            }
    }

    /// A body has its parts after full stops; a person their number and title after the name.
    private static func name(of field: MARCField) -> String {
        let isPerson = field.tag.hasSuffix("00")
        let parts = field.values(of: isPerson ? ["a", "b", "c"] : ["a", "b"])
        var name = ""
        for part in parts.map(ISBDPunctuation.trimmed) {
            let separator = name.isEmpty ? "" : isPerson ? " " : name.hasSuffix(".") ? " " : ". "
            name += separator + part
        }
        return name
    }
}

extension MARCCrosswalk {
    /// 264 with second indicator 1 is the publication; then 260; then any other 264.
    mutating func takePublication() {
        let statements =
            record.fields("264").filter { $0.indicator2 == "1" } + record.fields("260") + record.fields("264")
        let publisher = statements.lazy.compactMap { $0.first("b") }.first
        values.add(publisher.map { ISBDPunctuation.withoutBrackets(ISBDPunctuation.trimmed($0)) }, to: .publisherName)
        let printed = statements.flatMap { $0["c"] }.compactMap(Self.year).first
        values.add(codedDate(printed) ?? printed, to: .datePublished)
        values.add(duration, to: .duration)
    }

    /// The first year in `text`: `[2005]`, `c1999`.
    private static func year(_ text: String) -> String? {
        let runs = text.split { !("0"..."9" ~= $0) }
        return runs.first { $0.count == 4 && ("1000"..."2999").contains($0) }.map(String.init)
    }

    /// The date of 008/06–14, nil where it is unknown or a year other than the printed one, which people can see.
    private func codedDate(_ printed: String?) -> String? {
        guard let type = record.coded("008", 6..<7), let date = record.coded("008", 7..<15),
            "cdeikmpqrstu".contains(type), let year = Self.year(String(date.prefix(4))),
            printed == nil || printed == year
        else { return nil }
        let rest = date.dropFirst(4)
        guard type == "e", rest.allSatisfy({ "0"..."9" ~= $0 }) else { return year }
        return rest.hasSuffix("00") ? "\(year)-\(rest.prefix(2))" : "\(year)-\(rest.prefix(2))-\(rest.suffix(2))"
    }

    /// 306 as `hhmmss`, else a playing time in 300 $a: `1 videodisc (1 hr., 20 min.)`.
    private var duration: String? {
        for field in record.fields("306") {
            for coded in field["a"] where coded.count == 6 && coded.allSatisfy({ "0"..."9" ~= $0 }) {
                let parts = [coded.prefix(2), coded.dropFirst(2).prefix(2), coded.suffix(2)]
                return Self.isoDuration(parts.map { Int($0) ?? 0 })
            }
        }
        guard ["g", "i", "j", "k", "m", "o", "r"].contains(record.type) else { return nil }
        return record.fields("300").flatMap { $0["a"] }.compactMap(Self.writtenDuration).first
    }

    private static func writtenDuration(_ text: String) -> String? {
        let words = text.lowercased().split { !($0.isLetter || "0"..."9" ~= $0) }
        var parts = [0, 0, 0]
        for (number, unit) in zip(words, words.dropFirst()) {
            guard let value = Int(number), value < 10_000 else { continue }
            switch unit {
            case "hr", "hrs", "hour", "hours", "h", "giờ": parts[0] = value
            case "min", "mins", "minutes", "minute", "phút": parts[1] = value
            case "sec", "secs", "seconds", "giây": parts[2] = value
            default: break
            }
        }
        return isoDuration(parts)
    }

    private static func isoDuration(_ parts: [Int]) -> String? {
        let text = zip(parts, ["H", "M", "S"]).filter { $0.0 > 0 }.map { "\($0)\($1)" }.joined()
        return text.isEmpty ? nil : "PT" + text
    }
}
