import ArgumentParser
import CatalogueService
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

struct CollectionExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Xuất gói ZIP dùng không cần mạng · write a ZIP package for use without a network.",
        discussion: """
            Trong gói: index.html, records.csv, records.jsonld, giấy phép và ghi công. Chỉ có thông tin và đường dẫn.
            The package holds descriptions, links, licences and attribution; not the material itself.
            """)

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Địa chỉ của bộ sưu tập · its address.") var slug: String
    @Option(help: "Tệp để ghi; không có: ĐỊA-CHỈ.zip · file to write; none: SLUG.zip.") var output: String?
    @Option(help: "Địa chỉ công khai của danh mục: https://… · public address of the catalogue.") var url: String?

    func run() throws {
        let store = try options.open(.read)
        let site = try SiteArgument.site(url, options.language)
        let path = output ?? slug + ".zip"
        let archive = try options.explained {
            let (collection, items) = try Collections(store).collection(slug)
            return try CollectionPackage(
                collection, items: items, reference: try store.referenceData(), language: options.language, site: site
            ).archive()
        }
        do {
            try Data(archive).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Failure(
                LocalisedText(
                    vietnamese: "Không ghi được tệp “\(path)”: \(error.localizedDescription)",
                    english: "The file “\(path)” cannot be written: \(error.localizedDescription)"),
                language: options.language)
        }
        print(
            LocalisedText(
                vietnamese: "Đã ghi \(path), \(archive.count) byte.", english: "Wrote \(path), \(archive.count) bytes.")[
                    options.language])
    }
}
