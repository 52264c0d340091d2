/// What Swift needs of ncursesw and cannot import as it is: shared mutable variables, macros with casts, and the
/// wide-character functions, which need a definition before the header (SwiftPM drops pkg-config's `-D` flags).
///
/// Imported in two files, NcursesScreen.swift and NcursesInput.swift; nothing else knows that ncurses exists.
#pragma once

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <string.h>
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

/// Moves the rows of a window from `top` up to, and without, `end` upwards by `distance`, downwards if that is negative;
/// what comes in is blank.
static inline void cn_scroll_window(WINDOW *window, int top, int end, int distance) {
    scrollok(window, TRUE);
    wsetscrreg(window, top, end - 1);
    wscrl(window, distance);
    wsetscrreg(window, 0, getmaxy(window) - 1);
    scrollok(window, FALSE);
}

/// The same on the screen, at the next `doupdate`: ncurses finds out by itself that the rows have moved.
static inline void cn_scroll(int top, int end, int distance) { cn_scroll_window(stdscr, top, end, distance); }

/// Whether ``cn_make_scroll`` knows how to move rows on this terminal.
static inline bool cn_scrolls(void) {
    return change_scroll_region && cursor_address && (parm_index || scroll_forward) && (parm_rindex || scroll_reverse)
        && !non_dest_scroll_region;
}

/// Bytes for the terminal, put together by `tputs`, whose callback gets nothing but a byte.
struct cn_sequence {
    int count;
    char bytes[512];
};
/// The one that is put together: a variable of the header itself would have no place in a program of Swift alone.
static inline struct cn_sequence *cn_sequence(void) {
    static struct cn_sequence sequence;
    return &sequence;
}
static inline int cn_collect(int byte) {
    struct cn_sequence *sequence = cn_sequence();
    if (sequence->count < (int)sizeof sequence->bytes) sequence->bytes[sequence->count++] = (char)byte;
    return byte;
}

/// What moves rows on a terminal of which ``cn_scrolls`` is true, colours being off, and then leaves the cursor at a place: it
/// has to be that where ncurses has left it. Without bytes where it does not fit.
static inline const struct cn_sequence *cn_make_scroll(int top, int end, int distance, int row, int column) {
    const int rows = distance < 0 ? -distance : distance;
    const char *many = distance < 0 ? parm_rindex : parm_index, *one = distance < 0 ? scroll_reverse : scroll_forward;
    // DECSTBM without numbers is the whole screen.
    const char *whole = strcmp(change_scroll_region, "\x1b[%i%p1%d;%p2%dr") ? 0 : "\x1b[r";
    struct cn_sequence *sequence = cn_sequence();
    sequence->count = 0;
    tputs(tiparm(change_scroll_region, top, end - 1), 1, cn_collect);
    tputs(tiparm(cursor_address, distance < 0 ? top : end - 1, 0), 1, cn_collect);
    if (many && (rows > 1 || !one)) tputs(tiparm(many, rows), rows, cn_collect);
    else for (int each = 0; each < rows; each++) tputs(one, 1, cn_collect);
    tputs(whole ? whole : tiparm(change_scroll_region, 0, LINES - 1), 1, cn_collect);
    tputs(tiparm(cursor_address, row, column), 1, cn_collect);
    if (sequence->count == (int)sizeof sequence->bytes) sequence->count = 0;
    return sequence;
}
/// The bytes of a sequence.
static inline const char *cn_sequence_bytes(const struct cn_sequence *sequence) { return sequence->bytes; }

/// Tells ncurses that the terminal has moved its rows, so that it neither looks for the move nor compares those rows.
/// To be called with nothing left to refresh.
static inline void cn_scrolled(int top, int end, int distance) {
    WINDOW *windows[] = {stdscr, newscr, curscr};
    for (int place = 0; place < 3; place++) {
        cn_scroll_window(windows[place], top, end, distance);
        untouchwin(windows[place]);
    }
}

/// Where the cursor of the whole screen's window is.
static inline int cn_cursor_row(void) { return getcury(stdscr); }
static inline int cn_cursor_column(void) { return getcurx(stdscr); }

/// How many colours the terminal has, a shared variable in C; 0 before `start_color`.
static inline int cn_color_count(void) { return COLORS; }
