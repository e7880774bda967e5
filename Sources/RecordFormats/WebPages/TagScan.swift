/// Estimates what the attributes of a page cost the HTML parser, before it is let at them.
///
/// libxml2 compares every attribute of a tag with those before it: a tag of half a megabyte would take half a minute.
/// Which `<` begins a tag depends on scripts and comments, so every one that could is followed; of those in the same
/// place, the one with most attributes. The rules are those of libxml2's own reading of tags.
struct TagScan {
    private enum Place {
        /// After `<`.
        case opening
        case tagName
        case betweenAttributes
        case attributeName
        case afterAttributeName
        case afterEquals
        case unquotedValue
        case quotedValue(UInt8)
        /// Bytes no attribute begins with, up to the next blank.
        case skipped

        /// Those with the same number are one place.
        var number: Int {
            switch self {
            case .opening: 0
            case .tagName: 1
            case .betweenAttributes: 2
            case .attributeName: 3
            case .afterAttributeName: 4
            case .afterEquals: 5
            case .unquotedValue: 6
            case .quotedValue(ASCII.quote): 7
            case .quotedValue: 8
            case .skipped: 9
            }
        }
    }

    /// One way to see the bytes as a tag.
    private struct Reading {
        var place = Place.opening
        /// 100 an attribute, and one for each byte of its name: libxml2 takes longer names for several.
        var weight = 0

        var comparisons: Int { weight / 100 * (weight / 100) / 2 }
    }

    private var readings: [Reading] = []
    private var comparisons = 0

    private init() {}

    /// Comparisons of attributes that a page in UTF-8 costs at most. Takes time in proportion to its length.
    static func comparisons(in page: [UInt8]) -> Int {
        var scan = TagScan()
        for byte in page where byte == XMLByte.less || !scan.readings.isEmpty { scan.take(byte) }
        return scan.comparisons + scan.readings.reduce(0) { $0 + $1.comparisons }
    }

    private mutating func take(_ byte: UInt8) {
        var kept = 0
        var places = 0
        for index in readings.indices {
            var reading = readings[index]
            guard let place = Self.place(after: byte, in: reading.place) else {
                comparisons += reading.comparisons
                continue
            }
            if case .attributeName = place {
                if case .attributeName = reading.place { reading.weight += 1 } else { reading.weight += 100 }
            }
            reading.place = place
            if places & 1 << place.number == 0 {
                places |= 1 << place.number
                readings[kept] = reading
                kept += 1
            } else {
                merge(reading, into: kept)
            }
        }
        readings.removeLast(readings.count - kept)
        if byte == XMLByte.less { readings.append(Reading()) }
    }

    /// - Parameter count: of the readings that were looked at already.
    private mutating func merge(_ reading: Reading, into count: Int) {
        for index in 0..<count where readings[index].place.number == reading.place.number {
            readings[index].weight = max(readings[index].weight, reading.weight)
        }
    }

    /// Nil where the tag ends.
    private static func place(after byte: UInt8, in place: Place) -> Place? {
        if case .quotedValue(let quote) = place { return byte == quote ? .betweenAttributes : place }
        if byte == XMLByte.greater { return nil }
        if case .opening = place { return startsName(byte) ? .tagName : nil }
        if ASCII.isBlank(byte) { return afterBlank(place) }
        switch place {
        case .unquotedValue, .skipped: return place
        case .afterEquals:
            return byte == ASCII.quote || byte == XMLByte.apostrophe ? .quotedValue(byte) : .unquotedValue
        case .tagName: return continuesName(byte) ? .tagName : .skipped
        case .attributeName where continuesName(byte): return .attributeName
        case .attributeName, .afterAttributeName:
            if byte == XMLByte.equals { return .afterEquals }
            if case .afterAttributeName = place, startsName(byte) { return .attributeName }
            return .skipped
        default: return startsName(byte) ? .attributeName : .skipped
        }
    }

    private static func afterBlank(_ place: Place) -> Place {
        switch place {
        case .attributeName, .afterAttributeName: .afterAttributeName
        case .afterEquals: .afterEquals
        default: .betweenAttributes
        }
    }

    private static func startsName(_ byte: UInt8) -> Bool {
        0x61...0x7A ~= byte | 0x20 || byte == 0x5F || byte == ASCII.colon || byte == 0x2E
    }

    private static func continuesName(_ byte: UInt8) -> Bool {
        startsName(byte) || ASCII.isDigit(byte) || byte == 0x2D
    }
}
