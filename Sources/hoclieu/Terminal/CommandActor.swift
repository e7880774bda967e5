import ArgumentParser
import Foundation

/// How the audit log names whoever works at the keyboard.
enum CommandActor {
    /// `command`, with the name that was given.
    static func name(_ person: String?) -> String {
        let name = (person.map(Terminal.plain) ?? "").trimmingCharacters(in: .whitespaces).prefix(100)
        return name.isEmpty ? "command" : "command:\(name)"
    }

    /// - Throws: `ValidationError` where no name was given.
    static func require(_ person: String?) throws {
        guard name(person) != name(nil) else {
            throw ValidationError("Cho biết ai làm, với --by TÊN · say who does it, with --by NAME")
        }
    }
}
