import LanguageServerProtocol
import Testing
import Workspace

@testable import LanguageServer

@Suite struct FileURITests {
  @Test(arguments: [
    ("file:///a/b.md", "/a/b.md"), ("FILE:///a", "/a"), ("file://localhost/a", "/a"),
    ("file:///a%20b/%D1%87%d0%b0%D0%B9.md", "/a b/чай.md"), ("file:///a.md#L1", "/a.md"),
    ("file:///100%25.md", "/100%.md"), ("file:///", "/"), ("file:///a^b.md", "/a^b.md"),
  ])
  func leadsToAFile(uri: String, path: String) {
    #expect(FilePath(DocumentURI(uri))?.text == path)
  }

  @Test(arguments: [
    "untitled:1", "file:", "file://", "file://host/a", "file:///%", "file:///%4", "file:///%zz",
    "file:///a%00b", "http://a/b", "", "file:/a",
  ])
  func leadsToNone(uri: String) { #expect(FilePath(DocumentURI(uri)) == nil) }

  @Test(arguments: ["/a b/чай (1).md", "/100%.md", "/a:b/c+d,e", "/\u{FE0F}茶"])
  func comesBack(path: String) {
    let uri = DocumentURI(FilePath(path))
    #expect(uri.rawValue.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    #expect(FilePath(uri)?.text == path)
  }
}
