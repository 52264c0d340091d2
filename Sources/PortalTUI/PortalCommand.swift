import ArgumentParser
import Yams
@main struct PortalCommand: AsyncParsableCommand { func run() async throws {} }
