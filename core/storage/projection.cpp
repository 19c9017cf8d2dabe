#include "core/storage/projection.h"

#include "core/base/text.h"
#include "core/storage/nametokens.h"
#include "core/workflow/workflow.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// Raised whenever what is projected from the same events changes.
constexpr std::string_view projectionVersion = "1";

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

std::int64_t milliseconds(Instant instant)
{
    return instant.time_since_epoch().count();
}

std::string_view textOf(const ApplicationState &state, Field field)
{
    const auto found = state.fields.find(field);
    return found == state.fields.end() ? std::string_view() : std::string_view(found->second);
}

std::string lastSix(std::string_view number)
{
    const std::string folded = foldCode(trimmed(number));
    return folded.size() > 6 ? folded.substr(folded.size() - 6) : folded;
}

std::string compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

FieldPlace place(const ApplicationId &id, std::string_view column)
{
    return {"application", id.value, column};
}

std::string searchName(const ApplicationState &state, const FieldCodec &codec)
{
    return codec.searchText("name", nameKey(textOf(state, Field::Name)));
}

/// What a list counts: findings nobody has dismissed.
struct OpenFindings
{
    int errors = 0;
    int warnings = 0;

    [[nodiscard]] std::string_view worst() const { return errors > 0 ? "error" : warnings > 0 ? "warning" : "clean"; }
};

OpenFindings openFindings(const std::vector<Finding> &findings, const ApplicationState &state)
{
    OpenFindings open;
    for (const Finding &finding : findings) {
        const auto resolved = state.resolutions.find(findingKey(finding));
        if (resolved != state.resolutions.end() && resolved->second.resolution == Resolution::Dismissed)
            continue;
        ++(finding.severity == Severity::Error ? open.errors : open.warnings);
    }
    return open;
}

std::string jsonOf(const std::vector<Finding> &findings)
{
    std::string json = "[";
    for (const Finding &finding : findings) {
        json += json.size() > 1 ? ",{" : "{";
        appendVerdictJson(json, finding);
        json += '}';
    }
    return json + ']';
}

Result<std::optional<Projected>> loadWhere(const Database &database, const FieldCodec &codec, const QString &condition,
                                           const SqlValue &value)
{
    Result<Rows> rows = database.run(u"SELECT row, id, updated, state FROM application WHERE "_s + condition, {value});
    if (!rows)
        return rows.error();
    if (!rows->next()) {
        if (Done ended = rows->ended(); !ended)
            return ended.error();
        return std::optional<Projected>();
    }
    const ApplicationId id{rows->text(1)};
    const Result<std::string> text = codec.decode(place(id, "state"), rows->bytes(3));
    if (!text)
        return text.error();
    Result<ApplicationState> state =
        applicationFromJson(QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object());
    if (!state)
        return within("projection", state.error());
    return std::optional<Projected>(
        Projected{rows->integer(0), *std::move(state), Instant(std::chrono::milliseconds(rows->integer(2)))});
}

} // namespace

Result<std::optional<Projected>> loadProjected(const Database &database, const FieldCodec &codec,
                                               const ApplicationId &id)
{
    return loadWhere(database, codec, u"id = ?"_s, sqlText(id.value));
}

Result<std::vector<Finding>> findingsOf(const Database &database, const FieldCodec &codec, const RuleBook &book,
                                        const Projected &projected)
{
    const Result<SharedFacts> shared =
        sharedFacts(database, projected.state, sharedKeysOf(projected.state, book.pack(), codec), projected.row);
    if (!shared)
        return shared.error();
    return findingsOf(projected.state, {.book = book, .now = projected.updated, .shared = shared->facts});
}

Result<std::int64_t> Projection::rowOf(const ApplicationId &id) const
{
    return m_database.number(u"SELECT row FROM application WHERE id = ?"_s, {sqlText(id.value)});
}

