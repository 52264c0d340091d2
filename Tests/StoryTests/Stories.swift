import Testing

/// Stories of the built program in a real terminal, one after the other: each has two processes and a terminal.
@Suite(.serialized, .timeLimit(.minutes(10)))
enum Stories {}
