/// Writes international host names in ASCII (RFC 3492), for comparing addresses.
enum Punycode {
    /// `host` with every label that has letters beyond ASCII as `xn--…`; unchanged where a label is too long.
    static func ascii(host: String) -> String {
        guard host.utf8.contains(where: { $0 >= 0x80 }) else { return host }
        return host.split(separator: ".", omittingEmptySubsequences: false)
            .map { label in
                label.utf8.contains { $0 >= 0x80 } ? encode(label).map { "xn--" + $0 } ?? String(label) : String(label)
            }
            .joined(separator: ".")
    }

    /// RFC 3492 §6.3; nil beyond the 63 characters a label may have.
    private static func encode(_ label: Substring) -> String? {
        let scalars = label.unicodeScalars.map { Int($0.value) }
        guard scalars.count <= 63 else { return nil }
        var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
        let basic = output.count
        var handled = basic
        if basic > 0 { output.append(0x2D) }
        var (value, delta, bias) = (128, 0, 72)
        while handled < scalars.count {
            guard let next = scalars.filter({ $0 >= value }).min() else { return nil }
            delta += (next - value) * (handled + 1)
            value = next
            for scalar in scalars {
                if scalar < value { delta += 1 }
                guard scalar == value else { continue }
                output += digits(of: delta, bias: bias)
                bias = adapted(delta, isFirst: handled == basic, count: handled + 1)
                delta = 0
                handled += 1
            }
            delta += 1
            value += 1
        }
        return output.count <= 59 ? String(decoding: output, as: UTF8.self) : nil
    }

    private static func digits(of delta: Int, bias: Int) -> [UInt8] {
        var digits: [UInt8] = []
        var rest = delta
        var k = 36
        while true {
            let threshold = min(max(k - bias, 1), 26)
            guard rest >= threshold else { break }
            digits.append(digit(threshold + (rest - threshold) % (36 - threshold)))
            rest = (rest - threshold) / (36 - threshold)
            k += 36
        }
        digits.append(digit(rest))
        return digits
    }

    private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30) }

    private static func adapted(_ delta: Int, isFirst: Bool, count: Int) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var k = 0
        while delta > 455 {
            delta /= 35
            k += 36
        }
        return k + 36 * delta / (delta + 38)
    }
}
