import ArgumentParser
import Hummingbird
import GRDB
@main struct DemoCommand: AsyncParsableCommand { func run() async throws {} }
