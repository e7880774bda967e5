import Foundation

/// Turns how far a concept stands out among all into how often such a suggestion is right (Platt's logistic fit).
///
/// How common the concept is among records counts beside it: where words say little of a scheme, the fit leans on that.
struct Calibration: Sendable {
    /// What is known of a suggestion before anybody judges it.
    struct Evidence: Sendable {
        /// Score before the best other concept, or behind the best, a unit of square root of known weight.
        let margin: Double
        /// Weight of the features of the text that the model knows.
        let known: Double
        /// Share of the records that carry the concept, from 0 to 1, both excluded.
        let share: Double

        fileprivate var inputs: [Double] { [1, margin, log(1 + known), log(share / (1 - share))] }
    }

    /// One suggestion that was judged.
    struct Sample {
        let evidence: Evidence
        let isRight: Bool
        /// How much it counts.
        let weight: Double
    }

    private static let inputs = 4
    private static let regularisation = 0.1

    private var coefficients = Array(repeating: 0.0, count: Self.inputs)

    /// Fitted by Newton's method with a little regularisation; without samples of both kinds every confidence is a half.
    init(_ samples: [Sample]) {
        guard samples.contains(where: \.isRight), samples.contains(where: { !$0.isRight }) else { return }
        let read = samples.map { (inputs: $0.evidence.inputs, target: $0.isRight ? 1.0 : 0, weight: $0.weight) }
        for _ in 0..<25 {
            let step = newtonStep(read)
            for row in step.indices { coefficients[row] += step[row] }
            if step.allSatisfy({ abs($0) < 1e-9 }) { break }
        }
    }

    /// From 0 to 1.
    func confidence(_ evidence: Evidence) -> Double { guess(evidence.inputs) }

    private func newtonStep(_ samples: [(inputs: [Double], target: Double, weight: Double)]) -> [Double] {
        var gradient = coefficients.map { -Self.regularisation * $0 }
        var hessian = coefficients.indices.map { row in
            coefficients.indices.map { $0 == row ? Self.regularisation : 0 }
        }
        for (inputs, target, weight) in samples {
            let guess = guess(inputs)
            let slope = weight * guess * (1 - guess)
            for row in inputs.indices {
                gradient[row] += weight * inputs[row] * (target - guess)
                for column in inputs.indices { hessian[row][column] += inputs[row] * inputs[column] * slope }
            }
        }
        return Self.solve(hessian, gradient)
    }

    private func guess(_ inputs: [Double]) -> Double {
        var sum = 0.0
        for place in inputs.indices { sum += inputs[place] * coefficients[place] }
        return 1 / (1 + exp(-max(-40, min(40, sum))))
    }

    /// Gauss's elimination; the matrix is symmetric and, with what regularises it, positive definite.
    private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var (matrix, right) = (matrix, right)
        for pivot in right.indices {
            for row in right.indices where row != pivot {
                let factor = matrix[row][pivot] / matrix[pivot][pivot]
                guard factor != 0 else { continue }
                for column in pivot..<right.count { matrix[row][column] -= factor * matrix[pivot][column] }
                right[row] -= factor * right[pivot]
            }
        }
        return right.indices.map { right[$0] / matrix[$0][$0] }
    }
}
