import Foundation
import Testing

@testable import TerminalCanvas

@Suite("Colours")
struct ThemeTests {
    /// The sixteen colours of a usual terminal, what it writes with, and its backgrounds.
    struct Terminal: CustomTestStringConvertible, Sendable {
        var name: String
        var colors: [Int]
        var dark: (background: Int, text: Int)
        var light: (background: Int, text: Int)
        var testDescription: String { name }
    }

    static let terminals = [
        Terminal(
            name: "xterm",
            colors: [
                0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000,
                0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
            ], dark: (0x000000, 0xE5E5E5), light: (0xFFFFFF, 0x000000)),
        Terminal(
            name: "Solarized",
            colors: [
                0x073642, 0xDC322F, 0x859900, 0xB58900, 0x268BD2, 0xD33682, 0x2AA198, 0xEEE8D5, 0x002B36, 0xCB4B16,
                0x586E75, 0x657B83, 0x839496, 0x6C71C4, 0x93A1A1, 0xFDF6E3,
            ], dark: (0x002B36, 0x839496), light: (0xFDF6E3, 0x657B83)),
        Terminal(
            name: "macOS Terminal",
            colors: [
                0x000000, 0x990000, 0x00A600, 0x999900, 0x0000B2, 0xB200B2, 0x00A6B2, 0xBFBFBF, 0x666666, 0xE50000,
                0x00D900, 0xE5E500, 0x0000FF, 0xE500E5, 0x00E5E5, 0xE5E5E5,
            ], dark: (0x000000, 0xBFBFBF), light: (0xFFFFFF, 0x000000)),
    ]

    @Test("Every role can be read on the usual terminals", arguments: terminals, [ColorDepth.sixteen, .indexed])
    func contrast(terminal: Terminal, depth: ColorDepth) {
        for (theme, ground) in [(Theme.dark, terminal.dark), (.light, terminal.light)] {
            // Solarized's own text stays below 4.5 on its light background: nothing has to be more readable than that.
            let least = min(4.5, Self.contrast(ground.text, ground.background))
            expectReadable(Palette(depth, theme), terminal, on: ground.background, least)
        }
    }

    @Test("What is used on an unknown background can be read on black and on white")
    func unknownBackground() {
        for depth in [ColorDepth.sixteen, .indexed] {
            for background in [0x000000, 0xFFFFFF] {
                expectReadable(Palette(depth, .unknown), Self.terminals[0], on: background, 4.5)
            }
        }
    }

    @Test("Without colours nothing has one")
    func mono() {
        for role in StyleRole.allCases {
            #expect(Palette.mono[role].foreground == -1 && Palette.mono[role].background == -1)
        }
    }

    @Test(
        "The terminal's answer tells light from dark",
        arguments: [
            ("11;rgb:ffff/ffff/ffff", Theme.light), ("11;rgb:0000/2b2b/3636", .dark), ("11;rgb:fd/f6/e3", .light),
            ("11;rgba:1e1e/1e1e/1e1e/ffff", .dark), ("11;rgb:f/f/f", .light), ("11;rgb:", nil), ("11;rgb:zz/0/0", nil),
            ("10;rgb:ffff/ffff/ffff", nil), ("11;?", nil), ("11;rgb:fffff/0/0", nil), ("", nil), ("11;rgb:-1/0/0", nil),
        ])
    func answer(text: String, expected: Theme?) { #expect(Theme(backgroundAnswer: text) == expected) }

    @Test(
        "COLORFGBG is a hint",
        arguments: [
            ("15;0", Theme.dark), ("0;15", .light), ("0;default;15", .light), ("7;8", .dark), ("0;7", .light),
            ("", nil), ("15;default", nil), ("1;99", nil),
        ])
    func hint(text: String, expected: Theme?) { #expect(Theme(colorFGBG: text) == expected) }

    private func expectReadable(_ palette: Palette, _ terminal: Terminal, on background: Int, _ least: Double) {
        for role in StyleRole.allCases where role != .camera {
            let ink = palette[role]
            #expect(ink.background == -1, "\(role)")
            guard ink.foreground >= 0 else { continue }
            let contrast = Self.contrast(Self.color(ink.foreground, terminal), background)
            #expect(contrast >= least, "\(role): \(ink.foreground) has \(contrast) on \(terminal.name)")
        }
        let camera = palette[.camera]
        let modules = Self.contrast(
            Self.color(camera.foreground, terminal), Self.color(camera.background, terminal))
        #expect(modules >= 7, "\(terminal.name)")
    }

    /// 16 to 231 are a cube of six levels, the rest greys (xterm's 256colres.pl).
    private static func color(_ number: Int16, _ terminal: Terminal) -> Int {
        let number = Int(number)
        if number < 16 { return terminal.colors[number] }
        if number >= 232 { return (8 + 10 * (number - 232)) * 0x010101 }
        let levels = [0, 95, 135, 175, 215, 255]
        return levels[(number - 16) / 36] << 16 | levels[(number - 16) / 6 % 6] << 8 | levels[(number - 16) % 6]
    }

    /// WCAG 2.2, contrast ratio.
    private static func contrast(_ first: Int, _ second: Int) -> Double {
        let (a, b) = (luminance(first), luminance(second))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private static func luminance(_ color: Int) -> Double {
        func linear(_ shift: Int) -> Double {
            let value = Double(color >> shift & 0xFF) / 255
            return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
    }
}
