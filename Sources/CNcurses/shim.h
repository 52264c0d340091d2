/// What Swift needs of ncursesw and cannot import as it is: shared mutable variables, macros with casts, and the
/// wide-character functions, which need a definition before the header (SwiftPM drops pkg-config's `-D` flags).
///
/// Imported in three files, NcursesTerminal.swift, NcursesScreen.swift and NcursesInput.swift; nothing else knows that
/// ncurses exists.
#pragma once

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

static const attr_t CN_NORMAL = WA_NORMAL;
static const attr_t CN_BOLD = WA_BOLD;
static const attr_t CN_UNDERLINE = WA_UNDERLINE;
static const attr_t CN_REVERSE = WA_REVERSE;
static const attr_t CN_DIM = WA_DIM;

static const mmask_t CN_MOUSE_MASK =
    BUTTON1_PRESSED | BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED | BUTTON4_PRESSED | BUTTON5_PRESSED;
static const mmask_t CN_MOUSE_PRESS = BUTTON1_PRESSED | BUTTON1_CLICKED;
static const mmask_t CN_MOUSE_DOUBLE = BUTTON1_DOUBLE_CLICKED;
static const mmask_t CN_MOUSE_WHEEL_UP = BUTTON4_PRESSED;
static const mmask_t CN_MOUSE_WHEEL_DOWN = BUTTON5_PRESSED;

/// The window of the whole screen, a shared variable in C.
static inline WINDOW *cn_screen(void) { return stdscr; }

/// A string capability of the terminal in use, or null: `tigetstr` answers -1 for names it does not know.
static inline const char *cn_capability(const char *name) {
    const char *value = tigetstr(name);
    return value == (char *)-1 ? 0 : value;
}

/// Puts one character with up to two combining marks at a place; a zero ends the marks. Returns `OK` or `ERR`.
///
/// `setcchar` spelled out: its array of `wchar_t` is awkward from Swift and it is called once per changed cell.
static inline int cn_put(int row, int column, wchar_t base, wchar_t first, wchar_t second, attr_t attributes,
                         short pair) {
    const wchar_t text[] = {base, first, second, 0};
    cchar_t cell;
    if (setcchar(&cell, text, attributes, pair, 0) == ERR) return ERR;
    return mvadd_wch(row, column, &cell);
}

/// How many colours the terminal has, a shared variable in C; 0 before `start_color`.
static inline int cn_color_count(void) { return COLORS; }
