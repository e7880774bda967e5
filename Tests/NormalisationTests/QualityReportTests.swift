import CatalogueModel
import Normalisation
import Testing
import Vocabularies

@Suite("How well a record is described")
struct QualityReportTests {
    private static let full: [SourceField: [String]] = [
        .name: ["Giáo trình kỹ thuật lập trình"],
        .description: [String(repeating: "Sách dạy viết chương trình. ", count: 5)],
        .inLanguage: ["vi"], .about: ["0613"], .educationalLevel: ["isced6"], .learningResourceType: ["textbook"],
        .creator: ["Nguyễn Văn A"], .datePublished: ["2020"], .keywords: ["lập trình"], .audience: ["students"],
    ]

    private func report(_ values: [SourceField: [String]]) throws -> QualityReport {
        let record = try Shipped.normalised(Self.full.merging(values) { $1 })
        return QualityReport(of: record.resource, warnings: record.warnings, notes: record.notes)
    }

    @Test("a record that lacks nothing has a hundred points and no finding")
    func full() throws {
        #expect(try report([:]).findings.isEmpty)
        #expect(try report([:]).score == 100)
    }

    @Test(
        "what is missing or weak costs its weight, and is told",
        arguments: [
            (SourceField.license, [], QualityFinding.Kind.licenceMissing),
            (.license, ["CC BY"], .licenceWithoutVersion),
            (.license, ["Giấy phép Creative Commons Ghi công 4.0"], .licenceFromText),
            (.description, [], .descriptionMissing),
            (.description, ["Sách hay."], .descriptionShort), (.about, [], .subjectMissing),
            (.about, ["06"], .subjectBroad),
            (.inLanguage, [], .languageGuessed), (.educationalLevel, [], .levelMissing),
            (.learningResourceType, [], .typeMissing),
            (.creator, [], .creatorMissing), (.datePublished, [], .dateMissing), (.keywords, [], .keywordsMissing),
            (.audience, [], .audienceMissing), (.url, ["http://a.vn/1"], .addressInsecure),
            (.name, ["baigiang1.pdf"], .titleIsFileName),
            (.name, ["Untitled"], .titleWeak), (.datePublished, ["2020", "x"], nil),
            (.timeRequired, ["soon"], .warning),
        ] as [(SourceField, [String], QualityFinding.Kind?)])
    func findings(field: SourceField, values: [String], kind: QualityFinding.Kind?) throws {
        let report = try report([field: values])
        #expect(report.findings.map(\.kind) == (kind.map { [$0] } ?? []))
        #expect(report.score == 100 - (kind?.points ?? 0))
    }

    @Test("a closed licence that is stated costs nothing")
    func closed() throws {
        #expect(try report([.license: ["http://rightsstatements.org/vocab/InC/1.0/"]]).score == 100)
    }

    @Test("the weights add up to a hundred, and a bare record has hardly any")
    func weights() throws {
        let bare = QualityReport(
            of: LearningResource(
                id: try #require(ResourceID("p:1")), title: "a.pdf", url: "http://a.vn/1",
                publisher: Publisher(id: "p", name: "P")))
        #expect(bare.score == 0)
        #expect(bare.findings.first?.kind == .licenceMissing)
        let heaviest = Dictionary(grouping: QualityFinding.Kind.allCases.filter { $0 != .warning }, by: \.field)
            .mapValues { $0.map(\.points).max() ?? 0 }
        #expect(heaviest.values.reduce(0, +) == 100)
        #expect(QualityFinding.Kind.allCases.allSatisfy { $0.points > 0 && $0.secondsToMend > 0 })
    }

    @Test("findings speak Vietnamese and English", arguments: QualityFinding.Kind.allCases)
    func languages(kind: QualityFinding.Kind) {
        for text in [kind.message, kind.cost, kind.remedy] {
            #expect(!text.vietnamese.isEmpty && !text.english.isEmpty && text.vietnamese != text.english)
        }
    }

    @Test("a summary counts records and points, and puts first what brings most for the time")
    func summary() throws {
        let reports = [
            try report([.license: []]), try report([.license: [], .description: []]),
            try report([.license: [], .keywords: []]),
        ]
        let summary = QualitySummary(reports)
        #expect(summary.records == 3)
        #expect(summary.meanScore == Double(80 + 65 + 77) / 3)
        let licence = try #require(summary.entries.first)
        #expect(licence.kind == .licenceMissing && licence.records == 3 && licence.points == 60)
        // One setting of the source would take longer than three records.
        #expect(licence.seconds == 3 * 45)
        #expect(summary.entries.map(\.kind) == [.licenceMissing, .descriptionMissing, .keywordsMissing])
        #expect(summary.cheapestFixes().map(\.kind) == [.licenceMissing, .descriptionMissing, .keywordsMissing])
        #expect(summary.cheapestFixes(1).count == 1)
        let many = QualitySummary((0..<1_000).map { _ in reports[0] })
        #expect(many.entries.map(\.seconds) == [600])
        #expect(QualitySummary([]).meanScore == 0)
    }
}
