package import Vocabularies

/// Why a search cannot be run as asked: the asker's to mend.
package enum SearchRequestError: Error, Hashable, CustomStringConvertible {
    case page(Int)
    case pageSize(Int)
    case facetValues(Int)
    case tooDeep(page: Int, last: Int)

    package var message: LocalisedText {
        switch self {
        case .page(let page):
            LocalisedText(
                vietnamese: "Trang \(page) không có: trang được đếm từ 1.",
                english: "There is no page \(page): pages are counted from 1.")
        case .pageSize(let size):
            LocalisedText(
                vietnamese: "Mỗi trang có từ 1 đến 100 kết quả, không phải \(size).",
                english: "A page holds 1 to 100 hits, not \(size).")
        case .facetValues(let size):
            LocalisedText(
                vietnamese: "Mỗi nhóm lọc kể từ 0 đến 1000 giá trị, không phải \(size).",
                english: "A facet names 0 to 1000 values, not \(size).")
        case .tooDeep(let page, let last):
            LocalisedText(
                vietnamese: "Trang \(page) quá sâu: xem được đến trang \(last). Hãy thêm từ hoặc bộ lọc.",
                english: "Page \(page) is too deep: page \(last) is the last. Add words or filters.")
        }
    }

    package var description: String { message.english }
}
