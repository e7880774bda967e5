import ArgumentParser

/// A time between harvests as people type it: `90m`, `6h`, `1d`, `7d`, or seconds.
struct HarvestInterval: ExpressibleByArgument {
    let seconds: Int

    static let day = Self(seconds: 86_400)

    private init(seconds: Int) {
        self.seconds = seconds
    }

    init?(argument: String) {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let last = argument.last else { return nil }
        let digits = units[last] == nil ? argument[...] : argument.dropLast()
        guard let number = Int(digits), number > 0, number < 100_000_000 else { return nil }
        seconds = number * (units[last] ?? 1)
    }

    var defaultValueDescription: String { "1d" }
}
