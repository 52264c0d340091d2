import Testing

/// Against a real proxy that nobody here wrote, HAProxy, as deploy/gateway configures it.
@Suite(
    "Through the gateway", .serialized, .timeLimit(.minutes(5)),
    .enabled(if: GatewayUnderTest.isAtHand, "HAProxy is not at hand: scripts/unpack-servers.sh says why."))
struct GatewayTests {}
