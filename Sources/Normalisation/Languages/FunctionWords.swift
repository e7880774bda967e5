/// Words that tell languages in Latin letters apart: articles, prepositions and pronouns, and what titles are made of.
///
/// Only English and French are ever told; the others are there so that their texts are not taken for one of the two.
/// Words are as `PlainWords` has them, without marks.
enum FunctionWords {
    /// Words and their weight: 2 where hardly any other language has them.
    static let english = weights(
        strong: """
            the with and your how what why when which this that these those from into about between through their its it
            you we they our my of for are was were been has have using by learn learning guide introduction beginners
            handbook programming exercises essentials fundamentals understanding building getting started thinking
            cookbook book books notes lectures principles approach beginner tutorials
            """,
        weak: "to in on an a is as at or not be can will all more new open practical theory course data science")
    static let french = weights(
        strong: """
            les des une du est sont avec dans pour sur aux ce cette ces qui que ou leur nous vous votre apprendre cours
            donnees programmation debutants partir comment etudes logiciels libres enseignement manuel
            """,
        weak: "le la et en un au par se il elle de d l son sa plus ne pas introduction")
    /// Languages whose words look like English or French ones.
    static let others: [[String: Int]] = [
        // Spanish
        weights(
            strong: "el los las una con para como del por aprende programacion curso introduccion desde su sus guia",
            weak: "la en y de un se es que al lo a"),
        // Portuguese
        weights(
            strong: "os uma com para do da dos das em como programacao introducao aprenda curso ao pelo pela nao",
            weak: "o a e de um se que no na por"),
        // Italian
        weights(
            strong: "il gli della delle dei nel con per una corso introduzione programmazione di che alla sono guida",
            weak: "la le e in un i a da si come"),
        // German
        weights(
            strong: "der die das und mit fur von den dem ein eine einfuhrung ist im zum zur auf nicht grundlagen",
            weak: "in an zu es am des was"),
        // Dutch
        weights(strong: "het een van voor met en op zijn leren naar aan", weak: "de in is te"),
        // Indonesian, Malay
        weights(
            strong: "dan untuk dengan yang dari dalam belajar pemrograman dasar pengantar panduan menggunakan ini pada",
            weak: "di ke itu"),
        // Catalan, Romanian
        weights(strong: "els amb per una del programacio introduccio curs aquest", weak: "la i de en el"),
        weights(strong: "si pentru cu din la limbajul programare introducere este", weak: "in de un o"),
        // Swedish, Danish, Norwegian
        weights(strong: "och att med for som til og av pa ett programmering det ikke inte", weak: "i en den de"),
        // Polish, Czech, Slovak, Croatian, Serbian
        weights(
            strong:
                "i w z na do jest sie dla jezyk programowanie podstawy uvod programovani za je u jazyk programiranje",
            weak: "a to o po od s v"),
        // Turkish, Hungarian, Finnish, Estonian
        weights(strong: "ve ile bir icin programlama giris", weak: "bu da de"),
        weights(strong: "az es egy hogy programozas nyelv bevezetes", weak: "a is"),
        weights(strong: "ja ohjelmointi ohjelmoinnin perusteet programmeerimine", weak: "on"),
        // Filipino, Swahili, Esperanto, Latin
        weights(strong: "ang ng mga ay kung na kwa ya wa katika kaj estas", weak: "sa la et est"),
    ]

    private static func weights(strong: String, weak: String) -> [String: Int] {
        var weights: [String: Int] = [:]
        for word in weak.split(whereSeparator: \.isWhitespace) { weights[String(word)] = 1 }
        for word in strong.split(whereSeparator: \.isWhitespace) { weights[String(word)] = 2 }
        return weights
    }

    /// Syllables that unmarked Vietnamese is full of and that no other language has as words.
    static let unmarkedVietnamese: Set<String> = Set(
        """
        hoc nguoi duoc cua giao trinh huong dan tieng viet nghe truong nhung khong trong voi bang nghiep thuat phap luat
        tuyen toan nghien cuu quan giang bai lap nganh sinh tai lieu nang luong thong kinh chuong kien thuc doi phat trien
        """
        .split(whereSeparator: \.isWhitespace).map(String.init))
}
