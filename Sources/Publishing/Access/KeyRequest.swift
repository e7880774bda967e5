import Foundation

/// What a new key is to be.
package struct KeyRequest: Sendable {
    /// Shown in the audit log and in lists; never used twice.
    package let name: String
    package let role: Role
    /// Of a publisher, and of nobody else.
    package let institution: String?
    /// Of an official, and of nobody else.
    package let territory: String?
    /// Days it is good for, 1…1,095.
    package let days: Int

    package static let dayRange = 1...1095
    package static let usualDays = 365
    static let longestName = 80

    package init(name: String, role: Role, institution: String? = nil, territory: String? = nil, days: Int = usualDays)
    {
        self.name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        self.role = role
        self.institution = institution
        self.territory = territory
        self.days = days
    }
}
