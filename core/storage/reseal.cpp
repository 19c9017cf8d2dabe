#include "core/storage/reseal.h"

#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

struct KeyColumn
{
    const char16_t *name = u"";
    bool isNumber = false;
};

constexpr std::array applicationKey = {KeyColumn{u"row", true}};
constexpr std::array applicationColumns = {u"findings", u"name", u"state"};
constexpr std::array tagKey = {KeyColumn{u"actor"}, KeyColumn{u"tag", true}};
constexpr std::array tagColumns = {u"name"};
constexpr std::array viewKey = {KeyColumn{u"actor"}, KeyColumn{u"id"}};
constexpr std::array viewColumns = {u"name", u"body"};
constexpr std::array opKey = {KeyColumn{u"n", true}};
constexpr std::array shadowKey = {KeyColumn{u"application"}};
constexpr std::array idKey = {KeyColumn{u"id"}};
constexpr std::array contestedKey = {KeyColumn{u"op"}};
constexpr std::array bodyColumn = {u"body"};
constexpr std::array answerColumn = {u"answer"};
constexpr std::array shadowColumn = {u"shadow"};
constexpr std::array noteColumn = {u"note"};
constexpr std::array staffColumns = {u"name", u"totp"};
constexpr std::array accountColumns = {u"document_number", u"phone_number"};
constexpr std::array messageColumns = {u"phone", u"body"};

} // namespace

/// Columns that pass through the codec, and what FieldPlace::row is for them. Those of one line are all there or all
/// empty: what is empty is left alone.
struct SealedTable
{
    const char16_t *name;
    std::span<const KeyColumn> key;
    const char16_t *placeRow;
    std::span<const char16_t *const> columns;
};

namespace {

constexpr std::array tables = {SealedTable{u"application", applicationKey, u"id", applicationColumns},
                               SealedTable{u"desk_tag_name", tagKey, u"actor", tagColumns},
                               SealedTable{u"desk_view", viewKey, u"id", viewColumns},
                               SealedTable{u"sync_op", opKey, u"application", bodyColumn},
                               SealedTable{u"sync_op", opKey, u"application", answerColumn},
                               SealedTable{u"sync_row", shadowKey, u"application", shadowColumn},
                               SealedTable{u"contested", contestedKey, u"op", bodyColumn},
                               SealedTable{u"staff", idKey, u"id", staffColumns},
                               SealedTable{u"account", idKey, u"id", accountColumns},
                               SealedTable{u"account_history", idKey, u"id", noteColumn},
                               SealedTable{u"message", idKey, u"id", messageColumns}};

QString joined(std::span<const char16_t *const> columns, const QString &each, const QString &between)
{
    QStringList parts;
    for (const char16_t *column : columns)
        parts.append(each.arg(QString::fromUtf16(column)));
    return parts.join(between);
}

QStringList keyNames(const SealedTable &table)
{
    QStringList names;
    for (const KeyColumn &column : table.key)
        names.append(QString::fromUtf16(column.name));
    return names;
}

} // namespace

Resealer::Resealer(std::unique_ptr<Database> database, BlobStore blobs, std::shared_ptr<const SealedCodec> codec)
    : m_database(std::move(database)),
      m_blobs(std::move(blobs)),
      m_codec(std::move(codec)),
      m_prefix(QByteArray::fromStdString(m_codec->keys().sealingPrefix())),
      m_files(m_blobs.all())
{
}

Result<std::unique_ptr<Resealer>> Resealer::open(const std::string &location, const BlobStore &blobs,
                                                 std::shared_ptr<const SealedCodec> codec)
{
    Result<std::unique_ptr<Database>> database = Database::open(location, Database::Access::ReadWrite);
    if (!database)
        return database.error();
    return std::unique_ptr<Resealer>(new Resealer(*std::move(database), blobs, std::move(codec)));
}

/// `values`: what the place is called, the sealed columns, the key.
Done Resealer::resealRow(const SealedTable &table, std::vector<SqlValue> values) const
{
    const std::string row = values.front().toString().toStdString();
    const std::string name = QString::fromUtf16(table.name).toStdString();
    values.erase(values.begin());
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string column = QString::fromUtf16(table.columns[i]).toStdString();
        const FieldPlace place{name, row, column};
        const Result<std::string> plain = m_codec->decode(place, values[i].toByteArray());
        if (!plain)
            return within("reseal", plain.error());
        values[i] = m_codec->encode(place, *plain);
    }
    return m_database->execute(u"UPDATE %1 SET %2 WHERE %3 = ?"_s.arg(QString::fromUtf16(table.name),
                                                                      joined(table.columns, u"%1 = ?"_s, u", "_s),
                                                                      keyNames(table).join(u" = ? AND "_s)),
                               values);
}

Result<int> Resealer::resealRows(const SealedTable &table, int limit) const
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const QString sql = u"SELECT %1, %2, %3 FROM %4 WHERE %5 LIMIT ?"_s.arg(
        QString::fromUtf16(table.placeRow), joined(table.columns, u"%1"_s, u", "_s), keyNames(table).join(u", "_s),
        QString::fromUtf16(table.name),
        joined(table.columns, u"length(%1) > 0 AND substr(%1, 1, 5) <> ?"_s, u" OR "_s));
    std::vector<SqlValue> asked(table.columns.size(), m_prefix);
    asked.emplace_back(limit);
    std::vector<std::vector<SqlValue>> found;
    {
        Result<Rows> rows = m_database->run(sql, asked);
        if (!rows)
            return rows.error();
        while (rows->next()) {
            std::vector<SqlValue> values{sqlText(rows->text(0))};
            int column = 1;
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                values.emplace_back(rows->bytes(column++));
            for (const KeyColumn &key : table.key) {
                values.push_back(key.isNumber ? sqlInteger(rows->integer(column)) : sqlText(rows->text(column)));
                ++column;
            }
            found.push_back(std::move(values));
        }
        if (Done ended = rows->ended(); !ended)
            return ended.error();
    }
    for (std::vector<SqlValue> &values : found) {
        if (Done resealed = resealRow(table, std::move(values)); !resealed)
            return resealed.error();
    }
    if (Done committed = transaction->commit(); !committed)
        return committed.error();
    return int(found.size());
}

Result<int> Resealer::resealFiles(int limit)
{
    int resealed = 0;
    for (; resealed < limit && !m_files.empty(); m_files.pop_back()) {
        const Result<bool> written = m_blobs.writeAgain(m_files.back(), m_prefix.toStdString());
        if (!written)
            return written.error();
        resealed += *written ? 1 : 0;
    }
    return resealed;
}

Result<Resealed> Resealer::step(int limit)
{
    for (const SealedTable &table : tables) {
        const Result<int> rows = resealRows(table, limit);
        if (!rows)
            return rows.error();
        if (*rows > 0)
            return Resealed{*rows, false};
    }
    const Result<int> files = resealFiles(limit);
    if (!files)
        return files.error();
    return Resealed{*files, m_files.empty()};
}

} // namespace zsb
