#pragma once

#include "core/base/id.h"
#include "ui/models/tone.h"

#include <QAbstractListModel>
#include <QList>

namespace zsb {

/// One of the last decisions.
struct RecentRow
{
    ApplicationId file;
    CommandId decision;
    QString name;
    QString number;
    QString judgement; ///< in words
    Tone tone = Tone::Neutral;
    QString undo; ///< what undoing it would be called now; empty: it is too late
};

/// The last ten decisions, newest first: each leads back to its file, and may be undone while it is held. Read only.
class RecentModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int depth = 10;

    enum Role
    {
        ToneRole = Qt::UserRole, ///< Tone
    };

    explicit RecentModel(QObject *parent = nullptr);

    void setRows(QList<RecentRow> rows); ///< at most depth of them are kept
    [[nodiscard]] const RecentRow &at(int row) const { return m_rows.at(row); }
    [[nodiscard]] int count() const { return int(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<RecentRow> m_rows;
};

} // namespace zsb
