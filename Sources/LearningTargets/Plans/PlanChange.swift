package import Vocabularies

/// What taking a plan in changes where one of its identifier stands.
package struct PlanChange: Hashable, Sendable {
    package let plan: String
    package let before: Int
    package let after: Int
    /// Targets that would be gone.
    package let lost: [String]
    /// Figures officials entered for those.
    package let orphans: Int
    /// Targets whose goal or rule differs.
    package let changed: [String]

    /// What would change, in a sentence.
    package var text: LocalisedText {
        LocalisedText(
            vietnamese: "\(plan) đang có: \(before) → \(after) chỉ tiêu"
                + (lost.isEmpty ? "" : "; mất \(lost.joined(separator: ", ")), cùng \(orphans) số liệu đã nhập")
                + (changed.isEmpty ? "" : "; đổi \(changed.joined(separator: ", "))") + ".",
            english: "\(plan) stands: \(before) → \(after) targets"
                + (lost.isEmpty ? "" : "; without \(lost.joined(separator: ", ")) and \(orphans) figures entered")
                + (changed.isEmpty ? "" : "; changed: \(changed.joined(separator: ", "))") + ".")
    }

    var refusal: LocalisedText {
        LocalisedText(
            vietnamese:
                "\(text.vietnamese) Thêm --replace để thay; bản cũ lấy lại bằng “hoclieu targets plan \(plan) --before”.",
            english:
                "\(text.english) Add --replace to do so; “hoclieu targets plan \(plan) --before” gives the old one back."
        )
    }
}
