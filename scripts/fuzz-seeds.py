#!/usr/bin/env python3
"""Writes the texts that tests hold as first inputs of the fuzz targets: fuzz-seeds.py TARGET FOLDER."""
import hashlib
import pathlib
import re
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent / "Tests"
SOURCES = {
    "keys": ["TerminalCanvasTests/KeyDecoderTests.swift", "TerminalCanvasTests/TornAnswerTests.swift",
             "TerminalCanvasTests/PasteTests.swift"],
    "sanitizer": ["TerminalCanvasTests/HostileTextTests.swift", "TerminalCanvasTests/TerminalTextTests.swift",
                  "TerminalCanvasTests/TextWidthTests.swift", "TerminalCanvasTests/TextWrappingTests.swift"],
    "json": ["PortalServicesTests/JSONTests.swift", "PortalServicesTests/SearchAnswerTests.swift",
             "PortalServicesTests/ApplicationAnswerTests.swift", "PortalServicesTests/DatasetAnswerTests.swift",
             "PortalServicesTests/Support/Samples.swift", "PortalServicesTests/REMS/REMSTests.swift"],
    "redirect": ["PortalServicesTests/Identity/BrowserLoginTests.swift"],
    "retry-after": ["PortalServicesTests/RetryTests.swift", "PortalServicesTests/ErrorTranslationTests.swift",
                    "PortalServicesTests/TransportTests.swift"],
    "socketio": ["SocketIOTests/PacketTests.swift", "SocketIOTests/ConversationTests.swift"],
    "turtle": ["PortalServicesTests/FDP/TurtleReaderTests.swift", "PortalServicesTests/FDP/FDPDatasetTests.swift"],
    "query": ["PortalModelTests/Query/QueryLineTests.swift", "PortalModelTests/Query/QueryLoweringTests.swift"],
}
LITERAL = re.compile(r'#"""\n(.*?)\n\s*"""#|#"([^\n]*?)"#|"((?:[^"\\\n]|\\.)*)"', re.DOTALL)
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "0": "\0", '"': '"', "\\": "\\", "'": "'"}


def plain(text):
    text = re.sub(r"\\u\{([0-9A-Fa-f]+)\}", lambda code: chr(int(code[1], 16)), text)
    return re.sub(r"\\(.)", lambda escape: ESCAPES.get(escape[1], escape[0]), text)


def main():
    target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for name in SOURCES[target]:
        for block, raw, text in LITERAL.findall((TESTS / name).read_text(encoding="utf-8")):
            seed = (block or raw or plain(text)).encode("utf-8", "surrogatepass")
            if 1 < len(seed) <= 4096:
                (folder / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
                count += 1
    if count == 0:
        sys.exit(f"the tests hold nothing for {target}")


main()
