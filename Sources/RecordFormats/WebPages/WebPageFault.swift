import CatalogueModel
import Vocabularies

extension RecordFault {
    static let noResourceOnPage = Self(
        .missingField, vietnamese: "Trang không mô tả học liệu nào bằng JSON-LD (schema.org)",
        english: "The page describes no learning resource in JSON-LD (schema.org)",
        remedyVietnamese:
            "Hãy thêm <script type=\"application/ld+json\"> với một Course, LearningResource, Book, VideoObject …",
        remedyEnglish:
            "Add a <script type=\"application/ld+json\"> with a Course, LearningResource, Book, VideoObject …")

    static let pageTooLong = Self(
        .tooLong, vietnamese: "Trang dài quá giới hạn \(WebPageReader.pageLimit >> 20) MiB",
        english: "The page is longer than the limit of \(WebPageReader.pageLimit >> 20) MiB",
        remedyVietnamese: "Hãy bỏ dữ liệu nhúng khỏi trang", remedyEnglish: "Leave embedded data out of the page")

    static func pageTooDeep(_ limit: Int) -> Self {
        Self(
            .malformedSyntax, vietnamese: "Trang có hơn \(limit) phần tử lồng nhau",
            english: "The page has over \(limit) elements inside one another",
            remedyVietnamese: "Hãy xem lại công cụ làm trang, có thẻ không đóng",
            remedyEnglish: "Look at the tool that made it: tags may not be closed")
    }

    static let pageTooManyAttributes = Self(
        .malformedSyntax, vietnamese: "Trang có thẻ với quá nhiều thuộc tính",
        english: "The page has tags with too many attributes",
        remedyVietnamese: "Hãy xem lại công cụ làm trang, có dấu nháy không đóng",
        remedyEnglish: "Look at the tool that made it: quotes may not be closed")

    static func jsonLD(_ error: JSONSyntaxError) -> Self {
        syntax(error).about(
            LocalisedText(vietnamese: "Khối JSON-LD của trang", english: "The JSON-LD block of the page"))
    }

    // MARK: Sitemaps

    static func otherHost(_ address: String) -> Self {
        Self(
            .malformedValue, vietnamese: "“\(address.prefix(200))” thuộc máy chủ khác với sitemap, đã bỏ qua",
            english: "“\(address.prefix(200))” lies on another host than the sitemap and was left out",
            remedyVietnamese: "Sitemap chỉ được nêu trang cùng máy chủ (sitemaps.org)",
            remedyEnglish: "A sitemap may name pages of its own host only (sitemaps.org)")
    }

    static func noPageAddress(_ text: String) -> Self {
        Self(
            text.isEmpty ? .missingField : .malformedValue,
            vietnamese: "“\(text.prefix(200))” không phải là địa chỉ http(s) đầy đủ",
            english: "“\(text.prefix(200))” is no whole http(s) address",
            remedyVietnamese: "Hãy ghi địa chỉ đầy đủ trong <loc>", remedyEnglish: "Give the whole address in <loc>")
    }

    static func noModificationDate(_ text: String) -> Self {
        Self(
            .malformedValue, vietnamese: "lastmod “\(text.prefix(80))” không phải là ngày, đã bỏ qua",
            english: "lastmod “\(text.prefix(80))” is no date and was left out",
            remedyVietnamese: "Hãy viết 2021-05-30 hoặc 2021-05-30T08:00:00+07:00",
            remedyEnglish: "Write 2021-05-30 or 2021-05-30T08:00:00+07:00"
        ).asWarning(of: "lastmod")
    }

    static let sitemapTooLong = Self(
        .tooLong,
        vietnamese:
            "Sitemap có hơn \(SitemapReader.entryLimit) địa chỉ hoặc dài hơn \(SitemapReader.byteLimit >> 20) MiB; phần còn lại không được đọc",
        english:
            "The sitemap has over \(SitemapReader.entryLimit) addresses or is longer than \(SitemapReader.byteLimit >> 20) MiB; the rest is not read",
        remedyVietnamese: "Hãy chia thành nhiều sitemap và một tệp sitemapindex",
        remedyEnglish: "Split it into several, with a sitemapindex")

    static let noSitemap = Self(
        .wrongType, vietnamese: "Đây không phải sitemap: gốc phải là urlset hoặc sitemapindex",
        english: "This is no sitemap: its root must be urlset or sitemapindex",
        remedyVietnamese: "Hãy mở địa chỉ này để kiểm tra (https://www.sitemaps.org)",
        remedyEnglish: "Open the address to see what it gives (https://www.sitemaps.org)")
}
