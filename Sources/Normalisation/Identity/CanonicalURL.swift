import Foundation

/// One spelling for all addresses of the same page: for finding the same resource twice, never for showing or opening.
///
/// Scheme, `www.`, default ports, tracking parameters, fragments, directory indexes, the closing slash and the order of
/// parameters do not count; video and DOI addresses have one form each.
///
///     CanonicalURL("http://www.Example.org:80/a/index.html?utm_source=x&b=1#top")?.rawValue
///     // "https://example.org/a?b=1"
package struct CanonicalURL: Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String

    package var description: String { rawValue }

    /// Nil where `text` is no http or https address, nor a DOI or handle (`doi:10.1000/182`, `hdl:2027/x`), and for handles
    /// under the prefix that DSpace ships with: repositories share it, so that one address means many pages.
    package init?(_ text: String) {
        guard let parts = AddressParts(text.precomposedStringWithCanonicalMapping) else { return nil }
        let known = WellKnownPages.canonical(parts) ?? parts
        guard known.host != "hdl.handle.net" || !known.path.hasPrefix("/\(WorldIdentifier.unregisteredPrefix)/") else {
            return nil
        }
        rawValue = known.canonical
    }
}
