import LanguageServerProtocol

/// The side of the serial queue: one message at a time, the state in hand.
extension Server {
  func handle(_ item: Item, _ core: inout Core) {
    switch item {
    case .request(let envelope, let reply): handle(envelope, reply, &core)
    case .notification(let envelope): handle(envelope, &core)
    case .response(let envelope, let id):
      guard let id, let completion = client.completion(for: id) else {
        let error = envelope.error.map { ": \($0.message)" } ?? ""
        return host.note("an answer to no request of ours came\(error)")
      }
      completion(&core.state, envelope)
    case .problem(let problem):
      client.log(.error, "broken stream: \(problem)")
      routes.lost(&core.state)
    case .broken: routes.lost(&core.state)
    case .work(let work): work(&core.state)
    case .endOfInput:
      guard core.lifecycle != .exited else { return }
      host.note("the client went away without exit")
      end(status: 1, &core)
    }
  }

  /// Nothing is waiting.
  func rest(_ core: inout Core) {
    guard core.lifecycle == .initialized || core.lifecycle == .running else { return }
    routes.idle(&core.state, client)
  }

  private func handle(_ envelope: Envelope, _ reply: PendingReply, _ core: inout Core) {
    // Cancelled while it waited.
    guard reply.isOpen else { return }
    let method = envelope.method
    if let refusal = core.lifecycle.refusal(ofRequest: method) { return reply.fail(refusal) }
    switch method {
    case InitializeRequest.method: initialize(envelope, reply, &core)
    case ShutdownRequest.method:
      routes.shutdown(&core.state)
      enter(.shutDown, &core)
      reply.succeed(Nothing())
    default:
      guard let route = routes.requests[method] else {
        return reply.fail(.methodNotFound(method))
      }
      let start = ContinuousClock.now
      route(&core.state, envelope, reply, client)
      client.trace(
        "\(method) \(reply.id): \(ContinuousClock.now - start)",
        verbose: envelope.params.map {
          String(decoding: envelope.bytes[$0].prefix(2000), as: UTF8.self)
        })
    }
  }

  private func initialize(_ envelope: Envelope, _ reply: PendingReply, _ core: inout Core) {
    do {
      let request: InitializeRequest = try envelope.params()
      let result = try routes.initialize(&core.state, request, client)
      client.setTrace(request.trace)
      // The reply goes first: nothing else may be sent before it.
      reply.succeed(result)
      enter(.initialized, &core)
      if let process = request.processID { host.watch(process) }
    } catch let error as ResponseError {
      reply.fail(error)
    } catch {
      reply.fail(ResponseError(.invalidParams, "initialize: \(error)"))
    }
  }

  private func handle(_ envelope: Envelope, _ core: inout Core) {
    let method = envelope.method
    guard core.lifecycle.accepts(notification: method) else { return }
    var error: WireError?
    switch method {
    case ExitNotification.method: end(status: core.lifecycle.exitStatus, &core)
    case InitializedNotification.method:
      enter(.running, &core)
      routes.initialized(&core.state, client)
    case SetTraceNotification.method: error = setTrace(envelope)
    default: error = routes.notifications[method]?(&core.state, envelope, client)
    }
    if let error { routes.malformed(&core.state, envelope, error, client) }
  }

  private func setTrace(_ envelope: Envelope) -> WireError? {
    do throws(WireError) {
      client.setTrace(try envelope.params(as: SetTraceNotification.self).value)
      return nil
    } catch {
      return error
    }
  }

  private func enter(_ lifecycle: Lifecycle, _ core: inout Core) {
    core.lifecycle = lifecycle
    client.enter(lifecycle)
  }

  private func end(status: Int32, _ core: inout Core) {
    enter(.exited, &core)
    outlet.close()
    host.exit(status)
  }
}
