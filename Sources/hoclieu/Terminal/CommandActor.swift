/// How the audit log names whoever works at the keyboard.
enum CommandActor {
    /// `command`, with the name that was given.
    static func name(_ person: String?) -> String {
        let name = person.map(Terminal.plain)?.prefix(100) ?? ""
        return name.isEmpty ? "command" : "command:\(name)"
    }
}
