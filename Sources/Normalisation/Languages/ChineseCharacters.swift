/// Tells Chinese from Japanese where there is nothing but Han characters.
enum ChineseCharacters {
    /// Grammar words and simplified forms that Japanese does not write.
    private static let chinese = Set(
        "的了们这你她很吗吧呢为从书习计设编语论统简动网络开发门应么个说对员级师业东车马鸟鱼长头见贝风飞龙进远过还让给则规组织结构实战图题库资问读讲义导场术专优传标识测试获议处备這們"
            .unicodeScalars.map(\.value))
    /// Forms of characters that only Japanese writes.
    private static let japanese = Set("働円単収売変実対峠帰徳応戦検様権歩気畑発竜経継続総縦覚覧読辺込鉄関駅験".unicodeScalars.map(\.value))

    /// `zh` or `ja`; nil where the characters do not tell.
    static func language(of text: Substring) -> String? {
        var (chinese, japanese) = (0, 0)
        for scalar in text.unicodeScalars {
            if Self.chinese.contains(scalar.value) { chinese += 1 }
            if Self.japanese.contains(scalar.value) { japanese += 1 }
        }
        if chinese > 0, japanese == 0 { return "zh" }
        return japanese > 1 && chinese == 0 ? "ja" : nil
    }
}
