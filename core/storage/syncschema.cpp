#include "core/storage/syncschema.h"

#include <array>

namespace zsb {

namespace {

constexpr std::array statements = {
    // Who the service is, how far its feed was read, what its log committed to when it was last seen, and how its
    // clock stands to ours.
    uR"(CREATE TABLE sync_peer (
        id {integer} PRIMARY KEY CHECK (id = 1),
        server {text} NOT NULL,
        epoch {text} NOT NULL,
        cursor {integer} NOT NULL,
        scope {text} NOT NULL,
        witness_size {integer} NOT NULL,
        witness_root {text} NOT NULL,
        clock_offset {integer} NOT NULL,
        clock_within {integer} NOT NULL,
        clock_at {integer} NOT NULL) {strict})",
    // Commands on their way to the service, in the order they were given; they stay with their answers.
    uR"(CREATE TABLE sync_op (
        n {integer} PRIMARY KEY,
        id {text} NOT NULL UNIQUE,
        application {text} NOT NULL,
        actor {text} NOT NULL,
        kind {text} NOT NULL,
        base {integer} NOT NULL,
        after_op {text} NOT NULL,
        epoch {text} NOT NULL,
        judged {text} NOT NULL,
        body {bytes} NOT NULL,
        made {integer} NOT NULL,
        held_until {integer} NOT NULL,
        state {text} NOT NULL CHECK (state IN ('pending', 'sending', 'answered', 'withdrawn')),
        attempts {integer} NOT NULL DEFAULT 0,
        next_try {integer} NOT NULL DEFAULT 0,
        sent {integer} NOT NULL DEFAULT 0,
        trouble {text} NOT NULL DEFAULT '',
        outcome {text} NOT NULL DEFAULT '',
        version {integer} NOT NULL DEFAULT 0,
        answer {bytes},
        answered {integer} NOT NULL DEFAULT 0) {strict})",
    u"CREATE INDEX sync_op_waiting ON sync_op (application, n) WHERE state IN ('pending', 'sending')",
    u"CREATE INDEX sync_op_by_state ON sync_op (state, outcome, sent)",
    // Files the service must have before an op, and how much of each it has.
    uR"(CREATE TABLE sync_op_blob (
        op {text} NOT NULL,
        sha256 {text} NOT NULL,
        PRIMARY KEY (op, sha256)) {keyed})",
    uR"(CREATE TABLE sync_blob (
        sha256 {text} PRIMARY KEY,
        bytes {integer} NOT NULL,
        arrived {integer} NOT NULL DEFAULT 0,
        upload {text} NOT NULL DEFAULT '',
        uploaded {integer} NOT NULL DEFAULT 0,
        attempts {integer} NOT NULL DEFAULT 0,
        next_try {integer} NOT NULL DEFAULT 0,
        trouble {text} NOT NULL DEFAULT '') {keyed})",
    u"CREATE INDEX sync_blob_waiting ON sync_blob (next_try) WHERE arrived = 0",
    // How each file stands to what the service has; the shadow waits until the last op is answered.
    uR"(CREATE TABLE sync_row (
        application {text} PRIMARY KEY,
        version {integer} NOT NULL DEFAULT 0,
        epoch {text} NOT NULL DEFAULT '',
        adopted {integer} NOT NULL DEFAULT 0,
        chain_op {text} NOT NULL DEFAULT '',
        touched {integer} NOT NULL DEFAULT 0,
        expects {integer} NOT NULL DEFAULT 0,
        doubt {integer} NOT NULL DEFAULT 0,
        tombstone {text} NOT NULL DEFAULT 'none',
        shadow_version {integer} NOT NULL DEFAULT 0,
        shadow {bytes}) {keyed})",
    u"CREATE INDEX sync_row_unsettled ON sync_row (application) WHERE touched = 1 OR shadow IS NOT NULL",
    // Answers somebody has to look at.
    uR"(CREATE TABLE sync_inbox (
        n {integer} PRIMARY KEY,
        op {text} NOT NULL,
        application {text} NOT NULL,
        actor {text} NOT NULL,
        outcome {text} NOT NULL,
        at {integer} NOT NULL,
        seen {integer} NOT NULL DEFAULT 0) {strict})",
    u"CREATE INDEX sync_inbox_unseen ON sync_inbox (actor, n) WHERE seen = 0",
};

} // namespace

std::span<const char16_t *const> syncTables()
{
    return statements;
}

} // namespace zsb
