import Testing
import Vocabularies

@Suite("VocabularyReader")
struct VocabularyReaderTests {
    private static let header =
        "code\tbroader\tprefLabel_vi\tprefLabel_en\taltLabels_vi\taltLabels_en\texactMatch\tnote\n"

    @Test("reads labels, alternatives and the way up")
    func reads() throws {
        let scheme = try VocabularyReader.scheme(
            .subjects,
            from: Self.header + "08\t\tNông nghiệp\tAgriculture\t\t\t\t\n081\t08\tTrồng trọt\tCrops\tlúa| cây \t\t\t\n",
            file: "subjects.tsv")
        #expect(scheme["081"]?.names == ["Trồng trọt", "Crops", "lúa", "cây"])
        #expect(scheme.path(of: "081").map(\.code) == ["081", "08"])
        #expect(scheme.label(of: "999", in: .vietnamese) == "999")
    }

    @Test(
        "says which line is wrong",
        arguments: [
            (Self.header + "1\t\tA\tB\t\t\t\n", 2), (Self.header + "1\t\tA\tB\t\t\t\t\n1\t\tA\tB\t\t\t\t\n", 3),
            (Self.header + "1\t7\tA\tB\t\t\t\t\n", 2), (Self.header + "1\t\t\tB\t\t\t\t\n", 2), ("code\tbroader\n", 1),
            ("", 1),
            (Self.header + "\t\tA\tB\t\t\t\t\n", 2),
        ])
    func faults(text: String, line: Int) {
        #expect {
            try VocabularyReader.scheme(.subjects, from: text, file: "subjects.tsv")
        } throws: { error in
            (error as? VocabularyError)?.line == line && "\(error)".hasPrefix("subjects.tsv:\(line): ")
        }
    }
}
