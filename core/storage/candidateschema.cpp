#include "core/storage/candidateschema.h"

#include <array>

namespace zsb {
namespace {

constexpr std::array statements = {
    // One-time links to the capture page (A1.6.1); the link itself is known to whoever scanned it alone.
    uR"(CREATE TABLE capture_link (
        hash {text} PRIMARY KEY,
        application {text} NOT NULL,
        issued_by {text} NOT NULL,
        issued_role {text} NOT NULL,
        at {integer} NOT NULL,
        expires {integer} NOT NULL,
        most_tries {integer} NOT NULL,
        tries {integer} NOT NULL,
        opened {integer} NOT NULL,
        collected {integer} NOT NULL) {keyed})",
    u"CREATE INDEX capture_link_by_application ON capture_link (application, at)",
    // Accounts of candidates (A1.1.4). `document` and `phone` are blind indexes; one that was taken away from whoever
    // had no right to it stays, closed.
    uR"(CREATE TABLE account (
        id {text} PRIMARY KEY,
        document {text} NOT NULL,
        phone {text} NOT NULL,
        document_type {text} NOT NULL,
        document_number {bytes} NOT NULL,
        phone_number {bytes} NOT NULL,
        password {text} NOT NULL,
        state {text} NOT NULL,
        rights {integer} NOT NULL,
        failures {integer} NOT NULL,
        locked_until {integer} NOT NULL,
        created {integer} NOT NULL,
        last_login {integer} NOT NULL) {keyed})",
    u"CREATE UNIQUE INDEX account_by_document ON account (document) WHERE state = 'active'",
    u"CREATE UNIQUE INDEX account_by_phone ON account (phone) WHERE state = 'active'",
    u"CREATE INDEX account_ever_by_document ON account (document, created)",
    u"CREATE INDEX account_ever_by_phone ON account (phone, created)",
    // Codes that were sent to phones (A1.1.3), by a keyed hash; kept to count how many a phone asked for.
    uR"(CREATE TABLE account_code (
        id {text} PRIMARY KEY,
        purpose {text} NOT NULL,
        phone {text} NOT NULL,
        hash {text} NOT NULL,
        created {integer} NOT NULL,
        expires {integer} NOT NULL,
        tries {integer} NOT NULL,
        used {integer} NOT NULL) {keyed})",
    u"CREATE INDEX account_code_by_phone ON account_code (phone, purpose, created)",
    // What became of an account and through whom (A1.1.5), on paper kept as files.
    uR"(CREATE TABLE account_history (
        id {text} PRIMARY KEY,
        account {text} NOT NULL,
        at {integer} NOT NULL,
        kind {text} NOT NULL,
        actor {text} NOT NULL,
        role {text} NOT NULL,
        evidence {text} NOT NULL,
        other {text} NOT NULL,
        note {bytes} NOT NULL) {keyed})",
    u"CREATE INDEX account_history_by_account ON account_history (account, id)",
    // What is to be told to phones, until it is; afterwards the list of what was.
    uR"(CREATE TABLE message (
        id {text} PRIMARY KEY,
        at {integer} NOT NULL,
        kind {text} NOT NULL,
        phone {bytes} NOT NULL,
        body {bytes} NOT NULL,
        expires {integer} NOT NULL,
        attempts {integer} NOT NULL,
        sent {integer} NOT NULL) {keyed})",
    u"CREATE INDEX message_waiting ON message (id) WHERE sent = 0",
    // Orders (A1.7.1). The state is that of the money; the file's own is in its events.
    uR"(CREATE TABLE payment_order (
        id {text} PRIMARY KEY,
        application {text} NOT NULL,
        account {text} NOT NULL,
        amount_fen {integer} NOT NULL,
        state {text} NOT NULL,
        created {integer} NOT NULL,
        expires {integer} NOT NULL,
        paid {integer} NOT NULL,
        trade {text} NOT NULL) {keyed})",
    u"CREATE INDEX payment_order_by_application ON payment_order (application, created)",
    u"CREATE INDEX payment_order_by_state ON payment_order (state, expires)",
    // Every word of a gateway, once.
    uR"(CREATE TABLE payment_word (
        id {text} PRIMARY KEY,
        payment_order {text} NOT NULL,
        at {integer} NOT NULL,
        state {text} NOT NULL,
        outcome {text} NOT NULL) {keyed})",
};

} // namespace

std::span<const char16_t *const> candidateTables()
{
    return statements;
}

} // namespace zsb
