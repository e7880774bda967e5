package import Vocabularies

/// Why a source cannot be kept or harvested as asked; told to the person who asked.
package enum HarvestSourceError: Error, Hashable, CustomStringConvertible {
    case unknown(String, known: [String])
    case identifier(String)
    case institution(String)
    case licence(String)
    case language(String)
    case address(String)
    case numbers
    /// Somebody else harvests it.
    case leased(String, holder: String)
    /// Resources came from it.
    case inUse(String, records: Int)

    package var message: LocalisedText {
        switch self {
        case .unknown(let id, let known):
            let list = known.isEmpty ? "–" : known.joined(separator: ", ")
            return LocalisedText(
                vietnamese: "Không có nguồn “\(id)”. Các nguồn: \(list). Thêm nguồn bằng “hoclieu source add”.",
                english: "There is no source “\(id)”. Sources: \(list). Add one with “hoclieu source add”.")
        case .identifier(let id):
            return LocalisedText(
                vietnamese: "“\(id)” không dùng làm mã nguồn được. Hãy dùng chữ a–z, số và gạch nối, ví dụ ctu-dspace.",
                english: "“\(id)” will not do as the name of a source. Use a–z, digits and hyphens: ctu-dspace.")
        case .institution(let id):
            return LocalisedText(
                vietnamese:
                    "Danh bạ đơn vị không có “\(id)”. Hãy thêm vào Corpus/Registers/institutions.csv rồi chạy “hoclieu ingest Corpus”.",
                english:
                    "The register has no institution “\(id)”. Add it to Corpus/Registers/institutions.csv and run “hoclieu ingest Corpus”."
            )
        case .licence(let text):
            return LocalisedText(
                vietnamese: "Không biết giấy phép “\(text)”. Hãy dùng mã như CC-BY-4.0, hoặc địa chỉ giấy phép.",
                english: "The licence “\(text)” is not known. Use a code such as CC-BY-4.0, or its address.")
        case .language(let text):
            return LocalisedText(
                vietnamese: "“\(text)” không phải là mã ngôn ngữ. Ví dụ: vi, en, km.",
                english: "“\(text)” is no language tag. Examples: vi, en, km.")
        case .address(let text):
            return LocalisedText(
                vietnamese: "“\(text)” không phải là địa chỉ web. Hãy ghi đầy đủ, bắt đầu bằng https:// hoặc http://.",
                english: "“\(text)” is no web address. Give all of it, beginning with https:// or http://.")
        case .numbers:
            return LocalisedText(
                vietnamese: "Khoảng cách giữa hai yêu cầu từ 0 đến 3600 giây, giữa hai lần thu từ 60 giây.",
                english: "Between two requests 0 to 3,600 seconds, between two harvests 60 seconds or more.")
        case .inUse(let id, let records):
            return LocalisedText(
                vietnamese:
                    "Danh mục có \(records) bản ghi lấy từ nguồn “\(id)” nên không xóa được. Hãy ngừng thu: “hoclieu source pause \(id)”.",
                english:
                    "\(records) records of the catalogue came from “\(id)”, so it stays. Stop asking it: “hoclieu source pause \(id)”."
            )
        case .leased(let id, let holder):
            return LocalisedText(
                vietnamese:
                    "Nguồn “\(id)” đang được thu thập (\(holder)). Đợi xong, hoặc dừng: “hoclieu harvest abort \(id)”.",
                english:
                    "The source “\(id)” is being harvested (\(holder)). Wait, or stop it: “hoclieu harvest abort \(id)”."
            )
        }
    }

    package var description: String { message.english }
}
