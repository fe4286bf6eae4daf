import Foundation
import Testing

/// The way of the data: a target may import those before it and no others.
@Suite("Architecture")
struct ImportTests {
  /// For each target what it may import; the toolchain's own modules are free unless named below.
  static let allowed: [String: Set<String>] = [
    "Grammar": [],
    "JSON": [],
    "Catalogue": ["Grammar", "JSON"],
    "TextModel": [],
    "Syntax": ["Grammar", "TextModel"],
    "Semantics": ["Syntax", "Catalogue", "Grammar", "TextModel"],
    "Features": ["Rules", "Revision", "Semantics", "Syntax", "Catalogue", "Grammar", "TextModel"],
    "Revision": ["Semantics", "Syntax", "Catalogue", "Grammar", "TextModel"],
    "Rules": ["Revision", "Semantics", "Syntax", "Catalogue", "Grammar", "TextModel"],
    "Configuration": ["JSON", "Rules", "Revision", "Grammar", "TextModel"],
    "Workspace": ["Configuration", "Rules", "Semantics", "Catalogue", "TextModel"],
    "Reporting": ["Rules", "JSON", "TextModel"],
    "LanguageServerProtocol": ["JSON"],
  ]
  static let own = Set(allowed.keys).union([
    "resolute", "Generate", "Benchmarks", "LanguageServer", "Analyses",
  ])

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct Source {
    var target: String
    var path: String
    var text: String
  }

  static let sources: [Source] = {
    var sources: [Source] = []
    for folder in ["Sources", "Grammar"] {
      let base = root.appendingPathComponent(folder)
      let walker = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
      while let file = walker?.nextObject() as? URL {
        guard file.pathExtension == "swift" else { continue }
        let parts = file.path.dropFirst(root.path.count + 1).split(separator: "/").map(String.init)
        let target = parts[0] == "Grammar" ? "Grammar" : parts[1]
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        sources.append(Source(target: target, path: parts.joined(separator: "/"), text: text))
      }
    }
    return sources
  }()

  static func imports(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at <= 1, at + 1 < words.count else {
        return nil
      }
      return String(words[at + 1])
    }
  }

  @Test func importsRunDownwards() {
    #expect(Self.sources.count > 50)
    for source in Self.sources {
      guard let allowed = Self.allowed[source.target] else { continue }
      for name in Self.imports(source.text) where Self.own.contains(name) {
        #expect(allowed.contains(name), "\(source.path) imports \(name)")
      }
    }
  }

  @Test func noTargetImportsAllOfFoundation() {
    for source in Self.sources {
      #expect(!Self.imports(source.text).contains("Foundation"), "\(source.path)")
    }
  }

  /// Nothing below the doors but `Workspace` reads, writes or prints.
  @Test func onlyDoorsAndWorkspaceTouchFiles() {
    let doors: Set<String> = ["Workspace", "resolute", "Generate", "Benchmarks", "LanguageServer"]
    let words = ["fopen(", "print(", "open(", "FileManager", "fputs("]
    for source in Self.sources where !doors.contains(source.target) {
      for line in source.text.split(separator: "\n") where !line.contains("//") {
        for word in words where line.contains(word) {
          let plain =
            line.contains("func \(word)") || line.contains("." + word)
            || line.contains("private") || line.contains("mutating")
          #expect(
            plain || line.contains(" open(") && source.target == "JSON",
            "\(source.path): \(line)")
        }
      }
    }
  }

  @Test func packageNamesNoOtherPackage() throws {
    let text = try String(
      contentsOf: Self.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    #expect(!text.contains(".package("))
  }

  @Test func topLevelIsFixed() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
      .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }.sorted()
    #expect(
      names == ["Grammar", "Package.swift", "README.md", "Sources", "Tests", "editors"])
  }
}
