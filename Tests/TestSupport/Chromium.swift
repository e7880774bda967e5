package import Foundation

/// A real browser, told what to do over a pipe (Chrome DevTools Protocol), for what no page shows by itself: files that are
/// chosen, buttons that are pressed.
///
/// Not for use by more than one task.
package final class Chromium {
    package static let path = "/usr/bin/chromium"

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private let process = Process()
    private let folder: TemporaryFolder
    private let input: FileHandle
    private let output: Int32
    private var buffer = Data()
    private var lastID = 0
    private var session = ""

    /// Starts the browser at the width of a phone.
    package init() throws {
        folder = try TemporaryFolder()
        let (commands, answers) = (folder.path + "/commands", folder.path + "/answers")
        guard mkfifo(commands, 0o600) == 0, mkfifo(answers, 0o600) == 0 else {
            throw Failure(description: "no pipes: \(errno)")
        }
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = [
            "-c",
            "exec \(Self.path) --headless --no-sandbox --disable-gpu --window-size=360,740 --remote-debugging-pipe"
                + " --user-data-dir='\(folder.path)/profile' 3<'\(commands)' 4>'\(answers)' about:blank",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        // The shell opens its ends one after another, and waits for ours.
        guard let input = FileHandle(forWritingAtPath: commands) else { throw Failure(description: "no pipe") }
        self.input = input
        output = Foundation.open(answers, O_RDONLY)
        let targets = try call("Target.getTargets")
        let pages = (targets["targetInfos"] as? [[String: Any]] ?? []).filter { $0["type"] as? String == "page" }
        guard let target = pages.first?["targetId"] as? String else { throw Failure(description: "no page") }
        let attached = try call("Target.attachToTarget", ["targetId": target, "flatten": true])
        session = attached["sessionId"] as? String ?? ""
        _ = try call("Page.enable")
        _ = try call("DOM.enable")
    }

    deinit {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        close(output)
    }

    /// Opens an address and waits until it is loaded.
    package func open(_ address: String) throws {
        _ = try call("Page.navigate", ["url": address])
        try wait(for: "Page.loadEventFired")
    }

    /// Runs a script that leads to another page, and waits until that is loaded.
    package func go(_ script: String) throws {
        _ = try evaluate(script)
        try wait(for: "Page.loadEventFired")
    }

    /// The value of a script, as text.
    @discardableResult
    package func evaluate(_ script: String) throws -> String {
        let answer = try call("Runtime.evaluate", ["expression": script, "returnByValue": true])
        if let fault = answer["exceptionDetails"] { throw Failure(description: "\(fault)") }
        return "\((answer["result"] as? [String: Any])?["value"] ?? "")"
    }

    /// Chooses a file in a file field.
    package func choose(_ file: String, in selector: String) throws {
        let document = try call("DOM.getDocument")
        let root = (document["root"] as? [String: Any])?["nodeId"] as? Int ?? 0
        let node = try call("DOM.querySelector", ["nodeId": root, "selector": selector])["nodeId"] as? Int ?? 0
        _ = try call("DOM.setFileInputFiles", ["files": [file], "nodeId": node])
    }

    /// What the page looks like, as PNG.
    package func screenshot(wholePage: Bool = true) throws -> Data {
        let answer = try call("Page.captureScreenshot", ["captureBeyondViewport": wholePage])
        return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
    }

    private func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
        lastID += 1
        var message: [String: Any] = ["id": lastID, "method": method, "params": parameters]
        if !session.isEmpty { message["sessionId"] = session }
        try input.write(contentsOf: try JSONSerialization.data(withJSONObject: message) + [0])
        while true {
            let answer = try next()
            guard answer["id"] as? Int == lastID else {
                if let event = answer["method"] as? String { events.append(event) }
                continue
            }
            if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
            return answer["result"] as? [String: Any] ?? [:]
        }
    }

    private var events: [String] = []

    private func wait(for event: String) throws {
        while !events.contains(event) {
            if let found = try next()["method"] as? String { events.append(found) }
        }
        events.removeAll()
    }

    /// The next message; a browser that says nothing for two minutes has failed.
    private func next() throws -> [String: Any] {
        while true {
            if let end = buffer.firstIndex(of: 0) {
                let message = buffer[buffer.startIndex..<end]
                buffer.removeSubrange(buffer.startIndex...end)
                return try JSONSerialization.jsonObject(with: Data(message)) as? [String: Any] ?? [:]
            }
            var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 120_000) > 0 else { throw Failure(description: "the browser says nothing") }
            var chunk = [UInt8](repeating: 0, count: 65_536)
            let count = read(output, &chunk, chunk.count)
            guard count > 0 else { throw Failure(description: "the browser has ended") }
            buffer.append(contentsOf: chunk[..<count])
        }
    }
}
