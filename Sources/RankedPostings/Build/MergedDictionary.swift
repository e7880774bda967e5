/// The terms of several segments, each once, ascending.
struct MergedDictionary {
    /// Where each term stands in the inputs.
    private(set) var sources: [[(input: Int, term: Int)]] = []
    /// The number here of every term of every input.
    private(set) var numbers: [[UInt32]]

    var count: Int { sources.count }

    /// - Precondition: the inputs are complete.
    init(_ inputs: [Segment]) {
        numbers = inputs.map { Array(repeating: TokenType.none, count: $0.terms) }
        var heads = Array(repeating: 0, count: inputs.count)
        func precedes(_ a: Int, _ b: Int) -> Bool? {
            let (left, right) = (
                inputs[a].pointer(.prefixes, as: UInt64.self)[heads[a]],
                inputs[b].pointer(.prefixes, as: UInt64.self)[heads[b]]
            )
            if left != right { return left < right }
            let (key, other) = (inputs[a].completeKey(ofTerm: heads[a]), inputs[b].completeKey(ofTerm: heads[b]))
            if key.lexicographicallyPrecedes(other) { return true }
            return key.elementsEqual(other) ? nil : false
        }
        while true {
            // The inputs whose next term is the least.
            var least: [Int] = []
            for input in inputs.indices where heads[input] < inputs[input].terms {
                guard let first = least.first else {
                    least = [input]
                    continue
                }
                switch precedes(input, first) {
                case true: least = [input]
                case nil: least.append(input)
                default: break
                }
            }
            guard !least.isEmpty else { break }
            for input in least { numbers[input][heads[input]] = UInt32(sources.count) }
            sources.append(least.map { ($0, heads[$0]) })
            for input in least { heads[input] += 1 }
        }
    }
}
