import Foundation
import TestSupport
import Testing
import UsageStatistics

@Suite("COUNTER reports")
struct CounterReportTests {
    private static let later = UsageFixture.morning.addingTimeInterval(40 * 86_400)

    private static func fixture() throws -> UsageFixture {
        let fixture = try UsageFixture()
        try fixture.store.append([
            UsageFixture.event(.investigation, 0, item: "example:10"),
            UsageFixture.event(.request, 60, item: "example:10") { $0.path = "/f" },
            UsageFixture.event(.request, 120, item: "example:21", visitor: 2),
            UsageFixture.event(.request, 180, item: "khac:30", visitor: 3) { $0.accessMethod = .tdm },
            UsageFixture.search("tôm", 200),
        ])
        try fixture.roll()
        return fixture
    }

    private static func report(
        _ kind: CounterKind, _ fixture: UsageFixture, _ more: [(name: String, value: String)] = []
    ) throws -> CounterReport {
        var request = try CounterRequest(
            kind,
            parameters: [("customer_id", CounterRequest.world), ("begin_date", "2026-11"), ("end_date", "2026-11")]
                + more)
        request.institution = more.first { $0.name == "requestor_id" }?.value
        return try CounterReport(request, institutionName: "The World", store: fixture.store, at: later)
    }

