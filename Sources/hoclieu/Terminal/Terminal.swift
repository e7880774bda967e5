import Foundation

/// What the program writes to, and whether a person is looking.
enum Terminal {
    /// Whether standard output is a terminal: colour and bold only then, and never where `NO_COLOR` is set.
    static var isInteractive: Bool {
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    static var hasInteractiveErrors: Bool { isatty(STDERR_FILENO) == 1 }

    static func writeError(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }

    /// Writes out what `print` holds back where standard output is no terminal.
    static func flush() { fflush(nil) }

    static func bold(_ text: String) -> String { isInteractive ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    static func faint(_ text: String) -> String { isInteractive ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    static func highlighted(_ text: String) -> String { isInteractive ? "\u{1B}[1;33m\(text)\u{1B}[0m" : text }

    /// Takes out control characters: a record must not move the cursor or change colours.
    static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }))
    }
}
