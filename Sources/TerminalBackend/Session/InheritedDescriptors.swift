import CTerminal
import Glibc

/// What children get of this program's open files: standard input, output and error, and nothing else.
///
/// Libraries open sockets without marking them, so each place that starts a program sees to it.
public enum InheritedDescriptors {
    /// For `posix_spawn`, as the last of its actions.
    public static func close(in actions: inout posix_spawn_file_actions_t) {
        // It fails for want of memory alone, and then the descriptors are marked all the same.
        _ = ct_spawn_close_others(&actions)
    }

    /// For whatever starts programs in another way.
    public static func closeOnExec() { ct_close_on_exec() }
}
