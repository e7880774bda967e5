package import Vocabularies

/// What is wrong in a plan file, where, and how to mend it.
package struct PlanFault: Error, Hashable, Sendable {
    package let file: String
    package let line: Int
    /// Key, with those around it: `targets[2].share`.
    package let field: String
    package let problem: LocalisedText
    package let remedy: LocalisedText

    package func text(in language: PreferredLanguage) -> String {
        "\(file):\(line): \(field): \(problem[language]). \(remedy[language])."
    }
}

/// All faults of a plan file: it is taken whole or not at all.
package struct PlanFaults: Error, Hashable, CustomStringConvertible {
    package let faults: [PlanFault]

    package var message: LocalisedText {
        LocalisedText(
            vietnamese: faults.map { $0.text(in: .vietnamese) }.joined(separator: "\n"),
            english: faults.map { $0.text(in: .english) }.joined(separator: "\n"))
    }

    package var description: String { message.english }
}
