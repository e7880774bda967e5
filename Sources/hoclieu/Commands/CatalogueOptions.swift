import ArgumentParser
import CatalogueStore
import Vocabularies

/// Options of every command.
struct CatalogueOptions: ParsableArguments {
    @Option(help: "Thư mục chứa danh mục · folder of the catalogue.")
    var data = "Index"

    @Option(name: .customLong("lang"), help: "Ngôn ngữ trả lời: vi hoặc en · language of answers: vi or en.")
    var language: PreferredLanguage = .vietnamese

    /// Opens the catalogue, or ends the program with what to do about it.
    func open(_ access: CatalogueStore.Access) throws -> CatalogueStore {
        try explained {
            let store = try CatalogueStore(folder: data, access: access)
            try store.repairPostings { Terminal.writeError($0[language] + "\n") }
            return store
        }
    }

    /// Opens a catalogue for writing that must be there already.
    func existing() throws -> CatalogueStore {
        _ = try open(.read)
        return try open(.write)
    }

    /// Runs `body`; an error made for people ends the program with its message in their language.
    func explained<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            throw Failure(error, language: language)
        }
    }
}

extension PreferredLanguage: ExpressibleByArgument {}
