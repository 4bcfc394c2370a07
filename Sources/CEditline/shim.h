// SPDX-License-Identifier: MIT
// Swift cannot call variadic C functions; these give each use of el_wset and el_wget a fixed signature.

#ifndef LOOPLAB_CEDITLINE_SHIM_H
#define LOOPLAB_CEDITLINE_SHIM_H

#include <histedit.h>
#include <stdbool.h>

/// From <wchar.h>, which declares it only to programs that ask for X/Open extensions.
extern int wcwidth(wchar_t character);

typedef unsigned char (*lle_command_function)(EditLine *editor, wint_t key);

/// Gives callbacks a way back to their owner.
static inline int lle_set_client_data(EditLine *editor, void *data) {
    return el_wset(editor, EL_CLIENTDATA, data);
}

/// The pointer stored by `lle_set_client_data`, or null.
static inline void *lle_client_data(EditLine *editor) {
    void *data = NULL;
    return el_wget(editor, EL_CLIENTDATA, &data) == 0 ? data : NULL;
}

/// Replaces the function that waits for one key.
static inline int lle_set_key_source(EditLine *editor, el_rfunc_t source) {
    return el_wset(editor, EL_GETCFN, source);
}

/// Selects the terminal description; -1 when the machine has none of that name.
static inline int lle_set_terminal(EditLine *editor, const char *name) {
    return el_set(editor, EL_TERMINAL, name);
}

/// Selects the key map "emacs" or "vi".
static inline int lle_set_keymap(EditLine *editor, const wchar_t *name) {
    return el_wset(editor, EL_EDITOR, name);
}

/// Registers a command; `name` and `help` must outlive the editor.
static inline int lle_add_command(EditLine *editor, const wchar_t *name, const wchar_t *help,
                                  lle_command_function command) {
    return el_wset(editor, EL_ADDFN, name, help, command);
}

/// Binds a key or key sequence in the main key map.
static inline int lle_bind(EditLine *editor, const wchar_t *key, const wchar_t *command) {
    return el_wset(editor, EL_BIND, key, command, NULL);
}

/// Binds a key or key sequence in the alternative key map, the one vi uses for commands.
static inline int lle_bind_alternative(EditLine *editor, const wchar_t *key, const wchar_t *command) {
    return el_wset(editor, EL_BIND, L"-a", key, command, NULL);
}

/// Lets carriage returns and newlines through as they are, so that CR LF in a paste can be told from two line ends.
static inline int lle_keep_carriage_returns(EditLine *editor) {
    return el_wset(editor, EL_SETTY, L"-d", L"-icrnl", L"-inlcr", NULL);
}

/// Leaves echo and line mode off when a line is finished, so that the kernel does not touch what is typed ahead.
static inline int lle_keep_raw_between_lines(EditLine *editor) {
    return el_wset(editor, EL_SETTY, L"-x", L"-icanon", L"-echo", L"-iexten", L"-icrnl", L"-inlcr", NULL);
}

/// Whether the terminal has a string capability such as "up".
static inline bool lle_has_capability(EditLine *editor, const char *name) {
    char *value = NULL;
    return el_get(editor, EL_GETTC, name, &value, (void *)NULL) == 0 && value != NULL && *value != '\0';
}

#endif
