#include "tests/architecture/layertable.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

LayerTable LayerTable::read(const QString &fileName)
{
    LayerTable table;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return table;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'|');
        Row row;
        for (const QString &used : cells.value(1).split(u' ', Qt::SkipEmptyParts)) {
            row.uses.insert(used);
            row.uses.unite(table.m_rows.value(used).uses); // rows stand below what they use
        }
        const QStringList qt = cells.value(2).split(u' ', Qt::SkipEmptyParts);
        row.qt = QSet<QString>(qt.begin(), qt.end());
        table.m_rows.insert(cells.value(0).trimmed(), row);
    }
    return table;
}

QString LayerTable::moduleOf(const QString &relativePath)
{
    static const QRegularExpression pattern(u"^(core|ui)/([a-z]+)/"_s);
    const auto match = pattern.match(relativePath);
    if (!match.hasMatch())
        return {};
    return match.captured(1) == "ui"_L1 ? u"ui_"_s + match.captured(2) : match.captured(2);
}
