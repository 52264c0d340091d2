enum StubTerminalCanvas {}
