/// The six tones of Vietnamese, numbered as in key E and in VNI typing.
package enum Tone: UInt8, CaseIterable, Sendable {
    case level, sac, huyen, hoi, nga, nang

    /// The tone a combining mark writes.
    init?(mark: UInt32) {
        switch mark {
        case 0x301: self = .sac
        case 0x300: self = .huyen
        case 0x309: self = .hoi
        case 0x303: self = .nga
        case 0x323: self = .nang
        default: return nil
        }
    }

    /// The combining mark that writes the tone; none for the level tone.
    var mark: UInt32? {
        switch self {
        case .level: nil
        case .sac: 0x301
        case .huyen: 0x300
        case .hoi: 0x309
        case .nga: 0x303
        case .nang: 0x323
        }
    }

    /// What key E ends in: a superscript digit, which no other key contains, for text is read with superscripts as
    /// plain digits.
    var keySuffix: UInt16 { [0, 0xB9, 0xB2, 0xB3, 0x2074, 0x2075][Int(rawValue)] }

    /// Place in the order of dictionaries: level, huyền, hỏi, ngã, sắc, nặng.
    var collationOrder: UInt8 { [0, 4, 1, 2, 3, 5][Int(rawValue)] }
}
