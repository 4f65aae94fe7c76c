// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is compiled the same way: Swift 6, explicit existentials and imports, no warnings.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// Where no Hummingbird middleware has to be spelled, an `async` function stays on its caller's actor.
let inward: [SwiftSetting] = strict + [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "selaras",
    products: [
        .executable(name: "selaras", targets: ["selaras"]),
        .executable(name: "selaras-server", targets: ["selaras-server"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
        .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "LibPQ", dependencies: ["CLibPQ"], swiftSettings: inward),
        .target(name: "Phrasing", swiftSettings: inward),
        .target(name: "Measurement", dependencies: ["BigInt"], swiftSettings: inward),
        .target(name: "Planning", dependencies: ["Measurement"], swiftSettings: inward),
        .target(name: "Intake", dependencies: ["Measurement", "Phrasing", "Planning"], swiftSettings: inward),
        .target(name: "Store", dependencies: ["LibPQ", "Measurement", "Planning", crypto], swiftSettings: inward),
        .target(name: "Wire", dependencies: ["Measurement", "Phrasing", "Planning"], swiftSettings: inward),
        .target(
            name: "Secrets",
            dependencies: ["Planning", crypto, .product(name: "CryptoExtras", package: "swift-crypto")],
            swiftSettings: inward),
        .target(
            name: "Contract", dependencies: ["Wire", .product(name: "Yams", package: "Yams")], swiftSettings: inward),
        .target(
            name: "Pages",
            dependencies: [
                "Measurement", "Phrasing", "Planning", "Wire", crypto,
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: inward),
        .target(
            name: "API",
            dependencies: [
                "Contract", "Intake", "Measurement", "Pages", "Phrasing", "Planning", "Secrets", "Wire", crypto,
                logging,
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "selaras-server",
            dependencies: [
                "API", "Contract", "Intake", "LibPQ", "Measurement", "Phrasing", "Planning", "Secrets", "Store", "Wire",
                argumentParser, logging,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "selaras",
            dependencies: [
                "Intake", "Measurement", "Phrasing", "Planning", "TOMLKit", "Wire", argumentParser, crypto,
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .target(
            name: "Support", dependencies: ["Contract", "LibPQ", "Wire"], path: "Tests/Support", swiftSettings: strict),
        .testTarget(
            name: "ContractTests", dependencies: ["Contract", "Phrasing", "Planning", "Support", "Wire"],
            swiftSettings: strict),
        .testTarget(name: "SecretsTests", dependencies: ["Planning", "Secrets"], swiftSettings: inward),
        .testTarget(
            name: "PagesTests", dependencies: ["Measurement", "Pages", "Phrasing", "Planning", "Wire"],
            swiftSettings: inward),
        .testTarget(name: "PhrasingTests", dependencies: ["Phrasing"], swiftSettings: inward),
        .testTarget(name: "LibPQTests", dependencies: ["LibPQ"], swiftSettings: inward),
        .testTarget(
            name: "MeasurementTests", dependencies: ["BigInt", "Measurement"], exclude: ["Fixtures"],
            swiftSettings: inward),
        .testTarget(
            name: "WireTests", dependencies: ["Intake", "Measurement", "Phrasing", "Planning", "Wire"],
            swiftSettings: strict),
        .testTarget(
            name: "APITests",
            dependencies: [
                "API", "Contract", "Intake", "Measurement", "Phrasing", "Planning", "Secrets", "Support", "Wire",
                logging,
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "selarasTests",
            dependencies: [
                "Intake", "Measurement", "Phrasing", "Planning", "Support", "Wire", "selaras", argumentParser,
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "StoreTests", dependencies: ["LibPQ", "Measurement", "Planning", "Store", "Support"],
            swiftSettings: inward),
        .testTarget(
            name: "ServiceTests",
            dependencies: [
                "Contract", "LibPQ", "Phrasing", "Planning", "Store", "Support", "Wire",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .testTarget(name: "StoryTests", dependencies: ["Support"], swiftSettings: strict),
        .testTarget(
            name: "IntakeTests", dependencies: ["Intake", "Measurement", "Phrasing"], exclude: ["Fixtures"],
            swiftSettings: inward),
    ],
    swiftLanguageModes: [.v6]
)
