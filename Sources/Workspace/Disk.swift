import Foundation

/// The few questions that reading asks of the file system.
///
/// They are put to the system itself: all rule and case files are looked for and read each time the
/// program starts, and Foundation would ask several times as much about each of them.
enum Disk {
    enum Kind { case file, folder, other }

    /// Why the system refused, and what.
    struct Failure: Error {
        var code: Int32
        var path: String

        var isOfPermission: Bool { code == EACCES || code == EPERM }
    }

    /// What a path leads to, links followed; `nil` where there is nothing.
    static func kind(of path: String) -> Kind? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        // Devices and pipes may never end.
        default: return .other
        }
    }

    /// The paths, from a folder on, of all that is below it and no folder, in no particular order.
    ///
    /// Hidden files and folders are passed over, and links to folders not followed.
    static func files(below folder: String) throws(Failure) -> [String] {
        var files: [String] = []
        var folders = [""]
        while let inner = folders.popLast() {
            let path = inner.isEmpty ? folder : folder + "/" + inner.dropLast()
            guard let stream = opendir(path) else { throw Failure(code: errno, path: path) }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                guard !name.hasPrefix(".") else { continue }
                let path = inner + name
                if isFolder(entry, folder + "/" + path) {
                    folders.append(path + "/")
                } else {
                    files.append(path)
                }
            }
        }
        return files
    }

    private static func isFolder(_ entry: UnsafeMutablePointer<dirent>, _ path: String) -> Bool {
        guard Int(entry.pointee.d_type) == Int(DT_UNKNOWN) else {
            return Int(entry.pointee.d_type) == Int(DT_DIR)
        }
        // Some file systems say it only when asked.
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Tells the program that runs from every other, and from itself before it was built anew.
    ///
    /// `nil` where the system does not say which file it was started from.
    static let programIdentity: String? = {
        #if os(Linux)
            let path = "/proc/self/exe"
        #else
            let typed = CommandLine.arguments.first ?? ""
            // Without a slash it was looked for in folders that only the shell knows.
            let path = typed.contains("/") ? typed : ""
        #endif
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        #if os(Linux)
            let changed = status.st_mtim
        #else
            let changed = status.st_mtimespec
        #endif
        return "\(status.st_dev) \(status.st_ino) \(status.st_size) \(changed.tv_sec) \(changed.tv_nsec)"
    }()

    /// All bytes of a file.
    ///
    /// - Parameter followingLinks: Whether a link will do, and a device or a pipe that may never end.
    static func contents(of path: String, followingLinks: Bool = true) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | (followingLinks ? 0 : O_NOFOLLOW | O_NONBLOCK))
        guard descriptor >= 0 else { throw Failure(code: errno, path: path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure(code: errno, path: path) }
        return try contents(of: descriptor, status, path)
    }

    /// All bytes of what a path leads to; `nil` where that is no file.
    static func file(_ path: String) -> Result<[UInt8], Failure>? {
        // Not to be kept waiting by a pipe.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            let failure = Failure(code: errno, path: path)
            return kind(of: path) == .file ? .failure(failure) : nil
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Result { () throws(Failure) in try contents(of: descriptor, status, path) }
    }

    /// All bytes of an open file.
    private static func contents(
        of descriptor: Int32, _ status: stat, _ path: String
    ) throws(Failure) -> [UInt8] {
        var code: Int32 = 0
        // One byte more than there should be, so that the end is seen with the first reading.
        var bytes: [UInt8] = []
        var length = Int(status.st_size) + 1
        repeat {
            let missing = length
            let part = [UInt8](unsafeUninitializedCapacity: missing) { buffer, count in
                code = fill(buffer, from: descriptor, &count, endingAt: missing - 1)
            }
            guard code == 0 else { throw Failure(code: code, path: path) }
            if bytes.isEmpty { bytes = part } else { bytes += part }
            // A file that grows meanwhile is read to its end.
            length = part.count < missing ? 0 : max(missing, 4096)
        } while length > 0
        return bytes
    }

    /// A file read from its beginning stretch by stretch, for comparing it with something.
    struct Stretches {
        private let descriptor: Int32

        init(_ descriptor: Int32) { self.descriptor = descriptor }

        /// As many bytes; `nil` where the file is shorter, or that would be more than anybody meant.
        func next(_ length: Int) -> [UInt8]? {
            guard 0...(1 << 24) ~= length else { return nil }
            let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
                _ = Disk.fill(buffer, from: descriptor, &count)
            }
            return bytes.count == length ? bytes : nil
        }

        /// Whether these bytes come next, one text after the other.
        func areNext(_ texts: [[UInt8]]) -> Bool {
            var missing = texts.reduce(0) { $0 + $1.count }
            // Few readings of much: each asks the system.
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 18) { buffer in
                var read = buffer[..<0]
                for text in texts {
                    var rest = text[...]
                    while !rest.isEmpty {
                        if read.isEmpty {
                            var count = 0
                            let stretch = UnsafeMutableBufferPointer(rebasing: buffer.prefix(missing))
                            guard Disk.fill(stretch, from: descriptor, &count) == 0, count == stretch.count
                            else {
                                return false
                            }
                            read = buffer[..<count]
                            missing -= count
                        }
                        let length = min(read.count, rest.count)
                        guard Disk.isSame(rest.prefix(length), read.prefix(length)) else { return false }
                        rest = rest.dropFirst(length)
                        read = read.dropFirst(length)
                    }
                }
                return true
            }
        }
    }

    /// Whether two runs of bytes of the same length are the same.
    private static func isSame(_ left: ArraySlice<UInt8>, _ right: Slice<UnsafeMutableBufferPointer<UInt8>>)
        -> Bool
    {
        left.withUnsafeBytes { left in
            let right = UnsafeRawBufferPointer(UnsafeMutableBufferPointer(rebasing: right))
            guard let one = left.baseAddress, let other = right.baseAddress else { return left.isEmpty }
            return memcmp(one, other, left.count) == 0
        }
    }

    /// Reads until a buffer is full or the file ends; the number of the error if there is one.
    ///
    /// - Parameter length: Where the file is said to end: a reading that asked for more and got as far as
    ///   this has seen the end.
    private static func fill(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, from descriptor: Int32, _ count: inout Int,
        endingAt length: Int? = nil
    ) -> Int32 {
        while count < buffer.count {
            let taken = read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
            if taken > 0 {
                count += taken
                if count == length { return 0 }
            } else if taken == 0 {
                return 0
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}
