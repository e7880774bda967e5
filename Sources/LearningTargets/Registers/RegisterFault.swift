package import Vocabularies

/// What is wrong in a line of a file that is to be added to a register, and how to mend it.
package struct RegisterFault: Error, Hashable, Sendable {
    package let file: String
    package let line: Int
    package let text: LocalisedText

    package var message: LocalisedText {
        LocalisedText(
            vietnamese: "\(file), dòng \(line): \(text.vietnamese)", english: "\(file), line \(line): \(text.english)")
    }
}

/// All faults of a file: it is taken whole or not at all.
package struct RegisterFaults: Error, Hashable, CustomStringConvertible {
    private static let shown = 50

    package let faults: [RegisterFault]

    package init(_ faults: [RegisterFault]) {
        self.faults = faults
    }

    package var message: LocalisedText {
        let more = faults.count - Self.shown
        return LocalisedText(
            vietnamese: lines(\.vietnamese) + (more > 0 ? "\n… và \(more) lỗi nữa" : ""),
            english: lines(\.english) + (more > 0 ? "\n… and \(more) more" : ""))
    }

    package var description: String { message.english }

    private func lines(_ language: (LocalisedText) -> String) -> String {
        faults.prefix(Self.shown).map { language($0.message) }.joined(separator: "\n")
    }
}
