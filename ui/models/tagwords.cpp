#include "ui/models/tagwords.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace zsb {

TagWords::TagWords(const TagNames &names)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        m_names[i] = QString::fromStdString(names[i]);
}

QString TagWords::name(int tag) const
{
    return given(tag).isEmpty() ? tr("标签 %1").arg(tag) : given(tag);
}

QString TagWords::letter(int tag) const
{
    const QString name = given(tag);
    if (name.isEmpty())
        return QString::number(tag);
    const qsizetype units = name.front().isHighSurrogate() ? 2 : 1; // a rare Hanzi is one letter too
    return name.first(std::min(units, name.size())).toUpper();
}

QString TagWords::names(Tags tags) const
{
    QStringList all;
    for (const int tag : tagsIn(tags))
        all.append(name(tag));
    return all.join(tr("、"));
}

std::vector<int> tagsIn(Tags tags)
{
    std::vector<int> all;
    for (int tag = 1; tag <= tagCount; ++tag) {
        if ((tags & tagBit(tag)) != 0)
            all.push_back(tag);
    }
    return all;
}

} // namespace zsb
