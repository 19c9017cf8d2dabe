#pragma once

#include "ui/models/evidenceplace.h"
#include "ui/models/tone.h"

#include <QAbstractListModel>
#include <QList>
#include <QRectF>

namespace zsb {

/// One complaint about the file on screen, as the reviewer meets it.
struct FindingRow
{
    /// What a person said of it.
    enum class Verdict : std::uint8_t
    {
        Open,
        Confirmed,
        Dismissed,
    };

    QString key;  ///< findingKey(): comes back as Open when what it is about changes
    QString rule; ///< id of the binding
    QString message;
    QString clause; ///< A2.2
    QString quote;  ///< verbatim words of the regulation
    QString source; ///< file of the pack the quote stands in
    Tone tone = Tone::Warning;
    bool blocks = false; ///< an error nobody resolved keeps the file from being approved
    Verdict verdict = Verdict::Open;
    QString note; ///< why it was confirmed or dismissed
    EvidencePlace place;
    bool isHint = false; ///< measured while looking at the file: nothing to be resolved
    bool isPair = false; ///< its evidence is another file's picture, to be laid beside this one
    QRectF box;          ///< where on that picture, as shares of it; null: nobody measured

    bool operator==(const FindingRow &) const = default;
};

/// Findings of the file on screen, the open and grave ones first. Read only; verdicts go through the controller.
class FindingsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        KeyRole = Qt::UserRole,
        ToneRole,    ///< Tone
        ClauseRole,  ///< id of the clause
        QuoteRole,   ///< its words
        VerdictRole, ///< FindingRow::Verdict
        BlocksRole,  ///< bool
        NoteRole,
        HintRole, ///< bool
    };

    explicit FindingsModel(QObject *parent = nullptr);

    void setRows(QList<FindingRow> rows);
    [[nodiscard]] const FindingRow &at(int row) const { return m_rows.at(row); }
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] int hintCount() const; ///< of count(): nothing to be resolved
    [[nodiscard]] int openCount() const; ///< of those that are no hints
    [[nodiscard]] int blockingCount() const;
    [[nodiscard]] int firstOpen(int after = -1) const; ///< row, or -1
    [[nodiscard]] int rowOf(const QString &key) const; ///< row, or -1

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString spoken(const FindingRow &row) const;

    QList<FindingRow> m_rows;
};

} // namespace zsb
