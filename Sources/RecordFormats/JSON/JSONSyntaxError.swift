/// What makes bytes no JSON, and at which byte.
struct JSONSyntaxError: Error, Hashable {
    enum Fault: Hashable {
        /// The text ends within a value.
        case endsTooEarly
        case unexpectedByte(UInt8)
        case controlCharacter(UInt8)
        case badEscape
        case badNumber
        case nulCharacter
        case tooDeep
    }

    let offset: Int
    let fault: Fault
}
