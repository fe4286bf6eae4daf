import Glibc
import Synchronization
import TestSupport
import Testing

@testable import resolute

/// Counts how many threads are at work.
private final class Gauge: Sendable {
  private let running = Atomic<Int>(0)
  private let highest = Atomic<Int>(0)
  private let total = Atomic<Int>(0)

  var most: Int { highest.load(ordering: .relaxed) }
  var count: Int { total.load(ordering: .relaxed) }

  func work(microseconds: UInt32) {
    total.add(1, ordering: .relaxed)
    highest.max(running.add(1, ordering: .relaxed).newValue, ordering: .relaxed)
    if microseconds > 0 { usleep(microseconds) }
    running.subtract(1, ordering: .relaxed)
  }
}

@Suite struct PipelineTests {
  @Test(arguments: [1, 2, 3, 8])
  func orderIsThatOfTheItems(_ jobs: Int) {
    var next = 0
    let pipeline = OrderedPipeline<Int, Int>(
      jobs: jobs,
      source: {
        next += 1
        return next <= 500 ? next : nil
      },
      work: { item in
        if item % 17 == 0 { usleep(2_000) }
        return item
      })
    var results: [Int] = []
    pipeline.run {
    } consume: {
      results.append($0)
      return true
    }
    #expect(results == Array(1...500))
  }

  @Test func fewItemsAreUnderWayHoweverSlowTheReader() {
    let gauge = Gauge()
    var next = 0
    let pipeline = OrderedPipeline<Int, Void>(
      jobs: 2,
      source: {
        next += 1
        return next <= 200 ? next : nil
      }, work: { _ in gauge.work(microseconds: 0) })
    var consumed = 0
    var most = 0
    pipeline.run {
    } consume: { _ in
      if consumed < 20 { usleep(2_000) }
      consumed += 1
      most = max(most, gauge.count - consumed)
      return true
    }
    #expect(consumed == 200)
    #expect(most > 0 && most <= 8)
  }

  @Test func jobsWorkAtTheSameTime() {
    func most(_ jobs: Int) -> Int {
      let gauge = Gauge()
      var next = 0
      let pipeline = OrderedPipeline<Int, Void>(
        jobs: jobs,
        source: {
          next += 1
          return next <= 20 ? next : nil
        }, work: { _ in gauge.work(microseconds: 5_000) })
      pipeline.run {
      } consume: { _ in
        true
      }
      return gauge.most
    }
    #expect(most(1) == 1)
    #expect((2...4).contains(most(4)))
  }

  @Test func theOptionSaysHowManyJobs() throws {
    func most(_ jobs: String) throws -> Int {
      let gauge = Gauge()
      var files: [String: String] = [:]
      for number in 0..<20 { files["\(number).md"] = "R\nBAD\n" }
      var scene = try Scene(files)
      let judge = scene.linter.judge
      scene.linter.judge = { text, request in
        gauge.work(microseconds: 5_000)
        return judge(text, request)
      }
      _ = try scene.run("lint", "--jobs", jobs, "-q", "~")
      return gauge.most
    }
    #expect(try most("1") == 1)
    #expect((2...3).contains(try most("3")))
  }

  @Test func stopsWhenNobodyWantsMore() {
    var next = 0
    let pipeline = OrderedPipeline<Int, Int>(
      jobs: 2,
      source: {
        next += 1
        return next
      }, work: { $0 })
    var consumed = 0
    pipeline.run {
    } consume: { _ in
      consumed += 1
      return consumed < 10
    }
    #expect(consumed == 10)
    #expect(next <= 20)
  }

  @Test func jobsChangeNothingInTheReport() throws {
    var files: [String: String] = [:]
    for number in 0..<60 {
      files["\(number % 7)/\(number).md"] =
        "R\n" + String(repeating: "BAD\nODD ", count: number % 5)
    }
    let scene = try Scene(files)
    let runs = try ["1", "2", "16"].map {
      try scene.run("lint", "~", "-fjson", "--jobs", $0).output
    }
    #expect(Set(runs).count == 1)
    #expect(runs[0].contains("case/bad"))
  }

  @Test func jobsOptionLimitsTheThreads() throws {
    func most(_ jobs: String) throws -> Int {
      let gauge = Gauge()
      var scene = try Scene(Dictionary(uniqueKeysWithValues: (0..<12).map { ("\($0).md", "R\n") }))
      scene.linter.judge = { _, _ in
        gauge.work(microseconds: 10_000)
        return .init(recognised: true)
      }
      #expect(try scene.run("lint", "~", "--jobs", jobs).status == 0)
      return gauge.most
    }
    #expect(try most("1") == 1)
    #expect((2...6).contains(try most("6")))
  }
}

@Suite struct ProgressTests {
  @Test func aLineOnATerminalThatIsTakenAway() throws {
    var scene = try Scene(["a.md": "R\nBAD\n", "b.md": "R\n"])
    #expect(try scene.run("lint", "~").errors == "")
    scene.isTerminal = true
    let shown = try scene.run("lint", "~").errors
    #expect(shown.contains(" files"))
    #expect(shown.hasSuffix(Progress.clearLine))
    #expect(try scene.run("lint", "~", "--quiet").errors == "")
  }

  @Test func theLineStaysWhileNothingElseIsWritten() throws {
    var scene = try Scene(Dictionary(uniqueKeysWithValues: (0..<40).map { ("\($0).md", "R\n") }))
    scene.isTerminal = true
    scene.linter.judge = { _, _ in
      usleep(10_000)
      return .init(recognised: true)
    }
    let shown = try scene.run("lint", "~", "--jobs", "1").errors
    let drawn = shown.split(separator: Progress.clearLine, omittingEmptySubsequences: false)
    // Drawn over, not taken away and drawn again: no empty line between two drawings.
    #expect(drawn.count > 3)
    #expect(!drawn.dropFirst().dropLast().contains(""))
  }

  @Test func barOnceTheTotalIsKnown() {
    #expect(Progress.line(done: 5, of: nil, 1) == "5 files, 1 finding")
    #expect(
      Progress.line(done: 5, of: 20, 0)
        == "[######------------------] 25% (5 of 20 files), 0 findings")
    #expect(Progress.line(done: 21, of: 20, 2) == "21 files, 2 findings")
    #expect(Progress.line(done: 0, of: 0, 2) == "0 files, 2 findings")
  }
}
