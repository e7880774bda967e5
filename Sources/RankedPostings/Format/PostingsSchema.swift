/// How much an occurrence counts: in whole units, so that a posting needs a byte.
package struct PostingsSchema: Hashable, Sendable {
    /// Units of one occurrence in each field, by field number.
    package let fieldUnits: [UInt32]
    /// What a unit of each space is worth, by the number of the space.
    package let unitValues: [Double]

    package init(fieldUnits: [UInt32], unitValues: [Double]) {
        self.fieldUnits = fieldUnits
        self.unitValues = unitValues
    }

    /// One space and fields of whole weights.
    package init(fieldWeights: [UInt32]) {
        fieldUnits = fieldWeights
        unitValues = TermSpace.allCases.map { $0 == .folded ? 1 : 0 }
    }

    /// What a unit of a term is worth.
    func unitValue(of key: TermKey) -> Double { unitValues[Int(key.bytes[0])] }
}
