import Foundation

/// Why a temporary file failed: the disk is full, the folder is not there.
package struct SpoolError: Error, Hashable, CustomStringConvertible {
    let operation: String
    /// `errno`; 0 where the file ended too early.
    let code: Int32

    package var description: String {
        "temporary file: \(operation): " + (code == 0 ? "unexpected end" : String(cString: strerror(code)))
    }
}
