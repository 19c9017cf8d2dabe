#include "core/storage/serverschema.h"

#include <array>

namespace zsb {
namespace {

constexpr std::array statements = {
    // The answer to every op that has a final one, in the transaction of its effect: the same op gets the same answer.
    uR"(CREATE TABLE ledger (
        op {text} PRIMARY KEY,
        actor {text} NOT NULL,
        fingerprint {text} NOT NULL,
        application {text} NOT NULL,
        base {integer} NOT NULL,
        after_op {text} NOT NULL,
        outcome {text} NOT NULL,
        events {integer} NOT NULL,
        at {integer} NOT NULL,
        answer {text} NOT NULL) {keyed})",
    u"CREATE INDEX ledger_by_application ON ledger (application)",
    u"CREATE INDEX ledger_by_actor ON ledger (actor, outcome)",
    // Whole ops that did not simply happen, so that nothing anybody decided is lost.
    uR"(CREATE TABLE contested (
        op {text} PRIMARY KEY,
        application {text} NOT NULL,
        actor {text} NOT NULL,
        outcome {text} NOT NULL,
        at {integer} NOT NULL,
        body {bytes} NOT NULL) {keyed})",
    u"CREATE INDEX contested_by_application ON contested (application)",
    // One more after every restore; `seq` is the length of the log it began with.
    uR"(CREATE TABLE epoch (
        number {integer} PRIMARY KEY,
        id {text} NOT NULL UNIQUE,
        seq {integer} NOT NULL,
        at {integer} NOT NULL) {strict})",
    // What somebody is told because of what somebody else did.
    uR"(CREATE TABLE notice (
        seq {integer} NOT NULL,
        recipient {text} NOT NULL,
        kind {text} NOT NULL,
        application {text} NOT NULL,
        at {integer} NOT NULL,
        PRIMARY KEY (recipient, seq, kind)) {keyed})",
    // What the image module said of a file when it came, under which pack.
    uR"(CREATE TABLE blob_verdict (
        sha256 {text} NOT NULL,
        purpose {text} NOT NULL,
        pack_hash {text} NOT NULL,
        at {integer} NOT NULL,
        facts {text} NOT NULL,
        findings {text} NOT NULL,
        PRIMARY KEY (sha256, purpose, pack_hash)) {keyed})",
    // Staff. `rights` counts the changes of what they may do: tokens of an older count end.
    uR"(CREATE TABLE staff (
        id {text} PRIMARY KEY,
        login {text} NOT NULL UNIQUE,
        name {bytes} NOT NULL,
        password {text} NOT NULL,
        totp {bytes} NOT NULL,
        totp_step {integer} NOT NULL,
        scopes {text} NOT NULL,
        rights {integer} NOT NULL,
        disabled {integer} NOT NULL,
        failures {integer} NOT NULL,
        locked_until {integer} NOT NULL,
        created {integer} NOT NULL,
        last_login {integer} NOT NULL) {keyed})",
    uR"(CREATE TABLE device (
        thumbprint {text} PRIMARY KEY,
        name {text} NOT NULL,
        enrolled_by {text} NOT NULL,
        at {integer} NOT NULL,
        revoked {integer} NOT NULL) {keyed})",
    uR"(CREATE TABLE enrol_code (
        hash {text} PRIMARY KEY,
        issued_by {text} NOT NULL,
        expires {integer} NOT NULL,
        used {integer} NOT NULL) {keyed})",
    uR"(CREATE TABLE refresh_token (
        hash {text} PRIMARY KEY,
        family {text} NOT NULL,
        subject {text} NOT NULL,
        device {text} NOT NULL,
        family_expires {integer} NOT NULL,
        used {integer} NOT NULL,
        predecessor {text} NOT NULL,
        successor_used {integer} NOT NULL,
        revoked {integer} NOT NULL) {keyed})",
    u"CREATE INDEX refresh_token_by_family ON refresh_token (family)",
    u"CREATE INDEX refresh_token_by_subject ON refresh_token (subject)",
    // Who looked at what of whom, and what went wrong at the doors. Neither holds personal data but ids.
    uR"(CREATE TABLE read_audit (
        id {text} PRIMARY KEY,
        at {integer} NOT NULL,
        actor {text} NOT NULL,
        device {text} NOT NULL,
        what {text} NOT NULL,
        application {text} NOT NULL) {keyed})",
    u"CREATE INDEX read_audit_by_application ON read_audit (application, id)",
    uR"(CREATE TABLE security_event (
        id {text} PRIMARY KEY,
        at {integer} NOT NULL,
        kind {text} NOT NULL,
        actor {text} NOT NULL,
        address {text} NOT NULL,
        detail {text} NOT NULL) {keyed})",
};

} // namespace

std::span<const char16_t *const> serverTables()
{
    return statements;
}

} // namespace zsb
