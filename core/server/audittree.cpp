#include "core/server/audittree.h"

#include <QByteArray>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

std::string hex(const MerkleHash &hash)
{
    return QByteArray(reinterpret_cast<const char *>(hash.data()), qsizetype(hash.size())).toHex().toStdString();
}

std::vector<std::string> hex(const std::vector<MerkleHash> &hashes)
{
    std::vector<std::string> texts;
    for (const MerkleHash &hash : hashes)
        texts.push_back(hex(hash));
    return texts;
}

} // namespace

Done AuditTree::grow(const Database &database)
{
    Result<Rows> rows = database.run(u"SELECT hash FROM events WHERE seq > ? ORDER BY seq"_s,
                                     {sqlInteger(std::int64_t(m_tree.size()))});
    if (!rows)
        return rows.error();
    while (rows->next())
        m_tree.append(merkleLeaf(QByteArray::fromHex(QByteArray::fromStdString(rows->text(0))).toStdString()));
    return rows->ended();
}

Result<CheckpointNote> AuditTree::head(const Database &database, std::int64_t witness)
{
    const std::scoped_lock lock(m_mutex);
    if (Done grown = grow(database); !grown)
        return grown.error();
    const auto size = std::int64_t(m_tree.size());
    if (m_last.note.empty() || m_last.size != size) {
        const Result<std::string> note = signCheckpoint({m_origin, m_tree.size(), m_tree.root()}, *m_key);
        if (!note)
            return note.error();
        m_last = {size, hex(m_tree.root()), *note, {}};
    }
    CheckpointNote answer = m_last;
    if (witness > 0 && witness < size)
        answer.consistency = hex(m_tree.consistencyProof(std::uint64_t(witness), m_tree.size()));
    return answer;
}

Result<std::vector<std::string>> AuditTree::inclusion(const Database &database, std::int64_t seq, std::int64_t size)
{
    const std::scoped_lock lock(m_mutex);
    if (Done grown = grow(database); !grown)
        return grown.error();
    if (seq < 1 || seq > size || size > std::int64_t(m_tree.size()))
        return Error{ErrorCode::NotFound, "no such event"};
    return hex(m_tree.inclusionProof(std::uint64_t(seq - 1), std::uint64_t(size)));
}

Result<std::vector<std::string>> AuditTree::consistency(const Database &database, std::int64_t first,
                                                        std::int64_t second)
{
    const std::scoped_lock lock(m_mutex);
    if (Done grown = grow(database); !grown)
        return grown.error();
    if (first < 1 || first > second || second > std::int64_t(m_tree.size()))
        return Error{ErrorCode::NotFound, "no such sizes"};
    return hex(m_tree.consistencyProof(std::uint64_t(first), std::uint64_t(second)));
}

} // namespace zsb
