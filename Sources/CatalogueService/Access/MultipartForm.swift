import Foundation

/// Takes `multipart/form-data` (RFC 7578, RFC 2046 §5.1) apart; the body is in memory, its size was bounded before.
struct MultipartForm {
    private let delimiter: [UInt8]
    private let mostFields: Int

    /// - Throws: `Problem`, 400, where the type names no boundary.
    init(contentType: String, fields: Int) throws {
        guard let boundary = HeaderParameters(contentType)["boundary"], (1...70).contains(boundary.utf8.count) else {
            throw Problem.damagedForm
        }
        delimiter = Array("--\(boundary)".utf8)
        mostFields = fields
    }

    /// - Throws: `Problem`, 400, for a body that is cut off or has more fields than allowed.
    /// - Complexity: O(*n*·*d*) in the lengths of body and delimiter.
    func form(_ body: [UInt8]) throws -> PostedForm {
        var items: [(name: String, value: String)] = []
        var files: [PostedForm.File] = []
        var position = 0
        guard let first = find(delimiter, in: body, from: 0) else { throw Problem.damagedForm }
        position = first + delimiter.count
        let separator = [0x0D, 0x0A] + delimiter
        while true {
            if body[position...].starts(with: [0x2D, 0x2D]) { break }
            guard body[position...].starts(with: [0x0D, 0x0A]), items.count + files.count < mostFields,
                let end = find(separator, in: body, from: position)
            else { throw Problem.damagedForm }
            try add(body[(position + 2)..<max(position + 2, end)], to: &items, &files)
            position = end + separator.count
        }
        return PostedForm(items: items, files: files)
    }

    private func add(
        _ part: ArraySlice<UInt8>, to items: inout [(name: String, value: String)], _ files: inout [PostedForm.File]
    ) throws {
        // A part without a header begins with the empty line.
        let blank: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        guard let end = find(blank, in: Array(part.prefix(4096)), from: 0) else { throw Problem.damagedForm }
        let header = String(decoding: part.prefix(end), as: UTF8.self)
        let content = part.dropFirst(end + blank.count)
        let disposition = header.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        let parameters = HeaderParameters(disposition.map(String.init) ?? "")
        guard let name = parameters["name"] else { throw Problem.damagedForm }
        guard let file = parameters["filename"] else {
            items.append((name, String(decoding: content, as: UTF8.self)))
            return
        }
        // A file field nobody chose a file for comes with an empty name.
        if !file.isEmpty { files.append(PostedForm.File(field: name, name: file, bytes: Array(content))) }
    }

    private func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            var position = start
            while position + pattern.count <= bytes.count {
                guard let next = bytes[position...].firstIndex(of: first), next + pattern.count <= bytes.count else {
                    return nil
                }
                if bytes[next..<(next + pattern.count)].elementsEqual(pattern) { return next }
                position = next + 1
            }
            return nil
        }
    }
}

/// The parameters of a header: `form-data; name="a"; filename="b.csv"`.
///
/// Browsers write a quotation mark in a value as `%22` (HTML, multipart encoding) or, long ago, as `\"`.
struct HeaderParameters {
    private var values: [String: String] = [:]

    init(_ header: String) {
        var rest = header[...]
        guard let first = rest.firstIndex(of: ";") else { return }
        rest = rest[first...]
        while rest.popFirst() == ";", values.count < 20 {
            rest = rest.drop { $0 == " " }
            guard let equals = rest.firstIndex(of: "=") else { return }
            let name = rest[..<equals].lowercased()
            rest = rest[rest.index(after: equals)...]
            var value = ""
            if rest.first == "\"" {
                rest.removeFirst()
                while let character = rest.popFirst(), character != "\"" {
                    value.append(character == "\\" && rest.first == "\"" ? rest.removeFirst() : character)
                }
                rest = rest.drop { $0 == " " }
            } else {
                value = rest.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces)
                rest = rest.drop { $0 != ";" }
            }
            if values[name] == nil { values[name] = value.replacing("%22", with: "\"") }
        }
    }

    subscript(name: String) -> String? { values[name] }
}
