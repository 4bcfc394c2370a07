// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

// Structured clones and message ports, for internal/structured_clone.js and internal/message_port.js.
extension Runtime {
    func definePortBindings(on binding: ScriptValue) {
        // cloneValue(value, transfer, report): a refusal is reported as `reportRefusal` says.
        define("cloneValue", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            guard let serialized = try serialize(arguments, value: 0, transfer: 1, report: 2) else { return }
            let ends = serialized.ports.compactMap(ports.remove)
            switch ports.open(Message(value: serialized, ports: ends, sentAt: messageTime)) {
            case .normal(let pair): arguments.returns(pair.element(0) ?? context.undefined)
            case .thrown(let error): throw .kept(error.leak())
            case .terminated: throw .terminate
            }
        }
        define("portPair", on: binding) { [unowned(unsafe) self] arguments in
            let (first, second) = ports.makePair()
            let numbers = [first, second].map { context.number(Double($0)) }
            arguments.returns(context.array(numbers, in: realm))
        }
        // portObject(prototype): an object to become a port.
        define("portObject", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(context.portObject(prototype: arguments.value(0)))
        }
        define("portAdopt", on: binding) { [unowned(unsafe) self] arguments in
            ports.adopt(arguments.value(0), UInt32(arguments.number(1)))
        }
        definePortTraffic(on: binding)
        definePortState(on: binding)
    }

    private func definePortTraffic(on binding: ScriptValue) {
        define("portPost", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            do throws(CloneFailure) {
                let list = arguments.kind(2) == .object ? arguments.value(2) : nil
                let sending = try ports.send(
                    arguments.value(1), transferring: list, through: UInt32(arguments.number(0)))
                switch sending {
                case .sent: arguments.returns(true)
                case .toNobody: break
                case .endsChannel: arguments.value(3).set("2", to: context.string("target-port"))
                }
            } catch {
                try reportRefusal(error, in: arguments.value(3))
                arguments.returns(false)
            }
        }
        define("portReceive", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            guard let message = ports.receive(UInt32(arguments.number(0))) else { return }
            switch ports.open(message) {
            case .normal(let pair): arguments.returns(pair)
            case .thrown(let error): throw .kept(error.leak())
            case .terminated: throw .terminate
            }
        }
    }

    private func definePortState(on binding: ScriptValue) {
        define("portStart", on: binding) { [unowned(unsafe) self] arguments in
            ports.setStarted(UInt32(arguments.number(0)), true)
        }
        define("portStop", on: binding) { [unowned(unsafe) self] arguments in
            ports.setStarted(UInt32(arguments.number(0)), false)
        }
        define("portSetReferenced", on: binding) { [unowned(unsafe) self] arguments in
            ports.setReferenced(UInt32(arguments.number(0)), arguments.boolean(1))
        }
        define("portHasRef", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(ports.isReferenced(UInt32(arguments.number(0))))
        }
        define("portClose", on: binding) { [unowned(unsafe) self] arguments in
            ports.close(UInt32(arguments.number(0)))
        }
    }

    /// Serializes one argument; nil after a refusal, which is reported.
    func serialize(
        _ arguments: Arguments, value: Int, transfer: Int, report: Int
    ) throws(ThrownError) -> SerializedValue? {
        do throws(CloneFailure) {
            let list = arguments.kind(transfer) == .object ? arguments.value(transfer) : nil
            return try context.serialize(arguments.value(value), transferring: list)
        } catch {
            try reportRefusal(error, in: arguments.value(report))
            return nil
        }
    }

    /// Sets `report[0]` to the culprit, `report[1]` to true and `report[2]` to what is wrong with it; what script
    /// threw is thrown on.
    func reportRefusal(_ failure: CloneFailure, in report: ScriptValue) throws(ThrownError) {
        let kind: String
        switch failure.reason {
        case .thrown: throw .kept(failure.culprit)
        case .notCloneable: kind = "not-cloneable"
        case .untransferredPort: kind = "port-in-message"
        case .notTransferable: kind = "not-transferable"
        case .duplicate: kind = "duplicate"
        case .detached: kind = "detached"
        }
        report.set("0", to: context.adopt(failure.culprit))
        report.set("1", to: context.boolean(true))
        report.set("2", to: context.string(kind))
    }
}
