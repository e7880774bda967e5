/// What is wrong in a vocabulary, crosswalk or register file, where, and what to do.
///
/// These files ship with the product or are written by its administrators, so an error stops the program.
package struct VocabularyError: Error, Hashable, CustomStringConvertible {
    package let file: String
    /// Line in the file, from 1; the header is line 1.
    package let line: Int
    package let field: String?
    package let problem: String
    package let remedy: String
    /// Problem and remedy in Vietnamese; nil for files only the product ships.
    package let vietnamese: String?

    package init(
        file: String, line: Int, field: String? = nil, problem: String, remedy: String, vietnamese: String? = nil
    ) {
        self.file = file
        self.line = line
        self.field = field
        self.problem = problem
        self.remedy = remedy
        self.vietnamese = vietnamese
    }

    package var message: LocalisedText {
        LocalisedText(vietnamese: place + advice.vietnamese, english: place + advice.english)
    }

    /// Problem and remedy, without where.
    package var advice: LocalisedText {
        LocalisedText(vietnamese: vietnamese ?? "\(problem). \(remedy)", english: "\(problem). \(remedy)")
    }

    package var description: String { place + "\(problem). \(remedy)" }

    private var place: String { "\(file):\(line): \(field.map { "\($0): " } ?? "")" }
}
