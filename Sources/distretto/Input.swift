import Foundation

/// Reads standard input; the only place that does.
enum Input {
    /// Whether text comes from a pipe or a file, and not from a terminal or from nowhere.
    static var isPiped: Bool {
        var status = stat()
        guard fstat(STDIN_FILENO, &status) == 0 else { return false }
        let kind = status.st_mode & S_IFMT
        return kind == S_IFIFO || kind == S_IFREG
    }

    /// All of it.
    static func read() -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = buffer.withUnsafeMutableBytes {
                Foundation.read(STDIN_FILENO, $0.baseAddress, $0.count)
            }
            if count > 0 {
                bytes += buffer[..<count]
            } else if count == 0 || errno != EINTR {
                return bytes
            }
        }
    }

    /// A line typed behind a prompt, without its end; `nil` when there are no more.
    ///
    /// What is typed on a terminal ends the prompt's line by itself; what comes from elsewhere does not.
    static func line(prompt: String) -> String? {
        Output.write(prompt)
        let line = typedLine()
        if line == nil || isatty(STDIN_FILENO) == 0 { Output.write("\n") }
        return line
    }

    /// Read byte by byte, for `readLine` goes on waiting where somebody has broken off.
    private static func typedLine() -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = Foundation.read(STDIN_FILENO, &byte, 1)
            if count == 1, byte != UInt8(ascii: "\n") {
                bytes.append(byte)
            } else if count == 1 || count == 0 && !bytes.isEmpty {
                if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
                return String(decoding: bytes, as: UTF8.self)
            } else if count == 0 || errno != EINTR || InterruptedTyping.hasCome {
                return nil
            }
        }
    }
}
