#pragma once

#include <QMap>
#include <QSet>
#include <QString>

/// The table of the root CMakeLists, as the build wrote it down.
class LayerTable
{
public:
    struct Row
    {
        QSet<QString> uses; ///< with whatever those use
        QSet<QString> qt;
    };

    static LayerTable read(const QString &file);

    const QMap<QString, Row> &rows() const { return m_rows; }
    /// `core/rules/rule.h` → rules, `ui/review/page.h` → ui_review; empty for what belongs to no module.
    static QString moduleOf(const QString &relativePath);

private:
    QMap<QString, Row> m_rows;
};
