#pragma once

#include "ui/models/tone.h"

#include <QAbstractListModel>
#include <QList>

namespace zsb {

/// One link of a file's history (R5): who did what, when, under which regulation, having seen what.
struct HistoryRow
{
    QString when; ///< local to the pack's time zone
    QString who;
    QString role;   ///< empty: none worth saying
    QString what;   ///< one sentence
    QString detail; ///< reasons, notes, pictures seen
    QString pack;   ///< version and start of its hash
    QString hash;   ///< of the link in the chain
    Tone tone = Tone::Neutral;

    [[nodiscard]] QString actor() const; ///< 张三 · 初审
    bool operator==(const HistoryRow &) const = default;
};

/// The timeline of one file, newest first. Read only.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        WhenRole = Qt::UserRole,
        ActorRole, ///< who, and the role they acted in
        DetailRole,
        PackRole,
        HashRole,
        ToneRole, ///< Tone
    };

    explicit HistoryModel(QObject *parent = nullptr);

    void setRows(QList<HistoryRow> rows);
    [[nodiscard]] const HistoryRow &at(int row) const { return m_rows.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<HistoryRow> m_rows;
};

} // namespace zsb
