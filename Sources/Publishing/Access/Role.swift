/// What somebody who signed in with a key may do; whoever has none reads.
package enum Role: String, Codable, CaseIterable, Sendable {
    /// Deposits and changes the resources of one institution.
    case publisher
    /// Reviews deposits, tags, merges and collects, for every institution.
    case curator
    /// Enters observations for one territory and reads its reports.
    case official
    /// Does all of it, and gives keys.
    case administrator
}
