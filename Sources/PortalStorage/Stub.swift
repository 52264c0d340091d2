import GRDB
enum StubG {}