Done Projection::write(const ApplicationState &state, Instant updated)
{
    const Result<std::optional<Projected>> before = loadProjected(m_database, m_codec, state.id);
    if (!before)
        return before.error();
    const Result<std::int64_t> next = m_database.number(u"SELECT coalesce(max(row), 0) + 1 FROM application"_s);
    if (!next)
        return next.error();
    const std::int64_t row = *before ? (*before)->row : *next;
    const SharedKeys keys = sharedKeysOf(state, m_book.pack(), m_codec);
    Done written = done();
    if (*before) {
        const SharedKeys old = sharedKeysOf((*before)->state, m_book.pack(), m_codec);
        if (!(old == keys))
            written = addSharers(m_database, old, m_dirty);
        if (written && textOf((*before)->state, Field::Name) != textOf(state, Field::Name))
            written = dropNames(row, (*before)->state);
        if (written)
            written = m_database.execute(u"DELETE FROM item_hash WHERE application = ?"_s, {sqlInteger(row)});
    }
    const bool newName = !*before || textOf((*before)->state, Field::Name) != textOf(state, Field::Name);
    if (written)
        written = insert(row, state, keys, updated);
    if (written && newName)
        written = writeNames(row, state);
    if (written)
        written = writeHashes(row, state);
    if (written)
        written = addSharers(m_database, keys, m_dirty);
    m_dirty.insert(row);
    return written;
}

Done Projection::insert(std::int64_t row, const ApplicationState &state, const SharedKeys &keys, Instant updated) const
{
    const ReviewState &review = state.review;
    const std::string_view name = textOf(state, Field::Name);
    const std::vector<Reading> &readings = readingsOf(name);
    const std::string py = readings.empty() ? std::string() : readings.front().py;
    return m_database.execute(
        u"INSERT INTO application (row, id, no, type, phase, stage, payment, claimed_by, claimed_until, due, priority, "
        "errors, warnings, severity, findings, name, name_key, py, id_suffix, document, phone, college, updated, "
        "revision, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 'clean', x'', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (row) DO UPDATE SET no = excluded.no, type = excluded.type, phase = excluded.phase, "
        "stage = excluded.stage, payment = excluded.payment, claimed_by = excluded.claimed_by, "
        "claimed_until = excluded.claimed_until, due = excluded.due, priority = excluded.priority, "
        "name = excluded.name, name_key = excluded.name_key, py = excluded.py, id_suffix = excluded.id_suffix, "
        "document = excluded.document, phone = excluded.phone, college = excluded.college, "
        "updated = excluded.updated, revision = excluded.revision, state = excluded.state"_s,
        {sqlInteger(row),
         sqlText(state.id.value),
         sqlText(state.applicationNo),
         sqlText(state.typeId),
         sqlText(idOf(review.phase)),
         sqlText(review.stageId),
         sqlText(idOf(state.payment.state)),
         sqlText(review.claim ? review.claim->actor.value : std::string()),
         sqlInteger(review.claim ? milliseconds(review.claim->until) : 0),
         sqlInteger(review.deadline ? milliseconds(*review.deadline) : never),
         state.round > 1 ? 0 : 1,
         m_codec.encode(place(state.id, "name"), name),
         sqlText(searchName(state, m_codec)),
         sqlText(m_codec.searchText("py", py)),
         sqlText(m_codec.lookupKey("id_suffix", lastSix(textOf(state, Field::DocumentNumber)))),
         sqlText(keys.document),
         sqlText(keys.phone),
         sqlText(textOf(state, Field::College)),
         sqlInteger(milliseconds(updated)),
         state.revision,
         m_codec.encode(place(state.id, "state"), compact(toJson(state)))});
}

const std::vector<Reading> &Projection::readingsOf(std::string_view name) const
{
    if (name != m_readName) {
        m_readings = m_pinyin.read(name);
        m_readName = name;
    }
    return m_readings;
}

Done Projection::writeNames(std::int64_t row, const ApplicationState &state) const
{
    if (const std::string tokens = nameTokens(searchName(state, m_codec)); !tokens.empty()) {
        if (Done added = m_database.execute(u"INSERT INTO name_fts (rowid, tokens) VALUES (?, ?)"_s,
                                            {sqlInteger(row), sqlText(tokens)});
            !added)
            return added;
    }
    for (const Reading &reading : readingsOf(textOf(state, Field::Name))) {
        const std::string py = m_codec.searchText("py", reading.py);
        if (py.empty())
            continue;
        if (Done added =
                m_database.execute(u"INSERT OR IGNORE INTO reading (application, py, pyi) VALUES (?, ?, ?)"_s,
                                   {sqlInteger(row), sqlText(py), sqlText(m_codec.searchText("pyi", reading.pyi))});
            !added)
            return added;
    }
    return done();
}

