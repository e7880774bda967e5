import CatalogueModel
import Harvesting
import RecordFormats
import Vocabularies

extension HarvestSource {
    /// - Throws: `HarvestStop` where one of them is none.
    var addresses: [HTTPAddress] {
        get throws {
            try urls.map { url in
                do throws(HTTPAddressError) {
                    return try HTTPAddress(url)
                } catch {
                    throw HarvestStop(.unusableAddress(error))
                }
            }
        }
    }

    /// - Throws: `HarvestStop` where the mapping cannot be read.
    var recordMapping: RecordMapping? {
        get throws {
            guard let mapping else { return nil }
            do {
                return try RecordMapping(yaml: mapping, file: id)
            } catch {
                throw HarvestStop(.unusableMapping("\(error)"))
            }
        }
    }
}

extension HarvestNotice {
    static func unusableAddress(_ error: HTTPAddressError) -> Self {
        Self(code: "unusable-address", vietnamese: error.message.vietnamese, english: error.message.english)
    }

    fileprivate static func unusableMapping(_ error: String) -> Self {
        Self(
            code: "unusable-mapping", vietnamese: "Không dùng được tệp ánh xạ: \(error)",
            english: "The mapping file cannot be used: \(error)")
    }
}
