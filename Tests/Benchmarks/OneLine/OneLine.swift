import ArgumentParser
import Foundation

/// The least that a command with the libraries of `distretto` does: it reads its arguments, asks
/// Foundation for the working folder, and prints one line.
@main
struct OneLine: ParsableCommand {
    func run() { print(FileManager.default.currentDirectoryPath) }
}
