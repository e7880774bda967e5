/// Who publishes a resource: an institution of the register.
package struct Publisher: Hashable, Sendable {
    /// Identifier in the register of institutions, for example `can-tho-university`.
    package let id: String
    /// As the record prints it; the register's name stands on pages where it has one.
    package let name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
