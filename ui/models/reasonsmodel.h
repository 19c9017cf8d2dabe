#pragma once

#include <QAbstractListModel>
#include <QList>

namespace zsb {

/// What a reason can point at in a file.
struct ReasonTarget
{
    QString items; ///< item keys with commas between; empty: all that the pack names for the code
    QString name;
    QString text;  ///< the reason's words about it
    QString found; ///< what the checks found there; empty: nothing

    bool operator==(const ReasonTarget &) const = default;
};

/// One reason of the pack that a file can be returned or refused for, and what it would reopen here.
struct ReasonRow
{
    QString code;
    QString clause;
    QString pinyin;              ///< initials of the text, for finding it while typing
    QList<ReasonTarget> targets; ///< at least one
    int target = 0;              ///< which of them is meant
    bool needsNote = false;
    bool suggested = false; ///< a finding of this file speaks for it; never chosen by the machine
    QString note;

    static constexpr int longestNote = 200; ///< characters

    [[nodiscard]] ReasonTarget about() const { return targets.value(target); }
    bool operator==(const ReasonRow &) const = default;
};

/// Reasons to choose from: the usual ones of the candidate's type first, under the digits 1–9, which stay with their
/// reason whatever is typed. Filtering never loses what is chosen.
class ReasonsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        CodeRole = Qt::UserRole,
        ClauseRole,
        DigitRole, ///< QString, 1–9 or empty
        ChosenRole,
        TargetRole, ///< name of what it reopens
        TargetCountRole,
        NeedsNoteRole,
        SuggestedRole,
    };

    explicit ReasonsModel(QObject *parent = nullptr);

    void setReasons(QList<ReasonRow> reasons);
    void setFilter(const QString &text); ///< code, pinyin initials or words
    [[nodiscard]] QString filter() const { return m_filter; }

    void toggle(int row);
    bool toggleDigit(int digit); ///< 1–9; false when no reason lies under it
    /// The next or the one before; a note that was only what the checks found goes with it.
    void turnTarget(int row, int by);
    void setNote(const QString &code, const QString &note);
    /// What was begun before; unknown codes are left out, and so is a target that is none any more.
    void choose(const QString &code, const QString &items, const QString &note);
    [[nodiscard]] QList<ReasonRow> chosen() const; ///< in the order of the pack's list
    [[nodiscard]] bool isComplete() const;         ///< something is chosen and no note is missing
    [[nodiscard]] int firstIncomplete() const;     ///< row of a chosen one whose note is missing, or -1
    [[nodiscard]] const ReasonRow &at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    void choiceChanged();

private:
    void toggleReason(int reason);
    void setTarget(int reason, int target);
    [[nodiscard]] bool matches(const ReasonRow &row) const;
    [[nodiscard]] static QString spoken(const ReasonRow &row, bool isChosen);

    QList<ReasonRow> m_reasons;
    QList<bool> m_chosen;
    QList<int> m_shown; ///< indexes into m_reasons
    QString m_filter;
};

} // namespace zsb
