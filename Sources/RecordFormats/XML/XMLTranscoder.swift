import CXML
import Foundation

/// Turns bytes of another encoding into UTF-8 as they come; what is no character of that encoding becomes U+FFFD.
final class XMLTranscoder {
    private let descriptor: iconv_t
    /// Bytes of a character that has not come whole yet.
    private var rest: [UInt8] = []

    /// - Parameter encoding: a name of the IANA register; nil comes back for one that iconv does not know.
    init?(from encoding: String) {
        guard let descriptor = iconv_open("UTF-8", encoding), Int(bitPattern: descriptor) != -1 else { return nil }
        self.descriptor = descriptor
    }

    deinit {
        iconv_close(descriptor)
    }

    /// - Parameter isLast: whether an unfinished character at the end is damage.
    func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8], isLast: Bool) {
        var input = rest + bytes
        var position = 0
        var buffer = [UInt8](repeating: 0, count: input.count * 3 + 16)
        while position < input.count {
            let (read, written, code) = convert(&input, from: position, into: &buffer)
            position += read
            output += buffer[..<written]
            if code == 0 { break }
            if code == EINVAL, !isLast { break }
            if code == EILSEQ || code == EINVAL {
                output += [0xEF, 0xBF, 0xBD]
                position += 1
            } else if code != E2BIG || read == 0 && written == 0 {
                break
            }
        }
        rest = Array(input[min(position, input.count)...])
    }

    private func convert(
        _ input: inout [UInt8], from position: Int, into buffer: inout [UInt8]
    ) -> (read: Int, written: Int, code: Int32) {
        let descriptor = descriptor
        return input.withUnsafeMutableBytes { input in
            buffer.withUnsafeMutableBytes { output in
                var source = input.baseAddress.map { ($0 + position).assumingMemoryBound(to: CChar.self) }
                var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                var sourceLeft = input.count - position
                var targetLeft = output.count
                let result = iconv(descriptor, &source, &sourceLeft, &target, &targetLeft)
                let code = result == Int(bitPattern: UInt.max) ? errno : 0
                return (input.count - position - sourceLeft, output.count - targetLeft, code)
            }
        }
    }
}
