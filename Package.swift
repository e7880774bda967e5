// swift-tools-version: 6.2
import PackageDescription

/// The same settings for every target of this package: Swift 6 concurrency, explicit imports, no warning left standing.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// Counting bits is one instruction on every x86-64 processor since 2008; without this the compiler writes twelve.
#if arch(x86_64)
    let kernelSettings: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-mpopcnt"])]
#else
    let kernelSettings: [SwiftSetting] = []
#endif

extension Target.Dependency {
    static let algorithms = product(name: "Algorithms", package: "swift-algorithms")
    static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
    static let asyncHTTPClient = product(name: "AsyncHTTPClient", package: "async-http-client")
    static let crypto = product(name: "Crypto", package: "swift-crypto")
    static let grdb = product(name: "GRDB", package: "GRDB.swift")
    static let hummingbird = product(name: "Hummingbird", package: "hummingbird")
    static let lifecycle = product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let logging = product(name: "Logging", package: "swift-log")
    static let mustache = product(name: "Mustache", package: "swift-mustache")
    static let nioEmbedded = product(name: "NIOEmbedded", package: "swift-nio")
    static let nioHTTP1 = product(name: "NIOHTTP1", package: "swift-nio")
    static let nioHTTPCompression = product(name: "NIOHTTPCompression", package: "swift-nio-extras")
    static let nioPosix = product(name: "NIOPosix", package: "swift-nio")
    static let nioSSL = product(name: "NIOSSL", package: "swift-nio-ssl")
    static let yams = product(name: "Yams", package: "Yams")
}

