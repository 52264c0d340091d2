import AsyncHTTPClient
import Logging
enum StubS {}
