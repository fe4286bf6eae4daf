import Glibc
import TestSupport
import Testing

@testable import resolute

@Suite struct FmtTests {
  static let front = """
    # RESOLUTION 999 (Dubai, 2018)

    ## Lamps in small harbours

    The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),


    """
  static let good = front + "*resolves*\n\n1 to light lamps;\n\n2 to ring bells.\n"
  static let bad = front + "*resolves*\n\n1   to light lamps,\n2 to ring bells.\n\n\n"
  static let tabbed =
    front.dropLast() + "resolves\n1\tto light lamps;\n2\tto ring bells.\n"

  @Test func formatsFilesInPlace() throws {
    let scene = try Scene(["a.md": Self.bad, "b.md": Self.good, "README.md": "#  Read  me\n\n\n"])
    let run = try scene.run("fmt", "~")
    #expect(try scene.folder.text("a.md") == Self.good)
    #expect(try scene.folder.text("b.md") == Self.good)
    #expect(try scene.folder.text("README.md") == "#  Read  me\n\n\n")
    #expect(run.output.isEmpty && run.status == 0)
    #expect(run.errors == "resolute: 1 text formatted, 2 unchanged\n")
    #expect(try scene.folder.names() == ["README.md", "a.md", "b.md"])
    #expect(try scene.run("fmt", "~", "--quiet").errors.isEmpty)
  }

  @Test func checkNamesAndChangesNothing() throws {
    let scene = try Scene(["a.md": Self.bad, "b.md": Self.good])
    let run = try scene.run("fmt", "~", "--check")
    #expect(run.output == "~/a.md: would change\n" && run.status == 1)
    #expect(run.errors == "resolute: 1 text would change, 1 unchanged\n")
    #expect(try scene.folder.text("a.md") == Self.bad)
    #expect(try scene.run("fmt", "~/b.md", "--check").status == 0)
  }

  @Test func diffIsAPatchAndChangesNothing() throws {
    let scene = try Scene(["a.md": Self.bad])
    let run = try scene.run("fmt", "~/a.md", "--diff", "-q")
    #expect(run.output.hasPrefix("--- ~/a.md\n+++ ~/a.md\n@@ "))
    #expect(
      run.output.contains("\n-1   to light lamps,\n+1 to light lamps;\n+\n 2 to ring bells.\n"))
    #expect(run.status == 0)
    #expect(try scene.folder.text("a.md") == Self.bad)
    let both = try scene.run("fmt", "~/a.md", "--diff", "--check", "-q")
    #expect(both.output == run.output && both.status == 1)
  }

  @Test func standardInputGoesToStandardOutput() throws {
    var scene = try Scene([".resolute.json": #"{"fmt": {"dialect": "tabbed"}}"#])
    scene.input = Self.bad
    #expect(try scene.run("fmt", "-").output == Self.good)
    // The settings of the place that the text is said to have.
    let run = try scene.run("fmt", "-", "--stdin-filename", "~/a.md")
    #expect(run.output == Self.tabbed && run.errors.isEmpty && run.status == 0)
    #expect(try scene.run("fmt", "-", "--check").output == "-: would change\n")
    scene.input = "not  a resolution\n\n\n"
    let other = try scene.run("fmt", "-")
    #expect(other.output == scene.input)
    #expect(other.errors == "resolute: -: not recognised as a resolution, so not formatted\n")
    #expect(try scene.run("fmt", "-", "~/a.md").status == 2)
  }

  @Test func dialectAndConfiguration() throws {
    let scene = try Scene(["a.md": Self.good, "x.json": #"{"fmt": {"dialect": "tabbed"}}"#])
    #expect(try scene.run("fmt", "~/a.md", "--config", "~/x.json", "--check", "-q").status == 1)
    _ = try scene.run("fmt", "~/a.md", "--dialect", "tabbed")
    #expect(try scene.folder.text("a.md") == Self.tabbed)
    // The command line wins over the configuration.
    _ = try scene.run("fmt", "~/a.md", "--config", "~/x.json", "--dialect", "markdown")
    #expect(try scene.folder.text("a.md") == Self.good)
    let wrong = try scene.run("fmt", "--dialect", "tabed", "~")
    #expect(wrong.errors.hasPrefix("resolute: unknown dialect 'tabed'; did you mean 'tabbed'?\n"))
    #expect(wrong.status == 2)
    try scene.folder.write("x.json", #"{"fmt": {"dialect": "tabed"}}"#)
    let bad = try scene.run("fmt", "~/a.md", "--config", "~/x.json")
    #expect(bad.errors.contains("x.json:1:21") && bad.status == 2)
  }

  @Test func aProfileIsCheckedAndUsed() throws {
    let scene = try Scene(["a.md": Self.good])
    #expect(try scene.run("fmt", "~", "--profile", "fourth").status == 2)
    #expect(try scene.run("fmt", "~", "--profile", "first", "--check").status == 0)
  }

  @Test func lineEndsPermissionsAndLinksStay() throws {
    let windows = Self.bad.replacing("\n", with: "\r\n")
    let scene = try Scene(["a.md": windows])
    let path = scene.folder / "a.md"
    #expect(chmod(path, 0o640) == 0)
    #expect(symlink("a.md", scene.folder / "link.md") == 0)
    _ = try scene.run("fmt", "~/link.md")
    #expect(try scene.folder.text("a.md") == Self.good.replacing("\n", with: "\r\n"))
    var status = stat()
    #expect(lstat(path, &status) == 0 && status.st_mode & 0o7777 == 0o640)
    #expect(lstat(scene.folder / "link.md", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func whatCannotBeReadIsTold() throws {
    let scene = try Scene(["a.md": Self.bad])
    let run = try scene.run("fmt", "~/gone.md", "~/a.md")
    #expect(run.errors.contains("~/gone.md: ") && run.status == 2)
    #expect(try scene.folder.text("a.md") == Self.good)
  }
}
