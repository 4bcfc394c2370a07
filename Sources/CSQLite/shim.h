// SPDX-License-Identifier: MIT
// SQLite; what it has as macros or with variable arguments gets a function here.

#ifndef LOOPLAB_CSQLITE_SHIM_H
#define LOOPLAB_CSQLITE_SHIM_H

#include <sqlite3.h>

/// Binds a text, which SQLite copies.
static inline int lls_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
    return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

/// Binds bytes, which SQLite copies; no bytes are an empty value, not a missing one.
static inline int lls_bind_bytes(sqlite3_stmt *statement, int index, const void *bytes, int length) {
    return length == 0 ? sqlite3_bind_zeroblob(statement, index, 0)
                       : sqlite3_bind_blob(statement, index, bytes, length, SQLITE_TRANSIENT);
}

/// Refuses statements that could damage the file, and functions with effects where the file's own schema calls them.
static inline int lls_distrust_schema(sqlite3 *database) {
    int result = sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
    if (result == SQLITE_OK) result = sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
    return result;
}

#endif
