/// What Swift needs of ncursesw and cannot import as it is: shared mutable variables, macros with casts, and the
/// wide-character functions, which need a definition before the header (SwiftPM drops pkg-config's `-D` flags).
///
/// Imported in two files, NcursesScreen.swift and NcursesInput.swift; nothing else knows that ncurses exists.
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

/// Puts cells that each take one column side by side, from a place on. Returns `OK` or `ERR`.
static inline int cn_put_cells(int row, int column, const cchar_t *cells, int count) {
    return mvadd_wchnstr(row, column, cells, count);
}

/// A blank cell with these attributes, whose character is then replaced. Returns `OK` or `ERR`.
static inline int cn_blank_cell(cchar_t *cell, attr_t attributes, short pair) {
    return setcchar(cell, L" ", attributes, pair, 0);
}

/// Moves the rows from `top` up to, and without, `end` upwards by `distance`, downwards if that is negative; what comes in
/// is blank.
static inline void cn_scroll(int top, int end, int distance) {
    scrollok(stdscr, TRUE);
    setscrreg(top, end - 1);
    scrl(distance);
    setscrreg(0, getmaxy(stdscr) - 1);
    scrollok(stdscr, FALSE);
}

/// How many colours the terminal has, a shared variable in C; 0 before `start_color`.
static inline int cn_color_count(void) { return COLORS; }
