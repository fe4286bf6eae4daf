import Reporting
import Workspace

/// A report and where it goes.
struct ReportDestination {
  var report: any ReportWriter
  let format: OutputFormat
  /// `nil`: the console.
  let file: OutputFile?
  private var failure: WorkspaceError?

  /// - Parameter path: `nil` for the console.
  init(_ format: OutputFormat, path: FilePath?, isColoured: Bool, context: ReportContext)
    throws(WorkspaceError)
  {
    switch format {
    case .text: report = TextReport(isColoured: isColoured)
    case .compact: report = CompactReport()
    case .json: report = JSONReport(context)
    case .jsonl: report = JSONLinesReport(context)
    case .sarif: report = SarifReport(context)
    case .github: report = GitHubReport(context)
    case .gitlab: report = GitLabReport(context)
    case .junit: report = JUnitReport(context)
    case .markdown: report = MarkdownReport(context)
    }
    self.format = format
    if let path { file = try OutputFile(path) } else { file = nil }
  }

  /// To its file. The first failure is kept for the end; after it nothing more is written.
  mutating func write(_ bytes: [UInt8]) {
    guard let file, failure == nil, !bytes.isEmpty else { return }
    do {
      try file.write(bytes)
    } catch {
      failure = error
    }
  }

  /// Puts the file in its place.
  func finish() throws(WorkspaceError) {
    if let failure { throw failure }
    try file?.commit()
  }
}
