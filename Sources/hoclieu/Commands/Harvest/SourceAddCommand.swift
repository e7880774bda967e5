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

            Sau đó: hoclieu source test MÃ, rồi hoclieu harvest MÃ; “hoclieu serve” tự thu sau một giờ · then test it, then
            harvest it; “hoclieu serve” takes it up after an hour. Tệp ánh xạ được chép vào danh mục: sửa xong thì thêm lại ·
            the mapping file is copied: add it again after a change. Nguồn đã có giữ mọi điều không nhắc đến · a source that
            is known keeps what is not mentioned.
            """)

    @OptionGroup var options: CatalogueOptions

    @Argument(help: "Mã nguồn: a–z, số, gạch nối · name of the source.") var id: String
    @Option(help: "Mã đơn vị trong danh bạ · institution of the register.") var institution: String?
    @Option(help: "Cách hỏi: oai-pmh, file, sitemap, feed · how it is asked.")
    var `protocol`: HarvestSource.SourceProtocol?
    @Option(help: "Địa chỉ; lặp lại cho nhiều tệp · address; repeat it for several files.") var url: [String] = []
    @Option(help: "metadataPrefix (OAI-PMH) hoặc định dạng tệp · metadata prefix, or format of files.")
    var format: [String] = []
    @Option(help: "Tập OAI-PMH; lặp lại cho nhiều tập · OAI-PMH set.") var set: [String] = []
    @Option(help: "Tệp ánh xạ YAML · mapping file.") var mapping: String?
    @Option(help: "Giấy phép khi bản ghi không ghi · licence of records that state none.") var licence: String?
    @Option(
        name: .customLong("language"), help: "Ngôn ngữ khi bản ghi không ghi · language of records that state none.")
    var recordLanguage: String?
    @Option(help: "Người liên hệ · whom to write to.") var contact: String?
    @Option(help: "Giây giữa hai yêu cầu · seconds between requests.") var delay: Int?
    @Option(help: "Bao lâu thu một lần: 6h, 1d, 7d · time between harvests.") var every: HarvestInterval?
    @Flag(inversion: .prefixedNo, help: "Cho phép địa chỉ nội bộ · the source may stand on a private address.")
    var allowPrivate: Bool?

    func run() throws {
        let store = try options.existing()
        try options.explained {
            let known = try store.harvestSources().first { $0.source.id == id }?.source
            try store.save(try source(changing: known), restingTime: 3600, at: Date())
        }
        print(
            LocalisedText(
                vietnamese: "Đã ghi nguồn “\(id)”. Thử: hoclieu source test \(id). Thu: hoclieu harvest \(id)",
                english: "The source “\(id)” is kept. Try it: hoclieu source test \(id). Harvest: hoclieu harvest \(id)"
            )[options.language])
    }

    /// The source as the options say; what they leave out stays as it is known, or is the usual.
    private func source(changing known: HarvestSource?) throws -> HarvestSource {
        guard let institution = institution ?? known?.institution, !(url.isEmpty && known == nil) else {
            throw ValidationError("--institution, --url: cần cho nguồn mới · a new source needs both")
        }
        var source = HarvestSource(
            id: id, institution: institution, sourceProtocol: `protocol` ?? known?.sourceProtocol ?? .oaiPMH,
            urls: url.isEmpty ? known?.urls ?? [] : url)
        source.formats = format.isEmpty ? known?.formats ?? [] : format
        source.sets = set.isEmpty ? known?.sets ?? [] : set
        source.mapping = try mapping.map(Self.mappingText) ?? known?.mapping
        source.licence = licence ?? known?.licence
        source.language = recordLanguage ?? known?.language
        source.contact = contact ?? known?.contact
        source.delay = delay ?? known?.delay ?? source.delay
        source.interval = every?.seconds ?? known?.interval ?? source.interval
        source.allowsPrivateAddresses = allowPrivate ?? known?.allowsPrivateAddresses ?? false
        source.pausedReason = known?.pausedReason
        return source
    }

    private static func mappingText(of path: String) throws -> String {
        guard let bytes = FileManager.default.contents(atPath: path) else { throw IngestInputError.missing(path) }
        let text = String(decoding: bytes, as: UTF8.self)
        _ = try RecordMapping(yaml: text, file: path)
        return text
    }
}

extension HarvestSource.SourceProtocol: ExpressibleByArgument {}
