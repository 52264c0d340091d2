/* The least that a list can cost: the lines of a file on ncurses, with a marker or a bar, scrolled by the terminal.
 * What `make bench` holds portal against. Usage: list FILE [bar] */
#define _XOPEN_SOURCE_EXTENDED 1
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char **lines;
static int count, top, chosen, is_bar;

static void draw(int index)
{
    int row = index - top;
    if (row < 0 || row >= LINES || index >= count) return;
    if (index == chosen && is_bar) attron(A_REVERSE);
    mvprintw(row, 0, "%c ", index == chosen && !is_bar ? '>' : ' ');
    addnstr(lines[index], COLS - 3);
    if (index == chosen && is_bar) hline(' ', COLS);
    attroff(A_REVERSE);
    clrtoeol();
}

static void go(int target)
{
    int before = chosen, old_top = top;
    chosen = target < 0 ? 0 : target >= count ? count - 1 : target;
    if (chosen < top) top = chosen;
    if (chosen >= top + LINES) top = chosen - LINES + 1;
    if (abs(top - old_top) < LINES && top != old_top) {
        scrl(top - old_top);
        for (int row = 0; row < LINES; row++)
            if (top > old_top ? row >= LINES - (top - old_top) : row < old_top - top) draw(top + row);
    } else if (top != old_top) {
        for (int row = 0; row < LINES; row++) draw(top + row);
    }
    draw(before);
    draw(chosen);
    refresh();
}

int main(int argc, char **argv)
{
    FILE *file = argc > 1 ? fopen(argv[1], "r") : NULL;
    char *line = NULL;
    size_t size = 0;
    ssize_t length;
    if (!file) return 2;
    while ((length = getline(&line, &size, file)) > 0) {
        line[strcspn(line, "\n")] = 0;
        if (count % 4096 == 0) lines = realloc(lines, (count + 4096) * sizeof *lines);
        lines[count++] = strdup(line);
    }
    is_bar = argc > 2 && !strcmp(argv[2], "bar");
    setlocale(LC_ALL, "");
    initscr(), cbreak(), noecho(), curs_set(0), keypad(stdscr, TRUE), idlok(stdscr, TRUE), scrollok(stdscr, TRUE);
    for (int row = 0; row < LINES; row++) draw(row);
    refresh();
    for (int key; (key = getch()) != 'q';)
        go(key == KEY_DOWN ? chosen + 1 : key == KEY_UP ? chosen - 1 : key == KEY_NPAGE ? chosen + LINES
           : key == KEY_PPAGE ? chosen - LINES : chosen);
    endwin();
    return 0;
}
