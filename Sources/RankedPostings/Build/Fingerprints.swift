extension RankedIndex {
    /// A number for each document, by row, that depends on all the index says of it and on nothing else: not on segments,
    /// not on the numbers of terms. Two indexes of the same documents have the same fingerprints.
    ///
    /// - Precondition: the segments are complete.
    /// - Complexity: O(*p*) in postings.
    package func fingerprints() -> [UInt32: UInt64] {
        var fingerprints: [UInt32: UInt64] = [:]
        for (number, segment) in segments.enumerated() {
            for (ordinal, fingerprint) in segment.fingerprints().enumerated() where isLive(ordinal, inSegment: number) {
                // A document that is alive twice would not go unnoticed.
                fingerprints[segment.ids[ordinal], default: 0] &+= fingerprint
            }
        }
        return fingerprints
    }
}

extension Segment {
    /// By ordinal.
    fileprivate func fingerprints() -> [UInt64] {
        var sums = (0..<documents).map { ordinal in
            mixed(UInt64(orders[ordinal]) << 32 | UInt64(attributes[ordinal])) &+ mixed(UInt64(length(of: ordinal)))
        }
        var keys: [UInt64] = []
        keys.reserveCapacity(terms)
        for term in 0..<terms {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in completeKey(ofTerm: term) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            keys.append(hash)
            let list = completeList(ofTerm: term)
            list.forEach { place, ordinal in sums[ordinal] &+= mixed(hash &+ UInt64(list.frequency(at: place))) }
        }
        let types = pointer(.types, as: TokenType.self)
        for ordinal in 0..<documents {
            var stream: UInt64 = 0
            TokenStream.forEachUnit(in: completeStream(of: ordinal)) { unit in
                switch unit {
                case .type(let type):
                    let (exact, folded) = (types[Int(type)].exact, types[Int(type)].folded)
                    stream = mixed(stream &+ keys[Int(folded)] &+ (exact == TokenType.none ? 0 : keys[Int(exact)] &* 3))
                case .partBreak: stream = mixed(stream &+ 1)
                case .fieldBreak: stream = mixed(stream &+ 2)
                }
            }
            sums[ordinal] &+= stream
        }
        return sums
    }

    private func mixed(_ value: UInt64) -> UInt64 {
        var value = value &+ 0x9E37_79B9_7F4A_7C15
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
