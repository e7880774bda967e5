/// The tokens of a document in reading order, as 16-bit units: what phrases, fields and neighbours are read from.
///
/// A token is the number of its `TokenType` plus 2; frequent types have low numbers. Numbers from 61,440 on take two
/// units: 61,440 plus the high bits, then the low 16. 0 parts the texts of a field, 1 ends a field.
package enum TokenStream {
    package static let partBreak: UInt16 = 0
    package static let fieldBreak: UInt16 = 1
    static let firstWide = 61_440
    /// Types a segment can have.
    static let mostTypes = (65_536 - firstWide) << 16 - 2

    @inline(__always)
    static func append(_ type: UInt32, to units: inout [UInt16]) {
        let token = Int(type) + 2
        if token < firstWide {
            units.append(UInt16(truncatingIfNeeded: token))
        } else {
            units.append(UInt16(truncatingIfNeeded: firstWide + token >> 16))
            units.append(UInt16(truncatingIfNeeded: token))
        }
    }

    enum Unit {
        case type(UInt32)
        case partBreak, fieldBreak
    }

    /// Calls `visit` with everything in the stream.
    @inline(__always)
    static func forEachUnit(in units: UnsafeBufferPointer<UInt16>, _ visit: (Unit) -> Void) {
        var index = 0
        while index < units.count {
            let unit = units[index]
            index &+= 1
            switch unit {
            case partBreak: visit(.partBreak)
            case fieldBreak: visit(.fieldBreak)
            default:
                var token = UInt32(unit)
                if unit >= UInt16(firstWide) {
                    token = (token - UInt32(firstWide)) << 16 | UInt32(units[index])
                    index &+= 1
                }
                visit(.type(token - 2))
            }
        }
    }

    /// Calls `visit` with every token's field and type, and nil between parts.
    @inline(__always)
    static func forEach(in units: UnsafeBufferPointer<UInt16>, _ visit: (_ field: Int, _ type: UInt32?) -> Void) {
        var field = 0
        forEachUnit(in: units) { unit in
            switch unit {
            case .type(let type): visit(field, type)
            case .partBreak: visit(field, nil)
            case .fieldBreak: field += 1
            }
        }
    }
}
