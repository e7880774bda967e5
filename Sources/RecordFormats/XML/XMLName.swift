/// The expanded name of an element or attribute (Namespaces in XML 1.0 §2.1).
package struct XMLName: Hashable, Sendable, CustomStringConvertible {
    /// Address of the namespace; empty where there is none.
    package let namespace: String
    package let local: String

    package init(_ local: String, in namespace: String = "") {
        self.namespace = namespace
        self.local = local
    }

    package var description: String { namespace.isEmpty ? local : "{\(namespace)}\(local)" }
}
