import Foundation

/// Whether this run accepts what the program prints now, instead of comparing it:
///
///     DISTRETTO_RECORD=1 swift test --filter 'Goldens|ManualScreens'
///
/// A recording run fails and says so, so that none is taken for a proof.
public let isRecording = ProcessInfo.processInfo.environment["DISTRETTO_RECORD"] != nil
