#pragma once

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace zsb {

/// Frees what OpenSSL made. Inside core/crypto only.
struct OpenSslFree
{
    void operator()(ASN1_INTEGER *it) const { ASN1_INTEGER_free(it); }
    void operator()(BIGNUM *it) const { BN_clear_free(it); }
    void operator()(BIO *it) const { BIO_free_all(it); }
    void operator()(BN_CTX *it) const { BN_CTX_free(it); }
    void operator()(EC_GROUP *it) const { EC_GROUP_free(it); }
    void operator()(EC_POINT *it) const { EC_POINT_free(it); }
    void operator()(ECDSA_SIG *it) const { ECDSA_SIG_free(it); }
    void operator()(EVP_CIPHER *it) const { EVP_CIPHER_free(it); }
    void operator()(EVP_CIPHER_CTX *it) const { EVP_CIPHER_CTX_free(it); }
    void operator()(EVP_MAC *it) const { EVP_MAC_free(it); }
    void operator()(EVP_MAC_CTX *it) const { EVP_MAC_CTX_free(it); }
    void operator()(EVP_MD *it) const { EVP_MD_free(it); }
    void operator()(EVP_MD_CTX *it) const { EVP_MD_CTX_free(it); }
    void operator()(EVP_PKEY *it) const { EVP_PKEY_free(it); }
    void operator()(EVP_PKEY_CTX *it) const { EVP_PKEY_CTX_free(it); }
    void operator()(GENERAL_NAMES *it) const { GENERAL_NAMES_free(it); }
    void operator()(X509 *it) const { X509_free(it); }
    void operator()(X509_EXTENSION *it) const { X509_EXTENSION_free(it); }
    void operator()(X509_REQ *it) const { X509_REQ_free(it); }
};

template<typename T>
using OpenSslPtr = std::unique_ptr<T, OpenSslFree>;

/// OpenSSL keeps a list of errors for each thread, in which the TLS of the same thread would find ours.
struct OpenSslErrorsCleared
{
    OpenSslErrorsCleared() = default;
    OpenSslErrorsCleared(const OpenSslErrorsCleared &) = delete;
    OpenSslErrorsCleared &operator=(const OpenSslErrorsCleared &) = delete;
    ~OpenSslErrorsCleared() { ERR_clear_error(); }
};

} // namespace zsb
