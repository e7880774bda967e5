import Foundation

/// One line that changes in place on a terminal; a plain line every few seconds elsewhere.
final class ProgressLine {
    private static let width = 30
    private let isInteractive = Terminal.hasInteractiveErrors
    private let clock = ContinuousClock()
    private var lastShown: ContinuousClock.Instant?
    private var hasShown = false

    /// - Parameter fraction: how much is done, 0 to 1, drawn as a bar on a terminal; nil where that is not known.
    func show(_ text: String, fraction: Double? = nil) {
        let now = clock.now
        if let lastShown, now - lastShown < (isInteractive ? .milliseconds(100) : .seconds(5)) { return }
        guard isInteractive || lastShown != nil else {
            lastShown = now
            return
        }
        lastShown = now
        hasShown = true
        Terminal.writeError(isInteractive ? "\r\u{1B}[K\(bar(fraction))\(text)" : text + "\n")
    }

    /// Clears the line, so that what follows stands alone.
    func finish() {
        if isInteractive, hasShown { Terminal.writeError("\r\u{1B}[K") }
        hasShown = false
    }

    private func bar(_ fraction: Double?) -> String {
        guard let fraction else { return "" }
        let filled = Int((min(max(fraction, 0), 1) * Double(Self.width)).rounded())
        return "[" + String(repeating: "█", count: filled) + String(repeating: "·", count: Self.width - filled) + "] "
    }
}
