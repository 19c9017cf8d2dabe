#pragma once

#include "ui/models/tone.h"

#include <QAbstractTableModel>
#include <QList>
#include <QStringList>

class QTableView;

namespace zsb {

class Theme;

struct PlainRow
{
    QStringList cells;
    Tone tone = Tone::Neutral; ///< its sign stands before the first cell
    QString id{};              ///< whatever the row is about
    bool isUnread = false;     ///< in bold, and said so

    bool operator==(const PlainRow &) const = default;
};

/// A table of texts that is read anew as a whole; rows that stay keep their selection.
class PlainTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    PlainTable(const Theme &theme, QStringList headers, QObject *parent = nullptr);

    void show(QList<PlainRow> rows);
    void setEmptyWords(const QString &words) { m_emptyWords = words; } ///< in its view while there is no row
    [[nodiscard]] const QString &emptyWords() const { return m_emptyWords; }
    [[nodiscard]] const PlainRow &row(int row) const { return m_rows.at(row); }
    [[nodiscard]] QString idOf(int row) const;
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] int count() const { return int(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Theme &m_theme;
    QStringList m_headers;
    QList<PlainRow> m_rows;
    QString m_emptyWords;
    bool m_hasSigns = false; ///< some row has one: the others keep its place
};

/// A view of such a table as every tab of the sync centre has one: whole rows, no editing, Tab leaves it; the column
/// `wide` takes the room that is left. An empty one says so.
[[nodiscard]] QTableView *makePlainView(PlainTable &table, const char *name, const QString &spoken, int wide,
                                        QWidget *parent);

} // namespace zsb
