import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import RecordFormats
import Vocabularies

struct SourceAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Thêm nguồn, hoặc sửa nguồn đã có · add a source, or change how one is asked.",
        discussion: """
            hoclieu source add ctu-dspace --institution can-tho-university --url https://example.org/oai/request
            hoclieu source add truong-x --institution truong-x --protocol file --url https://example.org/hoc-lieu.csv

            Sau đó: hoclieu source test MÃ, rồi hoclieu harvest MÃ · then test it, then harvest it.
            """)

    @OptionGroup var options: CatalogueOptions

    @Argument(help: "Mã nguồn: a–z, số, gạch nối · name of the source.") var id: String
    @Option(help: "Mã đơn vị trong danh bạ · institution of the register.") var institution: String
    @Option(help: "Cách hỏi: oai-pmh, file, sitemap, feed · how it is asked.")
    var `protocol`: HarvestSource.SourceProtocol = .oaiPMH
    @Option(help: "Địa chỉ; lặp lại cho nhiều tệp · address; repeat it for several files.") var url: [String]
    @Option(help: "metadataPrefix (OAI-PMH) hoặc định dạng tệp · metadata prefix, or format of files.")
    var format: [String] = []
    @Option(help: "Tập OAI-PMH; lặp lại cho nhiều tập · OAI-PMH set.") var set: [String] = []
    @Option(help: "Tệp ánh xạ YAML · mapping file.") var mapping: String?
    @Option(help: "Giấy phép khi bản ghi không ghi · licence of records that state none.") var licence: String?
    @Option(
        name: .customLong("language"), help: "Ngôn ngữ khi bản ghi không ghi · language of records that state none.")
    var recordLanguage: String?
    @Option(help: "Người liên hệ · whom to write to.") var contact: String?
    @Option(help: "Giây giữa hai yêu cầu · seconds between requests.") var delay = 1
    @Option(help: "Bao lâu thu một lần: 6h, 1d, 7d · time between harvests.") var every: HarvestInterval = .day
    @Flag(help: "Cho phép địa chỉ nội bộ · the source may stand on a private address.") var allowPrivate = false

    func run() throws {
        let store = try options.existing()
        try options.explained {
            var source = HarvestSource(id: id, institution: institution, sourceProtocol: `protocol`, urls: url)
            source.formats = format
            source.sets = set
            source.mapping = try mapping.map { path in
                guard let bytes = FileManager.default.contents(atPath: path) else {
                    throw IngestInputError.missing(path)
                }
                let text = String(decoding: bytes, as: UTF8.self)
                _ = try RecordMapping(yaml: text, file: path)
                return text
            }
            source.licence = licence
            source.language = recordLanguage
            source.contact = contact
            source.delay = delay
            source.interval = every.seconds
            source.allowsPrivateAddresses = allowPrivate
            try store.save(source, at: Date())
        }
        print(
            LocalisedText(
                vietnamese: "Đã ghi nguồn “\(id)”. Thử: hoclieu source test \(id). Thu: hoclieu harvest \(id)",
                english: "The source “\(id)” is kept. Try it: hoclieu source test \(id). Harvest: hoclieu harvest \(id)"
            )[options.language])
    }
}

extension HarvestSource.SourceProtocol: ExpressibleByArgument {}
