/// Who asks: the holder of a key, with the bounds the key was given.
package struct Principal: Hashable, Sendable {
    /// Public identifier of the key; not its secret.
    package let keyID: String
    /// Name the key was given, as the audit log shows it.
    package let name: String
    package let role: Role
    /// Institution of a publisher; nil for other roles.
    package let institution: String?
    /// Territory of an official; nil for other roles.
    package let territory: String?

    package init(keyID: String, name: String, role: Role, institution: String? = nil, territory: String? = nil) {
        self.keyID = keyID
        self.name = name
        self.role = role
        self.institution = institution
        self.territory = territory
    }

    /// As the audit log names who did it.
    package var actor: String { "key:\(name)" }

    /// Whether resources of `institution` are theirs to deposit, change and withdraw.
    package func mayPublish(for institution: String) -> Bool {
        switch role {
        case .publisher: self.institution == institution
        case .curator, .administrator: true
        case .official: false
        }
    }

    /// Whether they review deposits, accept tags and keep collections for everybody.
    package var mayCurate: Bool { role == .curator || role == .administrator }

    /// Whether they enter what is reported for `territory`.
    package func mayObserve(for territory: String) -> Bool {
        role == .administrator || (role == .official && self.territory == territory)
    }
}
