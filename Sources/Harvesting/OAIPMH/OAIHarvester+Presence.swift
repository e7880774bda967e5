import RecordFormats

extension OAIHarvester {
    /// Asks for one record by its identifier (OAI-PMH 2.0 §4.1): lists lose records where tokens break, or where the
    /// repository counts its pages anew while it is being changed.
    ///
    /// A record that is in none of the sets that are harvested counts as gone.
    ///
    /// - Throws: `CancellationError`, `SpoolError`.
    package func presence(of identifier: String, metadataPrefix: String) async throws -> OAIPresence {
        let arguments = [("verb", "GetRecord"), ("metadataPrefix", metadataPrefix), ("identifier", identifier)]
        do {
            let answer = try await requests.answer(arguments)
            if let error = answer.summary.errors.first { return Self.isGone(error) ? .gone : .unknown }
            guard !answer.summary.isDamaged, let record = try Self.record(in: answer.response) else { return .unknown }
            guard record.identifier == identifier else { return .unknown }
            return record.isDeleted || !isWanted(record) ? .gone : .there(record)
        } catch let error as FetchError {
            guard case .status(let status, _) = error.reason else { return .unknown }
            return status == 404 || status == 410 ? .gone : .unknown
        } catch is RecordFormatError {
            return .unknown
        }
    }

    /// Repositories differ in what they call an identifier they do not know.
    private static func isGone(_ error: OAIError) -> Bool {
        switch error.code {
        case .idDoesNotExist, .cannotDisseminateFormat, .noMetadataFormats, .badArgument, .noRecordsMatch: true
        default: false
        }
    }

    private static func record(in response: FetchedResponse) throws -> OAIRecord? {
        var reader = OAIResponseReader(address: response.address.description, chunks: response.body.chunks())
        while let event = try reader.next() {
            if case .record(let record) = event { return record }
        }
        return nil
    }

    /// Sets are hierarchies: `a:b` lies in `a` (OAI-PMH 2.0 §2.6).
    private func isWanted(_ record: OAIRecord) -> Bool {
        guard !source.sets.isEmpty, !record.setSpecs.isEmpty else { return true }
        return record.setSpecs.contains { spec in source.sets.contains { spec == $0 || spec.hasPrefix($0 + ":") } }
    }
}
