/// Writes made-up MARC records as ISO 2709 lays them out.
struct MARCBuilder {
    var leader = "00000nam a2200000 a 4500"
    private var fields: [(tag: String, bytes: [UInt8])] = []

    /// - Parameter flag: leader/09: `a` for UTF-8, a blank for MARC-8.
    init(flag: Character = "a", type: Character = "a") {
        leader = "00000n\(type)m \(flag)2200000 a 4500"
    }

    mutating func control(_ tag: String, _ value: String) { fields.append((tag, Array(value.utf8))) }

    /// - Parameter content: indicators and subfields, with `$` for the delimiter: `10$aTitle /$cby`.
    mutating func data(_ tag: String, _ content: String) {
        data(tag, bytes: content.utf8.map { $0 == 0x24 ? 0x1F : $0 })
    }

    mutating func data(_ tag: String, bytes: [UInt8]) {
        fields.append((tag, bytes))
    }

    var bytes: [UInt8] {
        var directory: [UInt8] = []
        var data: [UInt8] = []
        for field in fields {
            directory += Array((field.tag + digits(field.bytes.count + 1, 4) + digits(data.count, 5)).utf8)
            data += field.bytes + [0x1E]
        }
        let base = 24 + directory.count + 1
        let whole = Array(leader.utf8) + directory + [0x1E] + data + [0x1D]
        return Array(digits(whole.count, 5).utf8) + whole[5..<12] + Array(digits(base, 5).utf8) + whole[17...]
    }

    private func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

extension MARCBuilder {
    /// A textbook as a Vietnamese library describes it.
    static var textbook: Self {
        var record = Self()
        record.control("001", "000123")
        record.control("003", "VN-CTU")
        record.control("008", "210304s2019    vm a     b    000 0 vie d")
        record.data("020", "  $a9786049654321 (bìa mềm) :$c85.000đ")
        record.data("040", "  $aVN-CTU$bvie")
        record.data("041", "0 $avie")
        record.data("082", "04$a630.7$223")
        record.data("100", "1 $aLê, Thị Ánh,$d1970-$etác giả")
        record.data("245", "10$aKỹ thuật trồng lúa :$bgiáo trình =$bRice growing /$cLê Thị Ánh, Trần Văn Bảy.")
        record.data("264", " 1$aCần Thơ :$bNhà xuất bản Đại học Cần Thơ,$c2019.")
        record.data("300", "  $a215 tr. :$bminh họa ;$c24 cm")
        record.data("336", "  $avăn bản$btxt$2rdacontent")
        record.data("520", "  $aTrình bày giống, đất, nước và phân bón cho cây lúa.")
        record.data("521", "2 $aĐại học")
        record.data("540", "  $aGhi công 4.0.$uhttps://creativecommons.org/licenses/by/4.0/")
        record.data("650", " 4$aCây lúa$zViệt Nam$vGiáo trình.")
        record.data("653", "  $aNông nghiệp$aĐồng bằng sông Cửu Long.")
        record.data("700", "1 $aTrần, Văn Bảy$echủ biên.")
        record.data("700", "1 $aNguyễn, Văn Tám$ehiệu đính")
        record.data("856", "42$3Mục lục$uhttps://thuvien.example.vn/mucluc/123")
        record.data("856", "40$uhttps://thuvien.example.vn/sach/123")
        return record
    }
}
