/// The bytes markup is made of.
enum XMLByte {
    static let exclamation: UInt8 = 0x21
    static let hash: UInt8 = 0x23
    static let ampersand: UInt8 = 0x26
    static let apostrophe: UInt8 = 0x27
    static let slash: UInt8 = 0x2F
    static let less: UInt8 = 0x3C
    static let equals: UInt8 = 0x3D
    static let greater: UInt8 = 0x3E
    static let question: UInt8 = 0x3F

    /// Whether a tag may begin with it; letters beyond ASCII are not looked at closely.
    static func startsName(_ byte: UInt8) -> Bool {
        0x61...0x7A ~= byte | 0x20 || byte == 0x5F || byte == ASCII.colon || byte >= 0x80
    }

    /// Whether it can stand in a qualified name: anything that does not end one.
    static func continuesName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...ASCII.space, ASCII.quote, apostrophe, slash, less, equals, greater: false
        default: true
        }
    }
}