    private static func lines(_ report: CounterReport) -> [[String]] {
        CounterWriter(report).tsv.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test("a table has thirteen lines of header in order, an empty one, headings, and values as computed by hand")
    func platform() throws {
        let lines = Self.lines(try Self.report(.platform, Self.fixture()))
        #expect(lines[0][0] == "\u{FEFF}Report_Name")
        let labels = lines[1...12].map { $0[0] }
        #expect(
            labels == [
                "Report_ID", "Release", "Institution_Name", "Institution_ID", "Metric_Types", "Report_Filters",
                "Report_Attributes", "Exceptions", "Reporting_Period", "Created", "Created_By", "Registry_Record",
            ])
        #expect(lines[9][1] == "Begin_Date=2026-11-01; End_Date=2026-11-30")
        #expect(lines[13] == [""])
        #expect(lines[14] == ["Platform", "Data_Type", "Metric_Type", "Reporting_Period_Total", "Nov-2026"])
        let body = lines[15...].filter { $0.count == 5 }.map { "\($0[1]) \($0[2]) \($0[3])" }
        #expect(
            body == [
                "Audiovisual Total_Item_Investigations 3", "Audiovisual Total_Item_Requests 2",
                "Audiovisual Unique_Item_Investigations 2", "Audiovisual Unique_Item_Requests 2",
                "Book Total_Item_Investigations 1", "Book Total_Item_Requests 1", "Book Unique_Item_Investigations 1",
                "Book Unique_Item_Requests 1", "Book Unique_Title_Investigations 1", "Book Unique_Title_Requests 1",
                "Platform Searches_Platform 1",
            ])
    }

    @Test("programs are told apart as TDM where asked, and left out of standard views")
    func accessMethods() throws {
        let fixture = try Self.fixture()
        let shown = Self.lines(
            try Self.report(.platform, fixture, [("attributes_to_show", "Access_Method")]))
        #expect(shown[14][2] == "Access_Method")
        #expect(shown.contains { $0.count > 4 && $0[2] == "TDM" && $0[3] == "Total_Item_Requests" && $0[4] == "1" })
        let usage = Self.lines(try Self.report(.platformUsage, fixture))
        #expect(usage[6][1] == "Access_Method=Regular")
        #expect(
            usage.contains { $0.count > 3 && $0[1] == "Audiovisual" && $0[2] == "Total_Item_Requests" && $0[3] == "1" })
    }

    @Test("an item report names items with their identifiers; that of an institution only its own")
    func items() throws {
        let fixture = try Self.fixture()
        let all = Self.lines(try Self.report(.item, fixture))
        #expect(
            all[14] == [
                "Item", "Publisher", "Publisher_ID", "Platform", "DOI", "Proprietary_ID", "ISBN", "Print_ISSN",
                "Online_ISSN", "URI", "Data_Type", "Metric_Type", "Reporting_Period_Total", "Nov-2026",
            ])
        #expect(all.contains { $0.count > 9 && $0[5] == "hoclieu:example:10" && $0[4] == "10.1000/10" })
        let own = Self.lines(try Self.report(.item, fixture, [("requestor_id", "khac")]))
        #expect(Set(own[15...].filter { $0.count > 5 }.map { $0[5] }) == ["hoclieu:khac:30"])
        let multimedia = Self.lines(try Self.report(.multimedia, fixture))
        #expect(multimedia[14].prefix(8).suffix(4) == ["DOI", "Proprietary_ID", "URI", "Data_Type"])
        #expect(Set(multimedia[15...].filter { $0.count > 7 }.map { $0[7] }) == ["Audiovisual"])
    }

    @Test(
        "JSON says the same as the table, without zero months and without a byte order mark",
        arguments: CounterKind.allCases)
    func json(kind: CounterKind) throws {
        let report = try Self.report(kind, Self.fixture())
        let data = try CounterWriter(report).json()
        #expect(data.first == UInt8(ascii: "{"))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let header = try #require(object["Report_Header"] as? [String: Any])
        #expect(header["Report_ID"] as? String == kind.rawValue && header["Release"] as? String == "5.1")
        func sum(_ value: Any) -> Int {
            switch value {
            case let number as Int: number
            case let list as [Any]: list.map(sum).reduce(0, +)
            case let object as [String: Any]:
                object.filter { $0.key != "Item_ID" && $0.key != "YOP" }.values.map(sum).reduce(0, +)
            default: 0
            }
        }
        let lines = Self.lines(report)
        let total = lines[15...].filter { $0.count > 4 }.compactMap { $0.last.flatMap { Int($0) } }.reduce(0, +)
        #expect(sum(object["Report_Items"] ?? []) == total && total > 0)
    }

    @Test("requests that will not do get the exception of the Code of Practice")
    func exceptions() throws {
        func code(_ parameters: [(name: String, value: String)]) -> Int? {
            do throws(CounterException) {
                _ = try CounterRequest(.platform, parameters: parameters)
                return nil
            } catch {
                return error.code
            }
        }
        let customer = ("customer_id", "x")
        #expect(code([("begin_date", "2026-01"), ("end_date", "2026-02")]) == 1030)
        for (begin, end) in [
            ("2026-02", "2026-01"), ("2026-13", "2026-14"), ("x", "y"), ("2026-01-02", "2026-02-28"), ("", ""),
        ] {
            #expect(code([customer, ("begin_date", begin), ("end_date", end)]) == 3020, "\(begin) \(end)")
        }
        #expect(code([customer, ("begin_date", "2026-01-01"), ("end_date", "2026-02-28")]) == nil)
        let odd = try CounterRequest(
            .platform,
            parameters: [
                customer, ("begin_date", "2026-01"), ("end_date", "2026-02"), ("colour", "x"),
                ("metric_type", "Views|Total_Item_Requests"), ("attributes_to_show", "Colour"),
                ("include_component_details", "True"),
            ])
        #expect(odd.exceptions.map(\.code).sorted() == [3050, 3060, 3062, 3063])
        #expect(odd.metrics == ["Total_Item_Requests"])
        let fixture = try Self.fixture()
        let future = try CounterReport(
            CounterRequest(.platform, from: UsageFixture.month, through: UsageFixture.month.advanced(by: 3)),
            institutionName: "x", store: fixture.store, at: Self.later)
        #expect(future.exceptions.map(\.code) == [3031])
        let past = try CounterReport(
            CounterRequest(
                .platform, from: UsageFixture.month.advanced(by: -2), through: UsageFixture.month.advanced(by: -1)),
            institutionName: "x", store: fixture.store, at: Self.later)
        #expect(past.exceptions.map(\.code) == [3032])
        let mixed = try CounterReport(
            CounterRequest(
                .platform, from: UsageFixture.month.advanced(by: -1), through: UsageFixture.month.advanced(by: 2)),
            institutionName: "x", store: fixture.store, at: Self.later)
        let cells = try #require(Self.lines(mixed).first { $0.contains("Searches_Platform") }).suffix(4)
        // No usage could be had before; there was some, then none; the last month is not over.
        #expect(Array(cells) == ["", "1", "0", ""])
        #expect(
            CounterException.codes.allSatisfy {
                CounterException($0).message != "" && CounterException($0).httpStatus >= 200
            })
    }

    @Test(
        "headings and header labels are those of the official samples",
        arguments: [(CounterKind.platform, "PR"), (.platformUsage, "PRP1"), (.item, "IR"), (.multimedia, "IRM1")])
    func samples(kind: CounterKind, name: String) throws {
        let folder = URL(fileURLWithPath: Project.folder).deletingLastPathComponent()
            .appendingPathComponent("shared/data/conformance/counter-r51")
        let files =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        guard let file = files.first(where: { $0.lastPathComponent == "\(name)_sample_r51.tsv" }) else {
            print("skipped: ../shared/data is not here")
            return
        }
        let sample = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .map {
            $0.trimmingCharacters(in: .newlines).split(separator: "\t", omittingEmptySubsequences: false).map(
                String.init)
        }
        let own = Self.lines(
            try Self.report(
                kind, Self.fixture(),
                kind.isByItemForTests
                    ? [("attributes_to_show", "Authors|Publication_Date|Article_Version|YOP|Access_Type|Access_Method")]
                    : [("attributes_to_show", "Access_Method")]))
        for line in 0..<13 { #expect(own[line][0].replacing("\u{FEFF}", with: "") == sample[line][0]) }
        let headings = sample[14].filter { !$0.hasPrefix("Parent_") && !$0.isEmpty && !$0.contains("-2022") }
        #expect(own[14].filter { !$0.hasSuffix("-2026") } == headings)
    }
}

extension CounterKind {
    fileprivate var isByItemForTests: Bool { self == .item || self == .multimedia }
}
