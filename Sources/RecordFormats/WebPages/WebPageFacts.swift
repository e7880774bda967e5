/// What a web page says of itself, as far as it can describe a learning resource.
struct WebPageFacts {
    struct Script {
        var text = ""
        /// On which it begins, from 1.
        let line: Int
    }

    /// `<script type="application/ld+json">`.
    var scripts: [Script] = []
    var title = ""
    /// `<meta name="description">`, else that of Open Graph.
    var description: String?
    /// `<html lang>`.
    var language: String?
    /// `<link rel="canonical">`, else the address of Open Graph; may be relative.
    var canonical: String?
    /// `<base href>`.
    var base: String?
    /// `rel="license"` of links and anchors.
    var licences: [String] = []
}
