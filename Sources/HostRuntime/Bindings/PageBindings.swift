// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

// What the globals of a page ask of the loop: task queues, timers, frames, idle periods, layout.
extension Runtime {
    func definePageBindings(on binding: ScriptValue) {
        define("queueTask", on: binding) { [unowned(unsafe) self] arguments in
            guard let source = TaskSource(rawValue: UInt8(arguments.number(0))) else { return }
            let handle = arguments.leak(1)
            noteOrigin(arguments.text(2))
            notePlace(of: .task, handle, arguments.text(2))
            loop.queueTask(handle, source: source)
        }
        let sources = context.object(in: realm)
        for source in TaskSource.allCases {
            sources.set("\(source)", to: context.number(Double(source.rawValue)))
        }
        binding.set("taskSources", to: sources)
        define("performCheckpoint", on: binding) { [unowned(unsafe) self] _ throws(ThrownError) in
            if loop.runCheckpoint() == .stop || ending != nil { throw .terminate }
        }
        define("closePage", on: binding) { [unowned(unsafe) self] _ in
            loop.closePage()
        }
        definePageTimerBindings(on: binding)
        defineFrameBindings(on: binding)
        defineIdleBindings(on: binding)
        defineLayoutBindings(on: binding)
    }

    private func definePageTimerBindings(on binding: ScriptValue) {
        define("setPageTimer", on: binding) { [unowned(unsafe) self] arguments in
            let isRepeating = arguments.boolean(1)
            let api = isRepeating ? "setInterval" : "setTimeout"
            noteOrigin(api)
            let id = loop.setPageTimer(timeout: Int32(arguments.number(0)), isRepeating: isRepeating)
            notePlace(of: .timer, id, api)
            arguments.returns(Double(id))
        }
        define("clearPageTimer", on: binding) { [unowned(unsafe) self] arguments in
            loop.clearPageTimer(UInt32(arguments.number(0)))
        }
    }

    private func defineFrameBindings(on binding: ScriptValue) {
        define("requestAnimationFrame", on: binding) { [unowned(unsafe) self] arguments in
            let handle = arguments.leak(0)
            noteOrigin("requestAnimationFrame")
            notePlace(of: .animationFrame, handle, "requestAnimationFrame")
            arguments.returns(Double(loop.requestAnimationFrame(handle)))
        }
        define("cancelAnimationFrame", on: binding) { [unowned(unsafe) self] arguments in
            loop.cancelAnimationFrame(UInt32(arguments.number(0)))
        }
        define("frameTime", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(programTime(loop.frameTime))
        }
    }

    private func defineIdleBindings(on binding: ScriptValue) {
        define("requestIdleCallback", on: binding) { [unowned(unsafe) self] arguments in
            let handle = arguments.leak(0)
            noteOrigin("requestIdleCallback")
            notePlace(of: .idle, handle, "requestIdleCallback")
            let milliseconds = arguments.number(1)
            let timeout = milliseconds > 0 ? UInt64(milliseconds) * 1_000_000 : nil
            arguments.returns(Double(loop.requestIdleCallback(handle, timeout: timeout)))
        }
        define("cancelIdleCallback", on: binding) { [unowned(unsafe) self] arguments in
            loop.cancelIdleCallback(UInt32(arguments.number(0)))
        }
        define("idleTimeRemaining", on: binding) { [unowned(unsafe) self] arguments in
            let now = clock.readByProgram()
            // In the steps of `performance.now()`.
            arguments.returns(Double((max(loop.idleDeadline, now) - now) / 100_000) / 10)
        }
        define("didIdleCallbackTimeOut", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(loop.didIdleCallbackTimeOut)
        }
    }

    private func defineLayoutBindings(on binding: ScriptValue) {
        define("invalidateLayout", on: binding) { [unowned(unsafe) self] arguments in
            layout.invalidate(elements: Int(arguments.number(0)))
            loop.setNeedsRendering()
        }
        define("invalidatePaint", on: binding) { [unowned(unsafe) self] _ in
            loop.setNeedsRendering()
        }
        define("busy", on: binding) { [unowned(unsafe) self] arguments in
            let milliseconds = arguments.number(0)
            if milliseconds > 0 { clock.charge(nanoseconds: UInt64(min(milliseconds, 1e9) * 1e6)) }
        }
        define("forceLayout", on: binding) { [unowned(unsafe) self] _ in
            updateLayout(isForced: true)
        }
        define("frameReport", on: binding) { [unowned(unsafe) self] arguments in
            let report = pageReport
            let result = context.object(in: realm)
            result.set("frames", to: context.number(Double(report.frames.frames)))
            result.set("missedFrames", to: context.number(Double(report.frames.missedFrames)))
            result.set("forcedLayouts", to: context.number(Double(report.forcedLayouts)))
            result.set("longestTask", to: context.number(Double(report.longestTask / 100_000) / 10))
            result.set("longestTaskPlace", to: context.string(report.longestTaskPlace))
            arguments.returns(result)
        }
    }
}
