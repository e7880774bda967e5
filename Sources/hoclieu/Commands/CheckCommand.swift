import ArgumentParser
import CatalogueStore
import Vocabularies

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Kiểm tra danh mục: tệp, bản ghi, chỉ mục · verify the catalogue: file, records, index.")

    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let store = try options.existing()
        let language = options.language
        let check = try options.explained { try store.check() }
        for finding in check.findings {
            let verdict = finding.problem == nil ? "✓" : "✗"
            print("\(verdict) \(finding.name[language]): \(finding.detail)")
            if let problem = finding.problem { print("  \(problem[language])") }
        }
        guard check.isWell else { throw ExitCode.failure }
    }
}
