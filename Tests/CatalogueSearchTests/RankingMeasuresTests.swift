import CatalogueSearch
import Testing

@Suite("Ranking measures")
struct RankingMeasuresTests {
    @Test("values computed by hand, as trec_eval defines them")
    func byHand() {
        let grades = ["a": 2, "b": 1, "c": 0, "d": 1]
        // DCG = 1/log2(2) + 2/log2(4) = 2; ideal = 2/log2(2) + 1/log2(3) + 1/log2(4) = 3.1309.
        let measures = RankingMeasures(of: ["b", "x", "a", "c"], grades: grades)
        #expect(abs(measures.nDCG10 - 2 / 3.130929753571457) < 1e-12)
        #expect(measures.reciprocalRank10 == 1)
        #expect(measures.recall100 == 2.0 / 3)
    }

    @Test("unjudged documents count as not relevant, ranks beyond ten not at all")
    func edges() {
        let late = (0..<10).map { "x\($0)" } + ["a"]
        let measures = RankingMeasures(of: late, grades: ["a": 1])
        #expect(measures.nDCG10 == 0 && measures.reciprocalRank10 == 0 && measures.recall100 == 1)
        #expect(RankingMeasures(of: [], grades: ["a": 1]).recall100 == 0)
        #expect(RankingMeasures(of: ["a"], grades: [:]).nDCG10 == 0)
    }

    @Test("judgements are read with and without a header, and a broken line is named")
    func judgements() throws {
        let plain = try Judgements(reading: "q1\td1\t2\nq1\td2\t0\n", file: "x")
        let headed = try Judgements(reading: "query-id\tcorpus-id\tscore\nq1\td1\t2\r\nq1\td2\t0", file: "x")
        #expect(plain.grades == headed.grades && plain.grades["q1"]?["d1"] == 2)
        #expect(throws: EvaluationError.self) { try Judgements(reading: "q1\td1\t1\nq1 d2\n", file: "x") }
    }
}
