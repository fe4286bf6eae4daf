import Foundation
import Planting

/// A draft of our own with a citation of each form.
let ownDraft = Source(
  name: "storm-bells.txt",
  bytes: Array(
    """
    RESOLUTION 139 (Rev. Dubai, 2018)

    Storm bells of small harbours

    The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

    recalling

    a) Resolution 71 (Rev. Dubai, 2018) of this conference, on the bells of the Union;

    b) Resolution 140 (Rev. Busan, 2014) of the Plenipotentiary Conference, on ropes;

    c) Resolution 139 (Rev. Dubai, 2018) of this conference, and Resolution 71 (Rev. Dubai, 2018) of \
    this conference;

    d) Resolution 71 (Rev. Buenos Aires, 2017) of WTDC, on clappers;

    e) Resolutions 45 (Rev. Dubai, 2014) and 69 (Rev. Buenos Aires, 2017) of WTDC;

    f) Resolution 646 (Rev.WRC-15) of the World Radiocommunication Conference;

    g) Resolution ITU-R 61-2 (Rev. Sharm el-Sheikh, 2019), on tides;

    h) Action Lines C2, C5 and C6;

    i) Resolution 180 (Guadalajara, 2010) of the Plenipotentiary Conference;

    j) Opinion 4 (Geneva, 2013) of WTPF,

    considering

    that "Resolution 123 (Rev. Dubai, 2018) of this conference" was said aloud,

    resolves

    1 that No. 81 of the Convention and Nos. 92 and 147 of the ITU Constitution apply;

    2 that Council Resolution 1332 and UNGA Resolution 70/125 stand beside them.

    """.utf8))

let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// The drafts of the grammar.
func examples() throws -> [Source] {
  try texts(in: root.appendingPathComponent("Grammar/Examples"))
}

/// Real texts in English, sorted by name; `nil` without the folder that `RESOLUTE_CORPUS` names.
func corpus() throws -> [Source]? {
  guard let path = ProcessInfo.processInfo.environment["RESOLUTE_CORPUS"] else { return nil }
  return try ["pp18", "wrc", "other", "seeds"].flatMap { folder in
    try texts(in: URL(fileURLWithPath: path).appendingPathComponent(folder), prefix: folder + "/")
  }
}

private func texts(in folder: URL, prefix: String = "") throws -> [Source] {
  try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }
    .map {
      Source(
        name: prefix + $0, bytes: Array(try Data(contentsOf: folder.appendingPathComponent($0))))
    }
}

func string(_ bytes: some Sequence<UInt8>) -> String {
  String(decoding: Array(bytes), as: UTF8.self)
}
