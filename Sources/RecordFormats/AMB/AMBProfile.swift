import CatalogueModel
import Vocabularies

/// Checks a record against AMB, the profile of schema.org for educational resources that OERSI and others exchange.
///
/// A record that breaks the profile is still read: each fault is a warning that names the field and what AMB asks of it,
/// so that the institution can mend its export. Records that neither name AMB in `@context` nor look like it are not
/// checked.
struct AMBProfile {
    /// Faults told of one record; a broken export has the same ones again and again.
    private static let faultLimit = 20
    private static let context = "https://w3id.org/kim/amb/context.jsonld"

    private var faults: [RecordFault] = []

    /// What `object` lacks as an AMB record; empty where it is none.
    static func faults(in object: JSONValue) -> [RecordFault] {
        guard case .object(let members) = object else { return [] }
        var profile = Self()
        if namesAMB(object["@context"]) {
            profile.checkContext(object["@context"])
            profile.check(members)
        } else if looksLikeAMB(object) {
            profile.add(.ambContext)
        }
        return Array(profile.faults.prefix(faultLimit))
    }

    private mutating func add(_ fault: RecordFault) {
        if faults.count <= Self.faultLimit { faults.append(fault) }
    }
}

// MARK: The context

extension AMBProfile {
    private static func namesAMB(_ context: JSONValue?) -> Bool {
        switch context {
        case .string(let text): text.contains("w3id.org/kim/amb/")
        case .array(let parts): parts.contains { $0.text?.contains("w3id.org/kim/amb/") == true }
        default: false
        }
    }

    /// Records whose authors left out or mistook the context: `id` and a list of `type`s without `@`, and the context,
    /// if there is one, a list that sets a language.
    private static func looksLikeAMB(_ object: JSONValue) -> Bool {
        guard object["id"] != nil, case .array(let types) = object["type"],
            types.contains(.string("LearningResource"))
        else { return false }
        switch object["@context"] {
        case nil: return true
        case .array(let parts): return parts.contains { $0["@language"] != nil }
        default: return false
        }
    }

    private mutating func checkContext(_ context: JSONValue?) {
        guard case .array(let parts) = context, parts.contains(.string(Self.context)) else { return add(.ambContext) }
        guard let language = parts.lazy.compactMap({ $0["@language"] }).first else {
            return add(.amb("@context", .missingField, .ambDefaultLanguage))
        }
        check(language, .language, at: "@context.@language")
    }
}

// MARK: The fields

extension AMBProfile {
    private static let fields: [String: AMBShape] = [
        "id": .address, "name": .text, "description": .text, "type": .types,
        "creator": .list(.agent(["Person", "Organization"])),
        "contributor": .list(.agent(["Person", "Organization"])),
        "publisher": .list(.agent(["Organization", "Person"])),
        "funder": .list(
            .object(
                ["type": .oneOf(["Person", "FundingScheme", "Organization"]), "id": .address, "name": .text],
                required: [["type"], ["name"]])),
        "about": .listWithID(
            .concept(), below: ["w3id.org/kim/hochschulfaechersystematik/", "w3id.org/kim/schulfaecher/"]),
        "learningResourceType": .listWithID(
            .concept(), below: ["w3id.org/kim/hcrt/", "w3id.org/openeduhub/vocabs/new_lrt/"]),
        "educationalLevel": .list(.concept(.addressBelow(["w3id.org/kim/educationalLevel/"]))),
        "audience": .list(.concept()),
        "license": .license, "keywords": .list(.text), "inLanguage": .list(.language), "image": .address,
        "dateCreated": .date, "datePublished": .date, "dateModified": .date, "duration": .duration,
        "isAccessibleForFree": .boolean, "encoding": .list(.mediaObject(["MediaObject"])),
        "trailer": .mediaObject(["VideoObject", "AudioObject"]),
        "caption": .list(
            .object(
                ["type": .oneOf(["MediaObject"]), "id": .address, "encodingFormat": .text, "inLanguage": .language],
                required: [["id"], ["type"]])),
        "isBasedOn": .list(
            .object(
                [
                    "type": .types, "id": .address, "name": .text,
                    "creator": .list(.agent(["Person", "Organization"])),
                    "license": .license, "provider": .provider,
                ], required: [["id", "name"]])),
        "isPartOf": .part, "hasPart": .part, "teaches": .list(.concept()), "assesses": .list(.concept()),
        "competencyRequired": .list(.concept()),
        "mainEntityOfPage": .list(
            .object(
                [
                    "id": .address, "type": .oneOf(["WebContent"]), "provider": .provider, "dateCreated": .date,
                    "dateModified": .date,
                ], required: [["id"]])),
        "conditionsOfAccess": .concept(
            .addressBelow(["w3id.org/kim/conditionsOfAccess/no_login", "w3id.org/kim/conditionsOfAccess/login"])),
        "interactivityType": .concept(
            .addressBelow(["active", "expositive", "mixed"].map { "purl.org/dcx/lrmi-vocabs/interactivityType/" + $0 })),
    ]

    private mutating func check(_ members: [JSONValue.Member]) {
        let keys = Set(members.map(\.key))
        for key in ["id", "name", "type"] where !keys.contains(key) {
            add(.amb(key, .missingField, .ambRequired))
        }
        for member in members {
            if let shape = Self.fields[member.key] { check(member.value, shape, at: member.key) }
        }
        if case .array(let types) = members.last(where: { $0.key == "type" })?.value,
            !types.contains(.string("LearningResource"))
        {
            add(.amb("type", .missingField, .ambLearningResource))
        }
    }

    private mutating func check(_ value: JSONValue, _ shape: AMBShape, at path: String) {
        switch (shape, value) {
        case (.list(let element), .array(let elements)): check(elements, element, at: path)
        case (.listWithID(let element, let prefixes), .array(let elements)):
            check(elements, element, at: path)
            let hasOne = elements.contains { AMBValues.isBelow(prefixes, $0["id"]?.text ?? "") }
            if !hasOne { add(.amb(path, .unknownCode, .ambOneIDBelow(prefixes))) }
        case (.list, _), (.listWithID, _): add(.amb(path, .wrongType, .ambList))
        case (.object(let shapes, let required), .object(let members)):
            check(members, shapes, required, at: path)
        case (.object, _): add(.amb(path, .wrongType, .ambObject))
        default:
            if let demand = AMBValues.demand(of: shape, on: value) { add(.amb(path, .malformedValue, demand)) }
        }
    }

    private mutating func check(_ elements: [JSONValue], _ shape: AMBShape, at path: String) {
        for (index, element) in elements.enumerated() where faults.count <= Self.faultLimit {
            check(element, shape, at: "\(path)[\(index)]")
        }
    }

    private mutating func check(
        _ members: [JSONValue.Member], _ shapes: [String: AMBShape], _ required: [[String]], at path: String
    ) {
        for group in required where !members.contains(where: { group.contains($0.key) }) {
            add(.amb(path + "." + group.joined(separator: "|"), .missingField, .ambRequired))
        }
        for member in members {
            if let shape = shapes[member.key] { check(member.value, shape, at: path + "." + member.key) }
        }
    }
}
