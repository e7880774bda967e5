import CatalogueModel
import CatalogueStore
import Foundation
import Vocabularies

/// Prints a source and how it stands.
struct SourcePrinter {
    private let state: HarvestSourceState
    private let last: HarvestRun?
    private let language: PreferredLanguage

    init(_ state: HarvestSourceState, last: HarvestRun?, language: PreferredLanguage) {
        self.state = state
        self.last = last
        self.language = language
    }

    /// `ctu-dspace  can-tho-university  oai-pmh  thành công 2026-11-25 …`
    var line: String {
        let source = state.source
        let pause = state.source.pausedReason.map { " [\(text("tạm ngừng", "paused")): \($0)]" } ?? ""
        let run = last.map { RunPrinter($0, language: language).short } ?? text("chưa thu lần nào", "never harvested")
        return [source.id, source.institution, source.sourceProtocol.rawValue, run + pause].map(Terminal.plain)
            .joined(separator: "\t")
    }

    func printFacts(records: [String: Int]) {
        let source = state.source
        print(Terminal.bold(source.id))
        let rows: [(String, String?)] = [
            (text("Đơn vị", "Institution"), source.institution),
            (text("Giao thức", "Protocol"), source.sourceProtocol.rawValue),
            (text("Địa chỉ", "Address"), source.urls.joined(separator: " ")),
            (text("Định dạng", "Formats"), source.formats.isEmpty ? nil : source.formats.joined(separator: ", ")),
            (text("Tập", "Sets"), source.sets.isEmpty ? nil : source.sets.joined(separator: ", ")),
            (text("Giấy phép mặc định", "Default licence"), source.licence),
            (text("Ngôn ngữ mặc định", "Default language"), source.language),
            (text("Liên hệ", "Contact"), source.contact),
            (text("Tệp ánh xạ", "Mapping"), source.mapping.map { "\($0.utf8.count) byte" }),
            (text("Giây giữa hai yêu cầu", "Seconds between requests"), "\(source.delay)"),
            (text("Thu mỗi", "Harvested every"), "\(source.interval / 3600) h"),
            (
                text("Địa chỉ nội bộ", "Private addresses"),
                source.allowsPrivateAddresses ? text("được phép", "allowed") : nil
            ),
            (text("Tạm ngừng vì", "Paused because"), source.pausedReason),
            (text("Đang thu", "Being harvested by"), state.isHarvested(at: Date()) ? state.lease?.holder : nil),
            (text("Lỗi liên tiếp", "Failures in a row"), state.failures > 0 ? "\(state.failures)" : nil),
            (
                text("Lần thu tới", "Next harvest"),
                state.nextRunAt.timeIntervalSince1970 > 0
                    ? RunPrinter.instant(state.nextRunAt) : nil
            ),
            (
                text("Bản ghi", "Records"),
                "\(records["accepted"] ?? 0) \(text("đã nhận", "accepted")), \(records["refused"] ?? 0) "
                    + "\(text("bị từ chối", "refused")), \(records["deleted"] ?? 0) \(text("đã xóa", "deleted"))"
            ),
        ]
        for case (let name, let value?) in rows {
            print("  \(Terminal.faint(name + ":")) \(Terminal.plain(value))")
        }
    }

    func json() throws -> String {
        var object: [String: Any] = [
            "id": state.source.id, "institution": state.source.institution,
            "protocol": state.source.sourceProtocol.rawValue, "urls": state.source.urls,
            "formats": state.source.formats, "sets": state.source.sets, "failures": state.failures,
            "intervalSeconds": state.source.interval, "delaySeconds": state.source.delay,
        ]
        object["pausedReason"] = state.source.pausedReason
        object["licence"] = state.source.licence
        object["mapping"] = state.source.mapping
        object["contact"] = state.source.contact
        object["allowsPrivateAddresses"] = state.source.allowsPrivateAddresses
        object["language"] = state.source.language
        if state.nextRunAt.timeIntervalSince1970 > 0 { object["nextRunAt"] = RunPrinter.instant(state.nextRunAt) }
        if let last { object["lastRun"] = RunPrinter(last, language: language).object }
        let bytes = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: bytes, as: UTF8.self)
    }

    private func text(_ vietnamese: String, _ english: String) -> String {
        LocalisedText(vietnamese: vietnamese, english: english)[language]
    }
}
