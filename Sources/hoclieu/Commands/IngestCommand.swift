import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import LearningTargets
import RecordFormats
import Vocabularies

struct IngestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Nạp học liệu từ tệp hoặc thư mục · take learning resources in from files or folders.",
        discussion: """
            Đọc các định dạng sau, nhận biết theo tên tệp:
              jsonl    JSON Lines hay JSON theo schema.org, AMB; MARC-in-JSON
              csv      CSV, TSV; cột hay trường riêng của đơn vị cần --mapping
              marc     MARC 21 (ISO 2709)
              xml      OAI-PMH, Dublin Core, MODS, MARCXML, LOM, DataCite, EDM, LIDO, RSS, Atom
              html     trang web có JSON-LD
              package  ZIP chứa tệp jsonl, csv, marc, xml; gói IMS hay SCORM (.zip, .imscc); một tệp nén gzip (.gz)
            Bản ghi hỏng được đếm, báo rõ tệp, dòng, trường, lý do, cách sửa, rồi bỏ qua.
            Kết thúc: 0 mọi bản ghi được nhận, 1 có lỗi làm dừng, 3 có bản ghi bị từ chối.

            Reads these formats, told by the names of files:
              jsonl    JSON Lines or JSON in schema.org, AMB; MARC-in-JSON
              csv      CSV, TSV; an institution's own columns or fields need --mapping
              marc     MARC 21 (ISO 2709)
              xml      OAI-PMH, Dublin Core, MODS, MARCXML, LOM, DataCite, EDM, LIDO, RSS, Atom
              html     web pages with JSON-LD
              package  ZIP of jsonl, csv, marc, xml files; IMS or SCORM packages (.zip, .imscc); a file in gzip (.gz)
            Bad records are counted, reported with file, line, field, reason and remedy, and skipped.
            Exit status: 0 all records were taken, 1 an error stopped the run, 3 some records were refused.
            """)

    @OptionGroup var options: CatalogueOptions

    @Argument(help: "Tệp hoặc thư mục · files or folders.")
    var paths: [String]

    @Option(help: "Tệp ánh xạ YAML: trường của ta → trường của họ · mapping file.") var mapping: String?
    @Option(help: "Định dạng khi tên tệp không cho biết · format where names do not tell.") var format: RecordFormat?
    @Option(help: "Mã đơn vị công bố mọi bản ghi, khi bản ghi không ghi mã · institution all records are of.")
    var publisher: String?
    @Option(help: "Thư mục có bảng mã và sổ đơn vị · folder of vocabularies and registers.") var corpus = "Corpus"
    @Option(help: "Ghi mọi vấn đề ra tệp JSON Lines · write every problem to this JSON Lines file.") var problems:
        String?
    @Flag(help: "Chỉ báo cáo, không ghi gì · report only, write nothing.") var dryRun = false

    func run() throws {
        let inputs = try options.explained { try self.inputs() }
        let destination = try options.explained { try self.destination() }
        if let publisher, destination.reference.registers.institution(publisher) == nil {
            throw Failure(IngestInputError.unknownPublisher(publisher), language: options.language)
        }
        let printer = try options.explained { try ProblemPrinter(language: options.language, file: problems) }
        let progress = ProgressLine()
        let clock = ContinuousClock()
        let start = clock.now
        let ingest = Ingest(
            into: destination, publisher: publisher, clock: { Date() },
            report: { problem in
                progress.finish()
                printer.report(problem)
            },
            progress: { progress.show(line($0), fraction: fraction($0)) })
        let counts = try options.explained { try ingest.run(inputs) }
        progress.finish()
        printer.summarise()
        print(summary(counts, clock.now - start))
        if counts.refused > 0 { throw ExitCode(3) }
    }

    private func inputs() throws -> [IngestInput] {
        let mapping = try mapping.map { path in
            guard let bytes = FileManager.default.contents(atPath: path) else { throw IngestInputError.missing(path) }
            return try RecordMapping(yaml: String(decoding: bytes, as: UTF8.self), file: path)
        }
        return try paths.flatMap { try IngestInputs.find(at: $0, format: format, mapping: mapping) }
    }

    /// Where records go. Vocabularies and registers come from the Corpus folder where it is given or the catalogue has
    /// none; an index that no longer fits them is rebuilt first.
    private func destination() throws -> Ingest.Destination {
        let source = paths.joined(separator: " ")
        let corpusFolder = paths.first(where: CorpusFolder.isCorpus) ?? (CorpusFolder.isCorpus(corpus) ? corpus : nil)
        if dryRun {
            let store = try? CatalogueStore(folder: options.data, access: .read)
            if let corpusFolder {
                return .preview(
                    IngestPreview(reference: try CorpusFolder(corpusFolder).referenceData(), against: store))
            }
            let reference = try options.open(.read).referenceData()
            return .preview(IngestPreview(reference: reference, against: store))
        }
        let store = try options.open(.write)
        let isGiven = paths.contains(where: CorpusFolder.isCorpus)
        if let corpusFolder, try isGiven || store.referenceData().isEmpty {
            try store.replaceReferenceData(with: CorpusFolder(corpusFolder).referenceData())
            let lost = try RegisterBook(store).followCorpus()
            if !lost.isEmpty {
                Terminal.writeError(RegisterFaults(lost).message[options.language] + "\n")
            }
            for change in try TargetBook(store).importPlans(folder: corpusFolder + "/Plans", by: "command", at: Date())
                .changes
            {
                Terminal.writeError(change.text[options.language] + "\n")
            }
        }
        if try store.needsRebuild {
            Terminal.writeError(
                LocalisedText(
                    vietnamese: "Bảng mã hoặc bộ phân tích đã đổi: dựng lại chỉ mục trước khi nạp.\n",
                    english: "Vocabularies or analysis changed: rebuilding the index before the ingest.\n")[
                        options.language])
            try store.rebuild()
        }
        return .catalogue(try IngestSession(store, source: source, at: Date()))
    }

    private func fraction(_ progress: IngestProgress) -> Double {
        progress.bytesInFile > 0 ? Double(progress.bytesRead) / Double(progress.bytesInFile) : 1
    }

    private func line(_ progress: IngestProgress) -> String {
        "\((progress.file as NSString).lastPathComponent): " + figures(progress.counts)
    }

    private func figures(_ counts: IngestCounts) -> String {
        LocalisedText(
            vietnamese: """
                \(counts.read) bản ghi: \(counts.saved.added) mới, \(counts.saved.changed) thay đổi, \
                \(counts.saved.unchanged) không đổi, \(counts.refused) bị từ chối, \(counts.warnings) cảnh báo
                """,
            english: """
                \(counts.read) records: \(counts.saved.added) added, \(counts.saved.changed) changed, \
                \(counts.saved.unchanged) unchanged, \(counts.refused) refused, \(counts.warnings) warnings
                """)[options.language]
    }

    private func summary(_ counts: IngestCounts, _ elapsed: Duration) -> String {
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let rate = seconds > 0 ? Int(Double(counts.read) / seconds) : 0
        let preview = LocalisedText(vietnamese: "[chạy thử, không ghi] ", english: "[dry run, nothing written] ")
        let speed = LocalisedText(vietnamese: "bản ghi/giây", english: "records/s")
        return (dryRun ? preview[options.language] : "") + figures(counts)
            + " (\(String(format: "%.1f", seconds)) s, \(rate) \(speed[options.language]))"
    }
}

extension RecordFormat: ExpressibleByArgument {}
