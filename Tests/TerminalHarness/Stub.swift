enum StubH {}
