import Foundation

/// Turns how far a concept stands out among all into how often such a suggestion is right (Platt's logistic fit).
struct Calibration: Sendable {
    /// One suggestion that was judged: how far it stands before or behind the best other, and its place from 0.
    struct Sample {
        let margin: Double
        let known: Double
        let isRight: Bool
    }

    private var coefficients: [Double]

    /// Fitted by Newton's method with a little regularisation; without samples every confidence is a half.
    init(_ samples: [Sample]) {
        coefficients = [0, 0, 0]
        guard samples.contains(where: \.isRight), samples.contains(where: { !$0.isRight }) else { return }
        for _ in 0..<25 {
            var gradient = coefficients.map { -0.1 * $0 }
            var hessian = (0..<3).map { row in (0..<3).map { $0 == row ? 0.1 : 0 } }
            for sample in samples {
                let inputs = Self.inputs(margin: sample.margin, known: sample.known)
                let guess = Self.logistic(zip(inputs, coefficients).reduce(0) { $0 + $1.0 * $1.1 })
                for row in 0..<3 {
                    gradient[row] += inputs[row] * ((sample.isRight ? 1 : 0) - guess)
                    for column in 0..<3 {
                        hessian[row][column] += inputs[row] * inputs[column] * guess * (1 - guess)
                    }
                }
            }
            let step = Self.solve(hessian, gradient)
            for row in 0..<3 { coefficients[row] += step[row] }
            if step.allSatisfy({ abs($0) < 1e-9 }) { break }
        }
    }

    /// From 0 to 1.
    ///
    /// - Parameters:
    ///   - margin: score before the best other concept, or behind the best, a unit of square root of known weight.
    ///   - known: weight of the features of the text that the model knows.
    func confidence(margin: Double, known: Double) -> Double {
        Self.logistic(zip(Self.inputs(margin: margin, known: known), coefficients).reduce(0) { $0 + $1.0 * $1.1 })
    }

    private static func inputs(margin: Double, known: Double) -> [Double] { [1, margin, log(1 + known)] }

    private static func logistic(_ value: Double) -> Double { 1 / (1 + exp(-max(-40, min(40, value)))) }

    /// Cramer's rule for three unknowns.
    private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        func determinant(_ m: [[Double]]) -> Double {
            m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
        }
        let whole = determinant(matrix)
        guard abs(whole) > 1e-12 else { return [0, 0, 0] }
        return (0..<3).map { column in
            var replaced = matrix
            for row in 0..<3 { replaced[row][column] = right[row] }
            return determinant(replaced) / whole
        }
    }
}
