#include "ui/review/reviewcontroller.h"

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr Tags anyTag = (1 << tagCount) - 1;
constexpr auto anyId = "any"_L1;

} // namespace

void ReviewController::readTagNames()
{
    const Result<TagNames> names = m_session.store().desk(m_session.reviewer().id).tagNames();
    if (!names) {
        sayFailure(names.error());
        return;
    }
    m_tagWords = TagWords(*names);
    m_queue.setTagWords(m_tagWords);
}

void ReviewController::readFileTags()
{
    m_fileTags = 0;
    if (file().isEmpty())
        return;
    const Result<Tags> tags = m_session.store().desk(m_session.reviewer().id).tagsOf(file().state.id);
    if (tags)
        m_fileTags = *tags;
    else
        sayFailure(tags.error());
}

/// A mark is no command: the file stays as it is, and whoever else has it sees nothing.
void ReviewController::toggleTag(int tag)
{
    if (file().isEmpty() || !mayWrite())
        return;
    const bool on = (m_fileTags & tagBit(tag)) == 0;
    const Done set = m_session.writer()->desk(m_session.reviewer().id).setTag(file().state.id, tag, on);
    if (!set) {
        sayFailure(set.error());
        return;
    }
    m_fileTags = Tags(on ? m_fileTags | tagBit(tag) : m_fileTags & ~tagBit(tag));
    if (m_row >= 0 && m_queue.isLoaded(m_row)) {
        QueueRow row = m_queue.at(m_row);
        row.tags = m_fileTags;
        m_queue.update(row);
    }
    m_facets.start();
    emit tagsChanged();
    emit said(on ? tr("已加标签：%1").arg(m_tagWords.name(tag)) : tr("已去掉标签：%1").arg(m_tagWords.name(tag)),
              Tone::Neutral);
}

void ReviewController::nameTag(int tag, const QString &name)
{
    if (!mayWrite())
        return;
    const Done named = m_session.writer()->desk(m_session.reviewer().id).nameTag(tag, name.simplified().toStdString());
    if (!named) {
        sayFailure(named.error());
        return;
    }
    readTagNames();
    emit tagsChanged();
    showFacets();
}

/// All files, files with any tag, and each tag that is in use.
QList<FacetChoice> ReviewController::tagChoices() const
{
    QList<FacetChoice> choices;
    for (int tag = 1; tag <= tagCount; ++tag) {
        const std::int64_t files = m_feed.tagFiles().at(std::size_t(tag - 1));
        if (files > 0 || m_filter.tags == tagBit(tag))
            choices.append({QString::number(tag), u"%1 %2"_s.arg(tag).arg(m_tagWords.name(tag)), files});
    }
    if (choices.isEmpty() && m_filter.tags == 0)
        return choices;
    choices.prepend({anyId, tr("有任何标签"), -1});
    choices.prepend({QString(), tr("不按标签筛选"), -1});
    return choices;
}

QString ReviewController::tagChoice() const
{
    const std::vector<int> tags = tagsIn(m_filter.tags);
    if (tags.empty())
        return {};
    return tags.size() == 1 ? QString::number(tags.front()) : QString(anyId);
}

void ReviewController::setTagChoice(const QString &id)
{
    QueueFilter filter = m_filter;
    const int tag = id.toInt();
    filter.tags = id == anyId ? anyTag : tag >= 1 && tag <= tagCount ? tagBit(tag) : Tags(0);
    setFilter(filter);
}

} // namespace zsb
