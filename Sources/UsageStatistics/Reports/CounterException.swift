/// An exception of COUNTER 5.1, with the message of Table D.1 of its Code of Practice.
package struct CounterException: Error, Hashable, Sendable {
    package let code: Int
    /// What is added to explain it.
    package let data: String?

    package init(_ code: Int, data: String? = nil) {
        self.code = code
        self.data = data
    }

    /// Message and HTTP status by code.
    private static let known: [Int: (message: String, status: Int)] = [
        1000: ("Service Not Available", 503), 1010: ("Service Busy", 503),
        1011: ("Report Queued for Processing", 202), 1020: ("Client has made too many requests", 429),
        1030: ("Insufficient Information to Process Request", 400),
        2000: ("Requestor Not Authorized to Access Service", 401),
        2010: ("Requestor is Not Authorized to Access Usage for Institution", 403),
        2011: ("Global Reports Not Supported", 403), 2020: ("APIKey Invalid", 401),
        3020: ("Invalid Date Arguments", 400), 3030: ("No Usage Available for Requested Dates", 200),
        3031: ("Usage Not Ready for Requested Dates", 200),
        3032: ("Usage No Longer Available for Requested Dates", 200), 3040: ("Partial Data Returned", 200),
        3050: ("Parameter Not Recognized in this Context", 200), 3060: ("Invalid ReportFilter Value", 200),
        3061: ("Incongruous ReportFilter Value", 200), 3062: ("Invalid ReportAttribute Value", 200),
        3063: ("Components Not Supported", 200), 3070: ("Required ReportFilter Missing", 200),
    ]

    package static let codes = known.keys.sorted()

    package var message: String { Self.known[code]?.message ?? "Service Not Available" }
    package var httpStatus: Int { Self.known[code]?.status ?? 503 }

    /// As it stands in a table: `3030: No Usage Available for Requested Dates (…)`.
    var text: String { "\(code): \(message)" + (data.map { " (\($0))" } ?? "") }
}