Done Projection::dropNames(std::int64_t row, const ApplicationState &state) const
{
    if (const std::string tokens = nameTokens(searchName(state, m_codec)); !tokens.empty()) {
        // an index without text has to be told what it is to forget
        if (Done dropped =
                m_database.execute(u"INSERT INTO name_fts (name_fts, rowid, tokens) VALUES ('delete', ?, ?)"_s,
                                   {sqlInteger(row), sqlText(tokens)});
            !dropped)
            return dropped;
    }
    return m_database.execute(u"DELETE FROM reading WHERE application = ?"_s, {sqlInteger(row)});
}

Done Projection::writeHashes(std::int64_t row, const ApplicationState &state) const
{
    const auto add = [&](const Attachment &file, const QString &kind) {
        if (file.sha256.empty())
            return done();
        return m_database.execute(
            u"INSERT OR IGNORE INTO item_hash (sha256, application, kind, slot) VALUES (?, ?, ?, ?)"_s,
            {sqlText(file.sha256), sqlInteger(row), kind, sqlText(file.slot)});
    };
    Done added = state.portrait ? add(*state.portrait, u"portrait"_s) : done();
    for (const auto &[slot, files] : state.materials) {
        for (const Attachment &file : files)
            added = added ? add(file, u"material"_s) : added;
    }
    for (const Attachment &file : state.earlierPortraits)
        added = added ? add(file, u"kept"_s) : added;
    for (const ConversionRequest &request : state.conversions) {
        for (const Attachment &file : request.attachments)
            added = added ? add(file, u"kept"_s) : added;
    }
    return added;
}

Result<SharedFacts> Projection::sharedWith(const ApplicationState &state) const
{
    const Result<std::int64_t> row = rowOf(state.id);
    if (!row)
        return row.error();
    return sharedFacts(m_database, state, sharedKeysOf(state, m_book.pack(), m_codec), *row);
}

Done Projection::refresh(std::int64_t row) const
{
    const Result<std::optional<Projected>> projected = loadWhere(m_database, m_codec, u"row = ?"_s, sqlInteger(row));
    if (!projected || !*projected)
        return projected ? done() : Done(projected.error());
    const Result<std::vector<Finding>> found = findingsOf(m_database, m_codec, m_book, **projected);
    if (!found)
        return found.error();
    const ApplicationState &state = (*projected)->state;
    const OpenFindings open = openFindings(*found, state);
    return m_database.execute(
        u"UPDATE application SET errors = ?, warnings = ?, severity = ?, findings = ? WHERE row = ?"_s,
        {open.errors, open.warnings, sqlText(open.worst()), m_codec.encode(place(state.id, "findings"), jsonOf(*found)),
         sqlInteger(row)});
}

Done Projection::refreshFindings()
{
    for (const std::int64_t row : m_dirty) {
        if (Done refreshed = refresh(row); !refreshed)
            return refreshed;
    }
    m_dirty.clear();
    return done();
}

std::string Projection::originUnder(const RuleBook &book)
{
    return std::string(projectionVersion) + ' ' + book.pack().hash;
}

Done Projection::noteOrigin() const
{
    return m_database.execute(u"INSERT OR IGNORE INTO meta (key, value) VALUES ('projected_under', ?)"_s,
                              {sqlText(originUnder(m_book))});
}

Done Projection::clear() const
{
    static constexpr std::array statements = {
        u"INSERT INTO name_fts (name_fts) VALUES ('delete-all')", u"DELETE FROM reading", u"DELETE FROM item_hash",
        u"DELETE FROM application", u"DELETE FROM meta WHERE key = 'projected_under'"};
    for (const auto *statement : statements) {
        if (Done cleared = m_database.execute(QString::fromUtf16(statement)); !cleared)
            return cleared;
    }
    return done();
}

} // namespace zsb
