import Synchronization

/// Lets messages through until the session is over; then nothing may be sent any more.
final class OutletGate: MessageOutlet {
  private let outlet: any MessageOutlet
  private let isClosed = Atomic<Bool>(false)

  init(_ outlet: any MessageOutlet) { self.outlet = outlet }

  func send(_ body: [UInt8]) {
    if !isClosed.load(ordering: .acquiring) { outlet.send(body) }
  }

  func close() { isClosed.store(true, ordering: .releasing) }
}
