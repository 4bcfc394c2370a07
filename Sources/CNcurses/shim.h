// SPDX-License-Identifier: MIT
// What the full-screen view needs of ncurses. Most of ncurses is macros over global variables, which Swift sees as
// neither functions nor safe state; here each use has a function of its own.

#ifndef LOOPLAB_CNCURSES_SHIM_H
#define LOOPLAB_CNCURSES_SHIM_H

// Keys as characters, not as bytes.
#define NCURSES_WIDECHAR 1

#include <ncurses.h>
#include <stdbool.h>
#include <stdio.h>
#include <termios.h>

/// From <term.h>, which also defines macros with names such as `lines` and `columns`.
extern char *tigetstr(const char *name);

/// Makes Enter a newline in the kernel's queue, where ncurses leaves a carriage return, which never ends a line.
///
/// What is typed ahead of the view's end is then a line for whoever reads on in the terminal's line mode.
static inline void lln_read_enter_as_newline(void) {
    struct termios modes;
    if (tcgetattr(fileno(stdin), &modes) != 0) return;
    modes.c_iflag |= ICRNL;
    tcsetattr(fileno(stdin), TCSANOW, &modes);
    def_prog_mode();
}

/// Takes the terminal of standard input and output and shows its alternate screen; null if it cannot do that.
///
/// Keys come one by one, Ctrl-C and Ctrl-Z as keys too, and nothing waits for them.
static inline SCREEN *lln_open(void) {
    use_tioctl(true);
    SCREEN *screen = newterm(NULL, stdout, stdin);
    if (screen == NULL) return NULL;
    set_term(screen);
    raw();
    noecho();
    nonl();
    intrflush(stdscr, false);
    keypad(stdscr, true);
    nodelay(stdscr, true);
    lln_read_enter_as_newline();
    set_escdelay(50);
    curs_set(0);
    // Some terminals send the keys of their other mode.
    define_key("\033[A", KEY_UP);
    define_key("\033[B", KEY_DOWN);
    define_key("\033[C", KEY_RIGHT);
    define_key("\033[D", KEY_LEFT);
    define_key("\033[H", KEY_HOME);
    define_key("\033[F", KEY_END);
    return screen;
}

/// Gives the terminal back as it was.
static inline void lln_close(SCREEN *screen) {
    const char *restore = tigetstr("rmcup");
    endwin();
    // Without an alternate screen the last picture stays, and what follows begins below it.
    if (restore == NULL || restore == (const char *)-1) fputs("\n", stdout);
    fflush(stdout);
    delscreen(screen);
}

/// Gives the terminal back until `lln_resume`.
static inline void lln_suspend(void) {
    endwin();
}

/// Takes the terminal again; everything is drawn anew.
static inline void lln_resume(void) {
    clearok(curscr, true);
    refresh();
}

/// Turns colours on; false where the terminal has none.
static inline bool lln_start_colors(void) {
    return has_colors() && start_color() == OK && use_default_colors() == OK;
}

/// Makes a pair of a colour, 0 to 7, and the terminal's own background.
static inline void lln_make_pair(short pair, short color) {
    init_pair(pair, color, -1);
}

/// Tells the size that the terminal has got.
///
/// Not `resizeterm`, which answers each call with a key.
static inline void lln_resize(int rows, int columns) {
    resize_term(rows, columns);
    // What terminals make of the old picture differs.
    clearok(curscr, true);
}

/// Begins a picture.
static inline void lln_erase(void) {
    erase();
}

/// Writes UTF-8 text into a row, in one look.
static inline void lln_put(int row, int column, const char *text, bool bold, bool dim, short pair) {
    attrset((bold ? A_BOLD : 0) | (dim ? A_DIM : 0) | COLOR_PAIR(pair));
    mvaddstr(row, column, text);
}

/// Shows the picture, with the cursor at a place or, for a negative row, hidden.
static inline void lln_show(int row, int column) {
    attrset(0);
    curs_set(row >= 0);
    if (row >= 0) move(row, column);
    refresh();
}

/// Draws everything again at the next `lln_show`, as after somebody else has written to the terminal.
static inline void lln_forget(void) {
    clearok(curscr, true);
}

/// The next key that was pressed: a KEY_ number if `is_named`, else a character; -1 if there is none.
static inline long lln_key(bool *is_named) {
    wint_t key = 0;
    int result = get_wch(&key);
    *is_named = result == KEY_CODE_YES;
    return result == ERR ? -1 : (long)key;
}

/// A string capability of the terminal, "rmcup" for example; null if it has none.
static inline const char *lln_capability(const char *name) {
    const char *text = tigetstr(name);
    return text == (const char *)-1 ? NULL : text;
}

#endif
