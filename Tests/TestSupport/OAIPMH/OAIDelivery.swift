/// How the answer of a made-up repository goes over the wire.
enum OAIDelivery {
    private static let xml = [("Content-Type", "text/xml; charset=utf-8")]

    static func steps(_ body: [UInt8], _ fault: OAIFault.Kind?) -> [LoopbackServer.Step] {
        func share(_ part: Double) -> [UInt8] { Array(body.prefix(Int(Double(body.count) * part))) }
        switch fault {
        case .cut(let part): return [.head(200, xml + [("Content-Length", "\(body.count)")], share(part))]
        case .silentlyCut(let part): return [.head(200, xml, share(part))]
        case .status(let status, let retryAfter):
            return [.answer(status, retryAfter.map { [("Retry-After", "\($0)")] } ?? [], text: "Lỗi máy chủ")]
        case .statusOver(let status): return [.answer(status, xml, body: body)]
        case .drip: return drip(body)
        case .webPage:
            return [
                .answer(200, [("Content-Type", "text/html")], text: "<!DOCTYPE html><html><body>Bảo trì</body></html>")
            ]
        case .corrupted(let seed): return [.answer(200, xml, body: Corruption(seed: seed).applied(to: body))]
        default: return [.answer(200, xml, body: body)]
        }
    }

    private static func drip(_ body: [UInt8]) -> [LoopbackServer.Step] {
        let size = max(1, body.count / 20)
        let pieces = stride(from: 0, to: body.count, by: size).flatMap { start -> [LoopbackServer.Step] in
            [.pause(.milliseconds(2)), .bytes(Array(body[start..<min(start + size, body.count)]))]
        }
        return [.head(200, xml + [("Content-Length", "\(body.count)")])] + pieces
    }
}
