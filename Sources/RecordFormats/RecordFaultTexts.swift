import Vocabularies

extension RecordFault {
    var message: LocalisedText {
        switch self {
        case .tooLong(let bytes):
            text(
                "Bản ghi dài \(bytes) byte, quá giới hạn 4 MiB", "The record is \(bytes) bytes long; the limit is 4 MiB"
            )
        case .notUTF8(let line, let offset, let byte):
            text(
                "Dòng \(line), byte thứ \(offset + 1) là \(hex(byte)): không phải UTF-8",
                "Byte \(offset + 1) of line \(line) is \(hex(byte)): this is not UTF-8")
        case .nulCharacter: text("Bản ghi có ký tự NUL", "The record holds a NUL character")
        case .fileCutOff:
            text(
                "Tệp có vẻ bị cắt cụt: hết tệp giữa chừng một bản ghi",
                "The file seems cut off: it ends in the middle of a record")
        case .notAnObject(let found):
            text(
                "Mỗi bản ghi phải là một đối tượng JSON {…}, ở đây là \(vietnameseKind(found))",
                "A record is a JSON object {…}; this is \(found)")
        case .syntax(let error):
            text(
                "JSON sai ở byte thứ \(error.offset + 1): \(detail(of: error.fault).vietnamese)",
                "The JSON breaks at byte \(error.offset + 1): \(detail(of: error.fault).english)")
        case .cellCount(let found, let expected):
            text("Dòng có \(found) ô, tiêu đề có \(expected) cột", "\(found) cells where the header has \(expected)")
        case .quoteNeverCloses(let line):
            text(
                "Dấu ngoặc kép mở ở dòng \(line) không được đóng",
                "The quotation mark that opens in line \(line) never closes")
        case .textAfterQuote(let line):
            text(
                "Dòng \(line): có chữ ngay sau dấu ngoặc kép đóng ô",
                "Line \(line): text follows the quotation mark that closes a cell")
        case .loneSurrogates(let count):
            text(
                "\(count) ký tự \\ud… bị hỏng, đã thay bằng “\u{FFFD}”",
                "\(count) broken \\ud… character(s) were replaced by “\u{FFFD}”")
        case .wrongType(let field):
            text("Giá trị của “\(field)” không phải là chữ", "The value of “\(field)” is no text")
        case .unknownField(let name):
            text("Trường “\(name)” không dùng được, đã bỏ qua", "The field “\(name)” is not known and was left aside")
        case .unlistedValue(_, let value):
            text("Bảng giá trị không có “\(value)”", "“\(value)” is not in the table of values")
        }
    }

    var remedy: LocalisedText {
        switch self {
        case .tooLong:
            text(
                "Hãy bỏ dữ liệu nhúng, hoặc xem lại chỗ thiếu dấu xuống dòng hay dấu ngoặc kép",
                "Leave embedded data out, or look for a missing line end or quotation mark")
        case .notUTF8: text("Hãy lưu lại tệp với bảng mã UTF-8", "Save the file as UTF-8")
        case .nulCharacter: text("Hãy xuất lại tệp dạng văn bản UTF-8", "Export the file again as UTF-8 text")
        case .fileCutOff: text("Hãy tải hoặc xuất lại tệp", "Download or export the file again")
        case .notAnObject: text("Hãy ghi mỗi bản ghi là một đối tượng {…}", "Write every record as one object {…}")
        case .syntax:
            text(
                "Hãy sửa chỗ này, hoặc xuất lại bằng công cụ ghi JSON",
                "Mend it, or export it with a tool that writes JSON")
        case .cellCount:
            text(
                "Hãy đặt ô có dấu phân cách hoặc dấu xuống dòng trong ngoặc kép",
                "Put cells that hold the separator or a line break in quotation marks")
        case .quoteNeverCloses: text("Hãy thêm dấu \" ở cuối ô", "Add the closing \" at the end of the cell")
        case .textAfterQuote:
            text("Trong ô có ngoặc kép, hãy viết dấu \" thành \"\"", "Write a \" within a quoted cell as \"\"")
        case .loneSurrogates: text("Hãy sửa lại chữ ở nguồn", "Mend the text at its source")
        case .wrongType:
            text("Hãy ghi một chuỗi, hoặc đối tượng có “name”", "Write a string, or an object with a “name”")
        case .unknownField:
            text(
                "Hãy dùng tên trường của schema.org, hoặc một tệp ánh xạ (--mapping)",
                "Use the schema.org name, or a mapping file (--mapping)")
        case .unlistedValue:
            text(
                "Hãy thêm giá trị này vào “values” của tệp ánh xạ", "Add it to the “values” of the mapping file")
        }
    }

    private func detail(of fault: JSONSyntaxError.Fault) -> LocalisedText {
        switch fault {
        case .endsTooEarly: text("dòng kết thúc giữa chừng một giá trị", "the line ends in the middle of a value")
        case .unexpectedByte(let byte):
            text("không chờ đợi \(shown(byte)) ở đây", "\(shown(byte)) is not expected here")
        case .controlCharacter(let byte):
            text("ký tự điều khiển \(hex(byte)) trong chuỗi", "a control character \(hex(byte)) within a string")
        case .badEscape: text("sau \\ phải là một trong \"\\/bfnrtu", "\\ must be followed by one of \"\\/bfnrtu")
        case .badNumber: text("số viết sai", "a malformed number")
        case .nulCharacter: text("ký tự NUL", "a NUL character")
        case .tooDeep: text("lồng nhau quá 64 tầng", "more than 64 levels of nesting")
        }
    }

    private func text(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }

    private func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.utf8.count == 1 ? "0" : "") + digits
    }

    private func shown(_ byte: UInt8) -> String {
        0x21...0x7E ~= byte ? "“\(Character(Unicode.Scalar(byte)))”" : hex(byte)
    }

    private func vietnameseKind(_ kind: String) -> String {
        switch kind {
        case "a list": "một danh sách"
        case "a string": "một chuỗi"
        case "a number": "một số"
        default: "null, true hoặc false"
        }
    }
}
