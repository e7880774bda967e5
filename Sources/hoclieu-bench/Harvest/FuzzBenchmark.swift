import ArgumentParser
import CatalogueModel
import Foundation
import RecordFormats

/// Feeds damaged input to every reader: truncated, with bits flipped, pieces doubled, nested deeply. It ends by itself where
/// no reader crashes or hangs.
struct FuzzBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz", abstract: "Damaged input for every reader: no crash, no hang, bounded memory.")

    @Option(help: "Bytes in all, over all formats.") var bytes = 10_000_000
    @Option(help: "Seed of the damage.") var seed: UInt64 = 1
    @Option(help: "Folder of real files whose damage is tried, too.") var samples: String?

    func run() throws {
        print("\(MachineLine.text)\n")
        var random = RandomSource(seed: seed)
        let seeds = try FuzzSeeds(samples: samples)
        var fed = 0
        var inputs = 0
        var slowest = Duration.zero
        var outcomes = (records: 0, refused: 0, unreadable: 0)
        let clock = ContinuousClock()
        while fed < bytes {
            for (format, text) in seeds.inputs {
                let input = damaged(text, &random)
                let start = clock.now
                count(format, input, &random, &outcomes)
                slowest = max(slowest, clock.now - start)
                fed += input.count
                inputs += 1
            }
        }
        print(
            "\(inputs) inputs, \(fed) bytes: \(outcomes.records) records, \(outcomes.refused) refused, "
                + "\(outcomes.unreadable) files refused as a whole; slowest \(slowest / .milliseconds(1)) ms; "
                + "peak memory \(Int(PeakMemory.megabytes)) MB")
    }

    private func count(
        _ format: RecordFormat, _ input: [UInt8], _ random: inout RandomSource,
        _ outcomes: inout (records: Int, refused: Int, unreadable: Int)
    ) {
        let size = [1, 7, 64, 4096][random.below(4)]
        var position = 0
        var reader = RecordReader(format: format, file: "fuzz") {
            guard position < input.count else { return nil }
            defer { position += size }
            return Array(input[position..<min(input.count, position + size)])
        }
        do {
            while let outcome = try reader.next() {
                if case .record = outcome { outcomes.records += 1 } else { outcomes.refused += 1 }
            }
        } catch {
            outcomes.unreadable += 1
        }
    }

    private func damaged(_ input: [UInt8], _ random: inout RandomSource) -> [UInt8] {
        var bytes = input
        for _ in 0..<1 + random.below(8) where !bytes.isEmpty {
            let place = random.below(bytes.count)
            switch random.below(6) {
            case 0: bytes.removeSubrange(place...)
            case 1: bytes[place] ^= 1 << UInt8(random.below(8))
            case 2: bytes[place] = UInt8(truncatingIfNeeded: random.next())
            case 3:
                let end = min(bytes.count, place + random.below(200))
                bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 4: bytes.removeSubrange(place..<min(bytes.count, place + random.below(50)))
            default:
                let open = [Array("<a>".utf8), Array("[".utf8), Array("{\"a\":".utf8), Array("\"".utf8)][
                    random.below(4)]
                let nested = Array(repeating: open, count: 1 + random.below(300)).joined()
                bytes.insert(contentsOf: nested, at: place)
            }
        }
        return bytes
    }
}
