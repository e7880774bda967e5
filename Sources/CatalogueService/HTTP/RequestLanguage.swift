import Hummingbird
import Vocabularies

extension Request {
    /// The query as a form sends it.
    var formQuery: FormQuery { FormQuery(uri.query) }

    /// `lang=en` asks for English; everything else is answered in Vietnamese.
    var language: PreferredLanguage { formQuery["lang"] == PreferredLanguage.english.rawValue ? .english : .vietnamese }
}
