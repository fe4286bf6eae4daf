// swift-tools-version: 6.1

import PackageDescription

// Targets stand in the order in which data flows through them; imports only run downwards.
// `Tests/ArchitectureTests` fails when a file imports a target that is not named here.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release)),
]

/// Programs bring Swift's library with them: they run where there is none, and start and run faster.
let programs: [LinkerSetting] = [
  .unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))
]

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil,
  exclude: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path,
    exclude: path == "Grammar"
      ? ["README.md", "Trust.md", "Examples", "Data", "Rules", "Site"] : exclude,
    swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "resolute",
  products: [
    .executable(name: "resolute", targets: ["resolute"])
  ],
  targets: [
    library("Grammar", path: "Grammar"),
    library("JSON"),
    library("Catalogue", ["Grammar", "JSON"], exclude: ["Data"]),
    library("TextModel"),
    library("Syntax", ["Grammar", "TextModel"]),
    library("Semantics", ["Syntax", "Catalogue", "Grammar", "TextModel"]),
    library("Revision", ["Semantics", "Syntax", "Catalogue", "Grammar", "TextModel"]),
    library("Rules", ["Revision", "Semantics", "Syntax", "Catalogue", "Grammar", "TextModel"]),
    library(
      "Features",
      ["Rules", "Revision", "Semantics", "Syntax", "Catalogue", "Grammar", "TextModel"]),
    library("Configuration", ["JSON", "Rules", "Revision", "Grammar", "TextModel"]),
    library("Workspace", ["Configuration", "Rules", "Semantics", "Catalogue", "TextModel"]),
    library("Reporting", ["Rules", "JSON", "TextModel"]),
    library("LanguageServerProtocol", ["JSON"]),
    library(
      "LanguageServer",
      [
        "LanguageServerProtocol", "Workspace", "Configuration", "Features", "Rules", "Revision",
        "Semantics", "Syntax", "Catalogue", "Grammar", "TextModel", "JSON",
      ]),
    .executableTarget(
      name: "resolute",
      dependencies: [
        "LanguageServer", "Reporting", "Workspace", "Configuration", "Rules", "Revision",
        "Semantics", "Syntax", "Catalogue", "Grammar", "TextModel", "JSON",
      ],
      swiftSettings: settings, linkerSettings: programs),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "LanguageServer", "LanguageServerProtocol", "Features", "Rules", "Revision", "Semantics",
        "Syntax", "Grammar", "TextModel", "JSON", "Revising", "Planting", "Editing",
      ],
      swiftSettings: settings, linkerSettings: programs),
    .executableTarget(
      name: "Generate", dependencies: ["Configuration", "JSON"], swiftSettings: settings,
      linkerSettings: programs),
    tests("Grammar", ["Grammar", "Generate"]),
    tests("JSON", ["JSON", "TestSupport"]),
    tests("LanguageServerProtocol", ["LanguageServerProtocol", "JSON", "TestSupport"]),
    tests(
      "LanguageServer",
      [
        "resolute", "LanguageServer", "LanguageServerProtocol", "Workspace", "Configuration",
        "Features", "Rules", "Semantics", "Syntax", "Catalogue", "Grammar", "TextModel", "JSON",
        "TestSupport",
      ]),
    tests(
      "Features",
      [
        "Features", "Rules", "Revision", "Semantics", "Syntax", "Catalogue", "Grammar",
        "TextModel", "TestSupport",
      ]),
    tests(
      "Revision",
      [
        "Editing", "Revision", "Rules", "Semantics", "Syntax", "Grammar", "TextModel",
        "TestSupport",
      ]),
    tests("Semantics", ["Semantics", "Syntax", "Grammar", "TextModel"]),
    tests(
      "Rules",
      ["Rules", "Semantics", "Syntax", "Catalogue", "Grammar", "TextModel", "TestSupport"]),
    .target(
      name: "Planting", path: "Tests/Planting", exclude: ["Data"], swiftSettings: settings),
    tests("Planting", ["Planting"]),
    .target(
      name: "Revising", dependencies: ["Planting"], path: "Tests/Revising",
      swiftSettings: settings),
    tests("Revising", ["Revising", "Planting"]),
    .target(
      name: "Editing", dependencies: ["Rules", "Revision", "Semantics", "Syntax", "TextModel"],
      path: "Tests/Editing", swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["Planting"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("Configuration", ["Configuration", "JSON", "Rules", "TestSupport"]),
    tests(
      "Workspace",
      [
        "Workspace", "Configuration", "Rules", "Semantics", "Syntax", "Catalogue", "TextModel",
        "JSON", "TestSupport",
      ]),
    tests("Reporting", ["Reporting", "Rules", "TextModel", "TestSupport"]),
    tests(
      "Resolute",
      [
        "resolute", "Reporting", "Workspace", "Configuration", "Rules", "TextModel", "JSON",
        "TestSupport",
      ]),
    tests("Architecture", []),
    tests(
      "Corpus",
      [
        "Planting", "Revising", "Revision", "Features", "Rules", "Semantics", "Syntax", "Catalogue",
        "Grammar", "TextModel",
      ]),
    tests("Syntax", ["Syntax", "Semantics", "Grammar", "TextModel", "TestSupport"]),
    tests("Catalogue", ["Catalogue", "Grammar", "Generate", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
