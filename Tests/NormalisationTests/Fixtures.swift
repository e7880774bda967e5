import CatalogueModel
import Normalisation
import Vocabularies

extension VocabularySet {
    /// A few concepts of every kind.
    static let sample = VocabularySet(
        schemes: [
            ConceptScheme(
                id: .subjects,
                concepts: [
                    concept("01", "Giáo dục và đào tạo", "Education"),
                    concept(
                        "05", "Khoa học tự nhiên, toán học và thống kê", "Natural sciences, mathematics and statistics"),
                    concept("054", "Toán học và thống kê", "Mathematics and statistics", english: ["algebra"]),
                    concept(
                        "061", "Công nghệ thông tin và truyền thông", "ICT",
                        matches: ["http://data.europa.eu/esco/isced-f/061"]),
                    concept("10", "Dịch vụ", "Services"), concept("010", "x", "y"),
                ]),
            ConceptScheme(
                id: .levels,
                concepts: [
                    concept("isced1", "Tiểu học", "Primary education"),
                    concept("isced3", "Trung học phổ thông", "Upper secondary"),
                    concept("vqf4", "Trung cấp (bậc 4)", "VQF level 4"),
                ]),
            ConceptScheme(
                id: .resourceTypes,
                concepts: [
                    concept("case_study", "Nghiên cứu tình huống", "Case study"),
                    concept("course", "Khóa học", "Course"),
                    concept("textbook", "Giáo trình", "Textbook"),
                    concept("video", "Video", "Video", matches: ["https://w3id.org/kim/hcrt/video"]),
                ]),
            ConceptScheme(
                id: .audiences,
                concepts: [
                    concept("general-public", "Mọi người", "General public"),
                    concept("teachers", "Giáo viên", "Teachers"),
                ]),
            ConceptScheme(id: .studyModes, concepts: [concept("online", "Trực tuyến", "Online")]),
            ConceptScheme(
                id: .languages,
                concepts: [
                    concept("en", "Tiếng Anh", "English"), concept("km", "Tiếng Khmer", "Khmer"),
                    concept("vi", "Tiếng Việt", "Vietnamese"),
                ]),
        ],
        licences: LicenceRegister(licences: [
            Licence(
                code: "CC-BY-4.0", url: "https://creativecommons.org/licenses/by/4.0/", openness: .open,
                label: LocalisedText(vietnamese: "CC BY 4.0", english: "CC BY 4.0"))
        ]),
        crosswalks: [.lrmiToResourceTypes: ["Book": "textbook", "VideoObject": "video"]])

    private static func concept(
        _ code: String, _ vietnamese: String, _ english: String, english others: [String] = [], matches: [String] = []
    ) -> Concept {
        Concept(
            code: code, broader: nil, label: LocalisedText(vietnamese: vietnamese, english: english),
            alternativesInEnglish: others, exactMatches: matches)
    }
}

extension SourceRecord {
    /// A record that has all it must, with `values` besides or instead.
    static func sound(_ values: [SourceField: [String]] = [:]) -> SourceRecord {
        let needed: [SourceField: [String]] = [
            .identifier: ["p:1"], .name: ["Đại số"], .url: ["https://a.vn/1"], .publisher: ["p"],
            .license: ["https://creativecommons.org/licenses/by/4.0/"],
        ]
        return SourceRecord(
            location: SourceLocation(file: "in.jsonl", line: 7), values: needed.merging(values) { $1 })
    }
}

/// The resource made of a sound record with `values`, and its warnings.
func normalised(_ values: [SourceField: [String]]) throws -> (resource: LearningResource, warnings: [RecordProblem]) {
    let record = try RecordNormaliser(vocabularies: .sample).normalise(.sound(values))
    return (record.resource, record.warnings)
}

/// Why a sound record with `values` is refused.
func refusals(_ values: [SourceField: [String]]) -> [RecordProblem] {
    do throws(RecordRejection) {
        _ = try RecordNormaliser(vocabularies: .sample).normalise(.sound(values))
        return []
    } catch {
        return error.problems.filter { $0.severity == .refused }
    }
}
