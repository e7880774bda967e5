/// One change, as it is told to the audit log.
package struct AuditChange: Sendable {
    /// Who changed it: the name of a key (`key:NAME`), or `command` for whoever runs the program on the machine itself.
    package let actor: String
    /// What was done: `area.verb`, for example `key.create` or `tag.merge`.
    package let action: String
    /// What it was done to: `kind:identifier`, for example `resource:ctu:123`.
    package let subject: String
    /// What stood there before and stands there now, as JSON text; nil where there is nothing. No secret is ever part of it.
    package let before: String?
    package let after: String?

    package init(actor: String, action: String, subject: String, before: String? = nil, after: String? = nil) {
        self.actor = actor
        self.action = action
        self.subject = subject
        self.before = before
        self.after = after
    }
}
