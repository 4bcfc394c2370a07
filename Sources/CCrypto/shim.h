// SPDX-License-Identifier: MIT
// OpenSSL's digests, key derivation and random bytes; what it has as macros only gets a function here.

#ifndef LOOPLAB_CCRYPTO_SHIM_H
#define LOOPLAB_CCRYPTO_SHIM_H

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <stdbool.h>

/// Whether a digest can be asked for any number of bytes.
static inline bool llc_digest_is_extendable(const EVP_MD *digest) {
    return (EVP_MD_get_flags(digest) & EVP_MD_FLAG_XOF) != 0;
}

/// Names the digest of a message authentication code; the name must live for as long as the parameter.
///
/// Swift would copy the key, which the parameter only points at, for the length of the call.
static inline OSSL_PARAM llc_digest_parameter(char *name) {
    return OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name, 0);
}

/// The library of OpenSSL that an error came from, such as `ERR_LIB_EVP`.
static inline int llc_error_library(unsigned long error) {
    return ERR_GET_LIB(error);
}

#endif
