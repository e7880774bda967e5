import CatalogueModel
import RecordFormats
import Vocabularies

/// Identify and ListMetadataFormats: what must be known of a repository before a list is asked for.
struct OAIFirstContact {
    let source: OAISource
    let requests: OAIRequests
    private(set) var repository: OAIRepository?
    private(set) var metadataPrefix = ""
    private(set) var notices: [HarvestNotice] = []
    private(set) var requestCount = 0

    /// Days where the repository does not say: every repository understands them.
    var granularity: OAIRepository.Granularity { repository?.granularity ?? .day }

    init(source: OAISource, requests: OAIRequests) {
        self.source = source
        self.requests = requests
    }

    /// - Throws: `HarvestStop`, `FetchError`, `CancellationError`.
    mutating func make() async throws {
        try await identify()
        try await chooseFormat()
    }

    private mutating func identify() async throws {
        requestCount += 1
        do {
            let answer = try await requests.answer([("verb", "Identify")])
            notices += answer.response.redirects.map(OAINotices.redirected)
            repository = answer.summary.repository
            if let repository {
                check(repository)
            } else {
                let why = answer.summary.errors.first.map(\.description) ?? "?"
                notices.append(OAINotices.noIdentify(why))
            }
        } catch let error as RecordFormatError {
            // A base URL that answers with a web page is the commonest mistake of all.
            throw HarvestStop(OAINotices.notOAI(error))
        }
    }

    private mutating func check(_ repository: OAIRepository) {
        let isSame = (try? HTTPAddress(repository.baseURL)).map { said in
            said.origin == source.baseURL.origin && Self.withoutSlash(said) == Self.withoutSlash(source.baseURL)
        }
        if isSame != true {
            notices.append(OAINotices.baseURLDiffers(said: repository.baseURL, asked: source.baseURL))
        }
        if repository.protocolVersion != "2.0" { notices.append(OAINotices.otherVersion(repository.protocolVersion)) }
    }

    private static func withoutSlash(_ address: HTTPAddress) -> Substring {
        address.target.hasSuffix("/") ? address.target.dropLast() : address.target[...]
    }

    private mutating func chooseFormat() async throws {
        requestCount += 1
        let fallback = source.metadataPrefixes.contains("oai_dc") ? "oai_dc" : source.metadataPrefixes[0]
        let known: [String]
        do {
            let summary = try await requests.answer([("verb", "ListMetadataFormats")]).summary
            known = summary.metadataPrefixes
            if known.isEmpty {
                let why = summary.errors.first.map(\.description) ?? "0"
                notices.append(OAINotices.formatsUnknown(why, using: fallback))
            }
        } catch let error as RecordFormatError {
            known = []
            notices.append(OAINotices.formatsUnknown(error.message.english, using: fallback))
        }
        guard !known.isEmpty else { return metadataPrefix = fallback }
        for wanted in source.metadataPrefixes {
            if let found = known.first(where: { $0 == wanted })
                ?? known.first(where: { $0.lowercased() == wanted.lowercased() })
            {
                return metadataPrefix = found
            }
        }
        throw HarvestStop(OAINotices.noWantedFormat(wanted: source.metadataPrefixes, known: known))
    }
}
