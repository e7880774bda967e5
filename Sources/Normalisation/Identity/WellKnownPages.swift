/// Pages that are known by several addresses: videos, DOIs, handles, mobile editions.
enum WellKnownPages {
    /// The address by which the page is known best; nil where the address is none of these.
    static func canonical(_ parts: AddressParts) -> AddressParts? {
        switch parts.host {
        case "youtu.be": youTube(parts, video: segments(parts).first)
        case "youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com": youTube(parts)
        case "dx.doi.org", "doi.org", "doi.acm.org":
            with(parts) {
                $0.host = "doi.org"
                // DOIs are the same in any case (DOI Handbook §2.4).
                $0.path = $0.path.lowercased()
                $0.parameters = []
            }
        case "hdl.handle.net": with(parts) { $0.parameters = [] }
        case let host
        where host.hasSuffix(".m.wikipedia.org") || host.hasSuffix(".m.wikibooks.org")
            || host.hasSuffix(".m.wikiversity.org"):
            with(parts) { $0.host = host.replacing(".m.", with: ".") }
        default: nil
        }
    }

    private static func with(_ parts: AddressParts, _ change: (inout AddressParts) -> Void) -> AddressParts {
        var parts = parts
        change(&parts)
        return parts
    }

    private static func segments(_ parts: AddressParts) -> [String] {
        parts.path.split(separator: "/").map(String.init)
    }

    /// A video is its `v`, a playlist its `list`; where to begin and who shared it does not count.
    private static func youTube(_ parts: AddressParts, video: String? = nil) -> AddressParts? {
        let segments = segments(parts)
        var id = video
        if id == nil {
            switch segments.first {
            case "watch": id = parts.parameters.first { $0.name == "v" }?.value
            case "embed", "shorts", "live", "v": id = segments.dropFirst().first
            default: break
            }
        }
        guard video == nil || video.map(isVideo) == true else { return nil }
        return with(parts) {
            $0.host = "youtube.com"
            guard let id, isVideo(id) else {
                $0.parameters.removeAll { ["si", "feature", "pp", "app"].contains($0.name) }
                return
            }
            $0.path = "/watch"
            $0.parameters = [("v", id)]
            $0.fragment = nil
        }
    }

    private static func isVideo(_ id: String) -> Bool {
        !id.isEmpty && id.utf8.allSatisfy { 0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x5F }
    }
}
