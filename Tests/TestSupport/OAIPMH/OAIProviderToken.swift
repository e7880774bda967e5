/// What a made-up repository writes into its resumption tokens: the question, and where in the answer it is.
struct OAIProviderToken {
    var verb: String
    var prefix: String
    var set: String
    var from: String
    var until: String
    /// Records before the page.
    var offset: Int
    /// Page of the list, from 0.
    var page: Int
    /// Makes two tokens for the same place differ; 0 for those that shall not.
    var serial: Int

    init(_ request: OAIProviderRequest) {
        verb = request.verb
        prefix = request.arguments["metadataPrefix"] ?? ""
        set = request.arguments["set"] ?? ""
        from = request.arguments["from"] ?? ""
        until = request.arguments["until"] ?? ""
        (offset, page, serial) = (0, 0, 0)
    }

    init?(_ text: String) {
        let parts = text.split(separator: "!", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 8, let offset = Int(parts[5]), let page = Int(parts[6]), let serial = Int(parts[7]) else {
            return nil
        }
        (verb, prefix, set, from, until) = (parts[0], parts[1], parts[2], parts[3], parts[4])
        (self.offset, self.page, self.serial) = (offset, page, serial)
    }

    var text: String { [verb, prefix, set, from, until, "\(offset)", "\(page)", "\(serial)"].joined(separator: "!") }
}
