/// Reads MARC-in-JSON: an object with `leader` and a list of `fields`, each an object of one tag.
///
/// See Ross Singer, "A Proposal to serialize MARC in JSON" (2010), which the library systems follow.
enum MARCJSONRecord {
    /// The record, nil where `object` has another form.
    static func record(from object: JSONValue) -> MARCRecord? {
        guard let leader = object["leader"]?.text, case .array(let fields) = object["fields"] else { return nil }
        return MARCRecord(leader: leader, fields: fields.compactMap(field))
    }

    private static func field(_ value: JSONValue) -> MARCField? {
        guard case .object(let members) = value, let member = members.first else { return nil }
        if let text = member.value.text { return MARCField(tag: member.key, value: text) }
        guard case .array(let subfields) = member.value["subfields"] else { return nil }
        return MARCField(
            tag: member.key, indicator1: indicator(member.value["ind1"]), indicator2: indicator(member.value["ind2"]),
            subfields: subfields.compactMap(subfield))
    }

    private static func indicator(_ value: JSONValue?) -> Character { value?.text?.first ?? " " }

    private static func subfield(_ value: JSONValue) -> MARCField.Subfield? {
        guard case .object(let members) = value, let member = members.first, let text = member.value.text else {
            return nil
        }
        return .init(code: member.key.first ?? "a", value: text)
    }
}
