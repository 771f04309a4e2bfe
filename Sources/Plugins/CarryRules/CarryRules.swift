import Foundation
import PackagePlugin

/// Has `Rules/` and `Cases/` written into the target as Swift text, so that the binary carries them.
@main
struct CarryRules: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let folders = ["Rules", "Cases"].map { context.package.directoryURL.appending(path: $0) }
        let output = context.pluginWorkDirectoryURL.appending(path: "CarriedFiles.swift")
        return [
            .buildCommand(
                displayName: "Carrying Rules and Cases",
                executable: try context.tool(named: "carry-rules").url,
                arguments: [output.path] + folders.map(\.path),
                inputFiles: folders.flatMap(Self.files),
                outputFiles: [output]
            )
        ]
    }

    /// Every file below a folder and the folders themselves, so that a file added or removed is noticed.
    private static func files(below folder: URL) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let below = (found?.compactMap { $0 as? URL } ?? []).sorted { $0.path < $1.path }
        return [folder] + below
    }
}