let package = Package(
    name: "HocLieu",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "hoclieu", targets: ["hoclieu"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.30.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.36.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "Vocabularies", swiftSettings: settings),
        .target(name: "CatalogueModel", dependencies: ["Vocabularies"], swiftSettings: settings),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .target(name: "TextAnalysis", dependencies: ["CStemmer"], swiftSettings: settings),
        .target(
            name: "RankedPostings",
            swiftSettings: settings + kernelSettings),
        .target(
            name: "RecordFormats", dependencies: ["Vocabularies", "CatalogueModel", "CXML", "CArchive", .yams],
            swiftSettings: settings),
        .target(
            name: "Harvesting",
            dependencies: [
                "Vocabularies", "CatalogueModel", "RecordFormats", .asyncHTTPClient, .crypto, .logging, .nioHTTP1,
                .nioHTTPCompression, .nioPosix, .nioSSL,
            ],
            swiftSettings: settings),
        .target(
            name: "Normalisation", dependencies: ["Vocabularies", "CatalogueModel", "TextAnalysis", "RecordFormats"],
            swiftSettings: settings),
        .target(
            name: "CatalogueStore",
            dependencies: [
                "Vocabularies", "CatalogueModel", "TextAnalysis", "RankedPostings", "RecordFormats", "Normalisation",
                .grdb, .crypto,
            ],
            swiftSettings: settings),
        .target(
            name: "CatalogueSearch",
            dependencies: [
                "Vocabularies", "CatalogueModel", "TextAnalysis", "RankedPostings", "CatalogueStore", .algorithms,
                .grdb,
            ],
            swiftSettings: settings),
        .target(
            name: "Publishing",
            dependencies: [
                "Vocabularies", "CatalogueModel", "TextAnalysis", "RecordFormats", "Normalisation", "CatalogueStore",
                .crypto,
                .grdb,
            ],
            swiftSettings: settings),
        .target(
            name: "UsageStatistics",
            dependencies: [
                "Vocabularies", "CatalogueModel", "TextAnalysis", "RecordFormats", "CatalogueStore", .crypto, .grdb,
            ],
            swiftSettings: settings),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "LearningTargets",
            dependencies: [
                "Vocabularies", "CatalogueModel", "TextAnalysis", "RecordFormats", "CatalogueStore", "UsageStatistics",
                "CXLSXWriter",
                .crypto, .grdb, .yams,
            ],
            swiftSettings: settings),
        .target(
            name: "CatalogueService",
            dependencies: [
                "Vocabularies", "CatalogueModel", "TextAnalysis", "RecordFormats", "Normalisation", "CatalogueStore",
                "CatalogueSearch", "Publishing", "UsageStatistics", "LearningTargets", "CQREncode", .crypto,
                .hummingbird,
                .lifecycle, .logging, .mustache, .nioPosix,
            ],
            resources: [
                .embedInCode("Templates/layout.mustache"), .embedInCode("Templates/search-form.mustache"),
                .embedInCode("Templates/home.mustache"), .embedInCode("Templates/search.mustache"),
                .embedInCode("Templates/resource.mustache"), .embedInCode("Templates/sources.mustache"),
                .embedInCode("Templates/source.mustache"), .embedInCode("Templates/run.mustache"),
                .embedInCode("Templates/help-records.mustache"), .embedInCode("Templates/links.mustache"),
                .embedInCode("Templates/quality.mustache"),
                .embedInCode("Templates/error.mustache"), .embedInCode("Templates/sign-in.mustache"),
                .embedInCode("Templates/deposit-form.mustache"),
                .embedInCode("Templates/deposit-field.mustache"),
                .embedInCode("Templates/deposit-preview.mustache"),
                .embedInCode("Templates/deposit-proposals.mustache"),
                .embedInCode("Templates/resource-facts.mustache"),
                .embedInCode("Templates/deposits.mustache"),
                .embedInCode("Templates/page-links.mustache"),
                .embedInCode("Templates/deposit.mustache"),
                .embedInCode("Templates/history.mustache"),
                .embedInCode("Templates/take-over.mustache"),
                .embedInCode("Templates/versions.mustache"),
                .embedInCode("Templates/differences.mustache"),
                .embedInCode("Templates/upload.mustache"),
                .embedInCode("Templates/upload-report.mustache"), .embedInCode("Templates/row-problems.mustache"),
                .embedInCode("Templates/review.mustache"),
                .embedInCode("Templates/report-decision.mustache"),
                .embedInCode("Templates/review-one.mustache"),
                .embedInCode("Templates/report.mustache"),
                .embedInCode("Templates/form-token.mustache"),
                .embedInCode("Templates/institutions.mustache"), .embedInCode("Templates/institution.mustache"),
                .embedInCode("Templates/collections.mustache"), .embedInCode("Templates/collection.mustache"),
                .embedInCode("Templates/collection-sheet.mustache"), .embedInCode("Templates/package.mustache"),
                .embedInCode("Templates/collection-new.mustache"), .embedInCode("Templates/collection-edit.mustache"),
                .embedInCode("Templates/collection-fields.mustache"),
                .embedInCode("Templates/translation.mustache"), .embedInCode("Templates/relations.mustache"),
                .embedInCode("Templates/my-list.mustache"), .embedInCode("Templates/translations.mustache"),
                .embedInCode("Templates/targets.mustache"), .embedInCode("Templates/plan.mustache"),
                .embedInCode("Templates/target.mustache"), .embedInCode("Templates/target-enter.mustache"),
                .embedInCode("Templates/coverage.mustache"), .embedInCode("Templates/usage.mustache"),
                .embedInCode("Templates/gaps.mustache"),
                .embedInCode("Templates/tags.mustache"), .embedInCode("Templates/tag.mustache"),
                .embedInCode("Templates/automatic.mustache"), .embedInCode("Templates/tag-edit.mustache"),
                .embedInCode("Templates/resource-tags.mustache"),
                .embedInCode("Templates/review-tags.mustache"), .embedInCode("Templates/tag-bulk.mustache"),
                .embedInCode("Templates/my-list.js"), .embedInCode("Templates/my-list-worker.js"),
                .embedInCode("Templates/style.css"), .embedInCode("Templates/icon.svg"),
                .embedInCode("Templates/openapi.json"), .embedInCode("Templates/suggest.js"),
                .embedInCode("Templates/deposit.js"),
            ],
            swiftSettings: settings),
        .target(
            name: "CatalogueHarvest",
            dependencies: [
                "Vocabularies", "CatalogueModel", "RecordFormats", "Harvesting", "CatalogueStore", .lifecycle,
                .logging, .nioPosix,
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "hoclieu",
            dependencies: [
                "Vocabularies", "CatalogueModel", "RecordFormats", "Normalisation", "CatalogueStore", "CatalogueSearch",
                "CatalogueService", "CatalogueHarvest", "Harvesting", "Publishing", "UsageStatistics",
                "LearningTargets", .argumentParser,
                .hummingbird,
                .lifecycle, .logging,
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "hoclieu-bench",
            dependencies: [
                "TextAnalysis", "RankedPostings", "CatalogueModel", "RecordFormats", "CatalogueStore",
                "CatalogueSearch",
                "CatalogueService", "Publishing", "UsageStatistics", "Vocabularies",
                .argumentParser, .grdb, .hummingbird, .logging, .nioEmbedded,
            ],
            resources: [.embedInCode("Peers/tantivy_engine.py"), .embedInCode("Peers/xapian_engine.py")],
            swiftSettings: settings),
        .target(
            name: "TestSupport",
            dependencies: [
                "Vocabularies", "CatalogueModel", "CatalogueStore", "CatalogueSearch", "CatalogueService", "Harvesting",
                "Publishing", "UsageStatistics", .asyncHTTPClient, .lifecycle, .logging, .nioHTTP1, .nioPosix,
            ],
            path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(
            name: "RankedPostingsTests", dependencies: ["RankedPostings", .grdb], swiftSettings: settings),
        .testTarget(name: "VocabulariesTests", dependencies: ["Vocabularies"], swiftSettings: settings),
        .testTarget(name: "CatalogueModelTests", dependencies: ["CatalogueModel"], swiftSettings: settings),
        .testTarget(
            name: "TextAnalysisTests", dependencies: ["TextAnalysis", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "RecordFormatsTests", dependencies: ["RecordFormats", "CatalogueModel", "Vocabularies"],
            swiftSettings: settings),
        .testTarget(
            name: "HarvestingTests",
            dependencies: ["Harvesting", "RecordFormats", "CatalogueModel", "Vocabularies", "TestSupport", .nioPosix],
            swiftSettings: settings),
        .testTarget(
            name: "CatalogueHarvestTests",
            dependencies: [
                "CatalogueHarvest", "CatalogueStore", "CatalogueModel", "Harvesting", "TestSupport", "Vocabularies",
                .grdb,
                .logging,
            ],
            swiftSettings: settings),
        .testTarget(
            name: "NormalisationTests",
            dependencies: ["Normalisation", "CatalogueModel", "TestSupport", "Vocabularies"], swiftSettings: settings),
        .testTarget(
            name: "CatalogueStoreTests",
            dependencies: [
                "CatalogueStore", "CatalogueModel", "Normalisation", "RankedPostings", "RecordFormats", "TestSupport",
                "Vocabularies", .grdb,
            ],
            swiftSettings: settings),
        .testTarget(
            name: "CatalogueSearchTests",
            dependencies: ["CatalogueSearch", "CatalogueStore", "CatalogueModel", "TestSupport", "Vocabularies"],
            swiftSettings: settings),
        .testTarget(
            name: "CatalogueServiceTests",
            dependencies: [
                "CatalogueService", "CatalogueSearch", "CatalogueStore", "CatalogueModel", "Normalisation",
                "Publishing", "RecordFormats", "TestSupport", "UsageStatistics", "LearningTargets", .crypto, .grdb,
                .hummingbird, .logging,
            ],
            swiftSettings: settings),
        .testTarget(
            name: "PublishingTests",
            dependencies: [
                "Publishing", "CatalogueStore", "CatalogueModel", "CatalogueSearch", "Normalisation", "RecordFormats",
                "TestSupport", "Vocabularies", .grdb,
            ],
            swiftSettings: settings),
        .testTarget(
            name: "LearningTargetsTests",
            dependencies: [
                "LearningTargets", "UsageStatistics", "CatalogueStore", "CatalogueModel", "Publishing", "TestSupport",
                "Vocabularies", .grdb,
            ],
            swiftSettings: settings),
        .testTarget(
            name: "UsageStatisticsTests",
            dependencies: [
                "UsageStatistics", "CatalogueStore", "CatalogueModel", "TestSupport", "Vocabularies", .grdb,
            ],
            swiftSettings: settings),
        .testTarget(
            name: "HocLieuTests", dependencies: ["hoclieu", "CatalogueModel", "CatalogueStore", "TestSupport", .grdb],
            swiftSettings: settings),
    ]
)
