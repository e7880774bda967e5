/// The token types of several segments, numbered anew by how often they stand in the documents that stay.
struct MergedTypes {
    /// The new number of every type of every input.
    private var numbers: [[UInt32]]
    /// By new number, with the terms' numbers in the merged dictionary.
    private var types: [TokenType] = []

    /// - Parameter ordinals: the new ordinal of every document, `UInt32.max` for those left out.
    init(_ inputs: [Segment], _ dictionary: MergedDictionary, _ ordinals: [[UInt32]]) {
        var known: [UInt64: UInt32] = [:]
        var merged: [TokenType] = []
        var counts: [Int] = []
        numbers = inputs.indices.map { input in
            let segment = inputs[input]
            let count = segment.layout.range(.types).count / MemoryLayout<TokenType>.stride
            let types = segment.pointer(.types, as: TokenType.self)
            return (0..<count).map { number in
                let terms = dictionary.numbers[input]
                let type = TokenType(
                    exact: types[number].exact == TokenType.none
                        ? TokenType.none : terms[Int(types[number].exact)],
                    folded: terms[Int(types[number].folded)])
                let key = UInt64(type.exact) << 32 | UInt64(type.folded)
                if let number = known[key] { return number }
                known[key] = UInt32(merged.count)
                merged.append(type)
                counts.append(0)
                return UInt32(merged.count - 1)
            }
        }
        for (input, segment) in inputs.enumerated() {
            let numbers = numbers[input]
            for ordinal in 0..<segment.documents where ordinals[input][ordinal] != .max {
                TokenStream.forEach(in: segment.completeStream(of: ordinal)) { _, type in
                    if let type { counts[Int(numbers[Int(type)])] += 1 }
                }
            }
        }
        let byFrequency = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
        var final = Array(repeating: UInt32(0), count: counts.count)
        for (number, type) in byFrequency.enumerated() { final[type] = UInt32(number) }
        numbers = numbers.map { $0.map { final[Int($0)] } }
        types = byFrequency.map { merged[$0] }
    }

    /// Appends the tokens of a document with their new numbers.
    func append(_ stream: UnsafeBufferPointer<UInt16>, ofInput input: Int, to units: inout [UInt16]) {
        numbers[input].withUnsafeBufferPointer { numbers in
            TokenStream.forEachUnit(in: stream) { token in
                switch token {
                case .type(let type): TokenStream.append(numbers[Int(type)], to: &units)
                case .partBreak: units.append(TokenStream.partBreak)
                case .fieldBreak: units.append(TokenStream.fieldBreak)
                }
            }
        }
    }

    /// - Parameter numbers: the final number of each term of the merged dictionary.
    func numbered(by numbers: [UInt32]) -> [TokenType] {
        types.map { type in
            TokenType(
                exact: type.exact == TokenType.none ? TokenType.none : numbers[Int(type.exact)],
                folded: numbers[Int(type.folded)])
        }
    }
}
