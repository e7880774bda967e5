package import Foundation
package import Vocabularies

/// Something that was asked of the catalogue and answered well (200 or 304), as it is told to the recorder.
///
/// Address and agent live only until the event has a session key: neither is ever stored.
package struct UsageEvent: Sendable {
    package enum Kind: Int, CaseIterable, Sendable {
        /// A list of hits.
        case search = 1
        /// The page of a resource (COUNTER: investigation).
        case investigation = 2
        /// Content or a full record served here (COUNTER: request, and an investigation at once).
        case request = 3
        /// A way out to the resource itself, a metric of ours.
        case outClick = 4
        case feed = 5
        case api = 6
        case harvest = 7
    }

    /// How it was reached (COUNTER 5.1 §3.3.6).
    package enum AccessMethod: Int, CaseIterable, Sendable {
        case regular = 0
        /// By programs: API and harvests.
        case tdm = 1
    }

    package enum Channel: Int, CaseIterable, Sendable {
        case portal = 0
        case widget = 1
        case feed = 2
        case qr = 3
        /// The institution's own server, by its access log.
        case server = 4

        /// Name in addresses (`?via=`) and tables.
        package var name: String { ["portal", "widget", "feed", "qr", "server"][rawValue] }

        package var label: LocalisedText {
            switch self {
            case .portal: LocalisedText(vietnamese: "Trang danh mục", english: "Pages of the catalogue")
            case .widget: LocalisedText(vietnamese: "Khung nhúng", english: "Widget")
            case .feed: LocalisedText(vietnamese: "Nguồn tin", english: "Feeds")
            case .qr: LocalisedText(vietnamese: "Mã QR", english: "QR codes")
            case .server:
                LocalisedText(
                    vietnamese: "Máy chủ của đơn vị, theo nhật ký", english: "Institutions' own servers, by their logs")
            }
        }

        /// The channel of a name in a table; nil for no channel.
        package init?(tableName: String) {
            guard let channel = Self.allCases.first(where: { $0.name == tableName }) else { return nil }
            self = channel
        }

        /// The channel an address may name: nobody says of a request to us that it went to another server.
        package init?(name: String) {
            guard let channel = Self.allCases.first(where: { $0.name == name && $0 != .server }) else { return nil }
            self = channel
        }
    }

    package var at: Date
    package var kind: Kind
    /// Identifier of the resource.
    package var item: String?
    /// Of the list it was reached from.
    package var collection: String?
    package var accessMethod = AccessMethod.regular
    package var channel = Channel.portal
    /// Path asked for: two of the same within 30 seconds are a double-click.
    package var path: String
    /// What was searched, as typed, and everything that makes a result set: filters and order, but no page.
    package var query: String?
    package var resultSet: String?
    package var page = 1
    package var hits: Int?
    /// Curators and administrators at work, who are left out of everything.
    package var isStaff = false
    package var address: String
    package var agent: String

    package init(_ kind: Kind, at: Date, path: String, address: String, agent: String) {
        self.kind = kind
        self.at = at
        self.path = path
        self.address = address
        self.agent = agent
    }
}
