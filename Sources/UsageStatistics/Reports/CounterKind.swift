/// The reports of COUNTER 5.1 this catalogue gives.
package enum CounterKind: String, CaseIterable, Sendable {
    case platform = "PR"
    case platformUsage = "PR_P1"
    case item = "IR"
    case multimedia = "IR_M1"

    /// - Parameter name: as in an address: `pr_p1`.
    package init?(name: String) {
        self.init(rawValue: name.uppercased())
    }

    package var name: String {
        switch self {
        case .platform: "Platform Report"
        case .platformUsage: "Platform Usage"
        case .item: "Item Report"
        case .multimedia: "Multimedia Item Requests"
        }
    }

    package var description: String {
        switch self {
        case .platform: "A customizable report that summarizes activity across a provider's platforms."
        case .platformUsage: "Platform-level usage summarized by metric."
        case .item: "A granular, customizable report showing activity at the level of the item."
        case .multimedia: "Requests of multimedia items."
        }
    }

    /// Standard views have their filters and attributes set by the Code of Practice.
    var isStandardView: Bool { self == .platformUsage || self == .multimedia }
    var isByItem: Bool { self == .item || self == .multimedia }

    var metrics: [String] {
        switch self {
        case .platform:
            [
                "Searches_Platform", "Total_Item_Investigations", "Total_Item_Requests", "Unique_Item_Investigations",
                "Unique_Item_Requests", "Unique_Title_Investigations", "Unique_Title_Requests",
            ]
        case .platformUsage:
            ["Searches_Platform", "Total_Item_Requests", "Unique_Item_Requests", "Unique_Title_Requests"]
        case .item:
            [
                "Total_Item_Investigations", "Total_Item_Requests", "Unique_Item_Investigations",
                "Unique_Item_Requests",
            ]
        case .multimedia: ["Total_Item_Requests", "Unique_Item_Requests"]
        }
    }

    /// Data types a view is bound to; nil for all.
    var dataTypes: [String]? {
        self == .multimedia ? ["Audiovisual", "Image", "Interactive_Resource", "Multimedia", "Sound"] : nil
    }

    /// Attributes that can be shown, in the order of columns.
    package var attributes: [String] {
        switch self {
        case .platform: ["YOP", "Access_Type", "Access_Method"]
        case .item: ["Authors", "Publication_Date", "Article_Version", "YOP", "Access_Type", "Access_Method"]
        default: []
        }
    }
}
