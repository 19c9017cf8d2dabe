#include "ui/models/queuemodel.h"

#include <algorithm>
#include <utility>

namespace zsb {

namespace {

constexpr int block = 50;    ///< contents are asked for in blocks of so many rows
constexpr int mostRuns = 64; ///< more separate changes than that are shown as another list

/// Which keys there are, one bit each: keys are counted up by the database.
class KeySet
{
public:
    explicit KeySet(const std::vector<std::int64_t> &keys)
    {
        if (keys.empty())
            return;
        const auto [low, high] = std::ranges::minmax(keys);
        m_low = low;
        m_bits.resize(std::size_t(high - low) + 1);
        for (const std::int64_t key : keys)
            m_bits[std::size_t(key - low)] = true;
    }

    [[nodiscard]] bool contains(std::int64_t key) const
    {
        return key >= m_low && std::size_t(key - m_low) < m_bits.size() && m_bits[std::size_t(key - m_low)];
    }

private:
    std::int64_t m_low = 0;
    std::vector<bool> m_bits;
};

std::vector<std::int64_t> keysOf(const QList<QueueRow> &rows)
{
    std::vector<std::int64_t> keys;
    for (const QueueRow &row : rows)
        keys.push_back(row.key);
    return keys;
}

} // namespace

QueueModel::QueueModel(QObject *parent) : QAbstractTableModel(parent)
{
    m_ask.setSingleShot(true);
    m_ask.setInterval(0);
    connect(&m_ask, &QTimer::timeout, this, &QueueModel::askForWanted);
}

void QueueModel::setTagWords(const TagWords &words)
{
    if (words == m_tagWords)
        return;
    m_tagWords = words;
    if (count() > 0)
        emit dataChanged(index(0, 0), index(count() - 1, ColumnCount - 1));
}

void QueueModel::show(const QList<QueueRow> &rows, bool isAll)
{
    beginResetModel();
    m_keys = keysOf(rows);
    m_contents.clear();
    for (const QueueRow &row : rows)
        m_contents.insert_or_assign(row.key, row);
    m_isAll = isAll;
    m_wanted.clear();
    endResetModel();
}

void QueueModel::setList(const std::vector<std::int64_t> &keys)
{
    m_isAll = true;
    const KeySet fresh(keys);
    std::vector<bool> stays(m_keys.size());
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        stays[i] = fresh.contains(m_keys[i]) || isKept(m_keys[i]);
    const auto ends = [&](std::size_t i) { return !stays[i] && (i + 1 == stays.size() || stays[i + 1]); };
    int runs = 0;
    for (std::size_t i = 0; i < stays.size() && runs <= mostRuns; ++i)
        runs += ends(i) ? 1 : 0;
    if (runs > mostRuns || !isSameOrder(keys)) {
        beginResetModel();
        m_keys = withKept(keys);
        dropGone(keys);
        endResetModel();
        return;
    }
    removeRuns(stays);
    dropGone(keys);
    insertRuns(keys);
}

/// The list, and in it where they stood what is on screen or was decided here and is not in it any more.
std::vector<std::int64_t> QueueModel::withKept(std::vector<std::int64_t> keys) const
{
    const KeySet fresh(keys);
    for (int row = 0; row < count(); ++row) {
        if (isKept(keyAt(row)) && !fresh.contains(keyAt(row)))
            keys.insert(keys.begin() + std::min<std::ptrdiff_t>(row, std::ssize(keys)), keyAt(row));
    }
    return keys;
}

/// What left comes back as it is by then.
void QueueModel::dropGone(const std::vector<std::int64_t> &keys)
{
    const KeySet fresh(keys);
    std::erase_if(m_contents, [&](const auto &entry) { return !fresh.contains(entry.first) && !isKept(entry.first); });
}

/// Whether the files of both lists stand in the same order in both, and what is new stands together in a few places.
bool QueueModel::isSameOrder(const std::vector<std::int64_t> &keys) const
{
    const KeySet fresh(keys);
    const KeySet old(m_keys);
    auto at = m_keys.begin();
    int runs = 0;
    bool inRun = false;
    for (const std::int64_t key : keys) {
        if (!old.contains(key)) {
            runs += inRun ? 0 : 1;
            inRun = true;
            continue;
        }
        inRun = false;
        at = std::find_if(at, m_keys.end(), [&](std::int64_t mine) { return fresh.contains(mine); });
        if (at == m_keys.end() || *at != key)
            return false;
        ++at;
    }
    return runs <= mostRuns;
}

void QueueModel::removeRuns(const std::vector<bool> &stays)
{
    for (int last = int(stays.size()) - 1; last >= 0; --last) {
        if (stays[std::size_t(last)])
            continue;
        int first = last;
        while (first > 0 && !stays[std::size_t(first) - 1])
            --first;
        beginRemoveRows({}, first, last);
        m_keys.erase(m_keys.begin() + first, m_keys.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

/// What is new goes before the file it stands before in the new list, after the one on screen or decided there.
void QueueModel::insertRuns(const std::vector<std::int64_t> &keys)
{
    const KeySet old(m_keys);
    const KeySet fresh(keys);
    int at = 0;
    for (std::size_t i = 0; i < keys.size();) {
        while (at < count() && !fresh.contains(keyAt(at)))
            ++at; // kept here although it left the queue
        std::size_t end = i;
        while (end < keys.size() && !old.contains(keys[end]))
            ++end;
        if (end == i) {
            ++at;
            ++i;
            continue;
        }
        beginInsertRows({}, at, at + int(end - i) - 1);
        m_keys.insert(m_keys.begin() + at, keys.begin() + std::ptrdiff_t(i), keys.begin() + std::ptrdiff_t(end));
        endInsertRows();
        at += int(end - i);
        i = end;
    }
}

void QueueModel::put(const QList<QueueRow> &rows)
{
    int first = count();
    int last = -1;
    int place = 0;
    for (const QueueRow &row : rows) {
        const int found = rowOfKeyNear(row.key, place);
        if (found < 0)
            continue;
        place = found;
        QueueRow &mine = m_contents[row.key];
        if (!mine.decided)
            mine = row;
        first = std::min(first, place);
        last = std::max(last, place);
    }
    trim(rows);
    if (last >= first)
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

/// Far more than a screen holds: all but the newest, the decided and the open one go.
void QueueModel::trim(const QList<QueueRow> &justPut)
{
    if (m_contents.size() <= mostLoaded)
        return;
    const KeySet news(keysOf(justPut));
    std::erase_if(m_contents, [&](const auto &entry) { return !news.contains(entry.first) && !isKept(entry.first); });
}

void QueueModel::forgetContents()
{
    std::erase_if(m_contents, [](const auto &entry) { return !entry.second.decided; });
    if (count() > 0)
        emit dataChanged(index(0, 0), index(count() - 1, ColumnCount - 1));
}

void QueueModel::remove(std::int64_t key)
{
    const int row = rowOfKey(key);
    if (row < 0 || isKept(key))
        return;
    beginRemoveRows({}, row, row);
    m_keys.erase(m_keys.begin() + row);
    m_contents.erase(key);
    endRemoveRows();
}

bool QueueModel::update(const QueueRow &row)
{
    const int place = rowOfKey(row.key);
    if (place < 0)
        return false;
    QueueRow &mine = m_contents[row.key];
    if (mine != row) {
        mine = row;
        emit dataChanged(index(place, 0), index(place, ColumnCount - 1));
    }
    return true;
}

const QueueRow &QueueModel::at(int row) const
{
    static const QueueRow nothing;
    const auto found = m_contents.find(keyAt(row));
    return found == m_contents.end() ? nothing : found->second;
}

std::vector<std::int64_t> QueueModel::missingAround(int row) const
{
    std::vector<std::int64_t> keys;
    const int first = row / block * block;
    for (int at = first; at < std::min(first + block, count()); ++at) {
        if (!isLoaded(at))
            keys.push_back(keyAt(at));
    }
    return keys;
}

int QueueModel::rowOf(const ApplicationId &id) const
{
    const auto found = std::ranges::find_if(m_contents, [&](const auto &entry) { return entry.second.id == id; });
    return found == m_contents.end() ? -1 : rowOfKey(found->first);
}

int QueueModel::rowOfKey(std::int64_t key) const
{
    const auto found = std::ranges::find(m_keys, key);
    return found == m_keys.end() ? -1 : int(found - m_keys.begin());
}

/// What is read together stands together: the other places are looked through only when it does not.
int QueueModel::rowOfKeyNear(std::int64_t key, int row) const
{
    const auto from = m_keys.begin() + std::max(0, row - pageSize);
    const auto to = m_keys.begin() + std::min(count(), row + pageSize);
    const auto found = std::find(from, to, key);
    return found == to ? rowOfKey(key) : int(found - m_keys.begin());
}

bool QueueModel::isKept(std::int64_t key) const
{
    if (key == m_open)
        return true;
    const auto found = m_contents.find(key);
    return found != m_contents.end() && found->second.decided;
}

int QueueModel::nextUndecided(int after) const
{
    for (int row = after + 1; row < count(); ++row) {
        const QueueRow &content = at(row);
        if (!content.decided && content.heldBy.isEmpty())
            return row;
    }
    return -1;
}

void QueueModel::want(int row) const
{
    m_wanted.insert(row / block * block);
    if (!m_ask.isActive())
        m_ask.start();
}

void QueueModel::askForWanted()
{
    std::vector<std::int64_t> keys;
    for (const int first : std::exchange(m_wanted, {})) {
        const std::vector<std::int64_t> missing = first < count() ? missingAround(first) : std::vector<std::int64_t>();
        keys.insert(keys.end(), missing.begin(), missing.end());
    }
    if (!keys.empty())
        emit contentWanted(keys);
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString QueueModel::text(const QueueRow &row, int column) const
{
    switch (Column(column)) {
    case StateColumn:
        return row.state;
    case NumberColumn:
        return row.applicationNo;
    case NameColumn:
        return row.name;
    case IssuesColumn: {
        const int issues = row.errors + row.warnings;
        return issues == 0 ? QString() : QString::number(issues);
    }
    case DeadlineColumn:
        return row.deadline;
    case ColumnCount:
        break;
    }
    return {};
}

QString QueueModel::spoken(const QueueRow &row) const
{
    if (row.id.isEmpty())
        return {};
    QString text = tr("%1，%2，%3").arg(row.applicationNo, row.name, row.state);
    if (row.errors + row.warnings > 0)
        text = tr("%1，错误 %2 项，提示 %3 项").arg(text).arg(row.errors).arg(row.warnings);
    if (row.tags != 0)
        text = tr("%1，标签 %2").arg(text, m_tagWords.names(row.tags));
    return row.deadline.isEmpty() ? text : tr("%1，期限 %2").arg(text, row.deadline);
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QueueRow &row = at(index.row());
    if (row.id.isEmpty())
        want(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return spoken(row);
    case ToneRole:
        return int(row.tone);
    case ErrorsRole:
        return row.errors;
    case WarningsRole:
        return row.warnings;
    case DecidedRole:
        return row.decided;
    case OverdueRole:
        return row.overdue;
    case HeldByRole:
        return row.heldBy;
    case TypeRole:
        return row.type;
    case TagsRole:
        return int(row.tags);
    }
    return {};
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case StateColumn:
        return tr("状态");
    case NumberColumn:
        return tr("报名号");
    case NameColumn:
        return tr("姓名");
    case IssuesColumn:
        return tr("问题");
    case DeadlineColumn:
        return tr("期限");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace zsb
