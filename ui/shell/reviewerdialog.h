#pragma once

#include <QDialog>
#include <QList>
#include <QString>
#include <QStringList>

class QComboBox;
class QCheckBox;
class QPushButton;

namespace zsb {

/// Somebody who decides on this computer. The name stands in the log beside every decision, so four eyes are two names.
struct ReviewerEntry
{
    QString name;
    QStringList roles; ///< ids of the pack's roles

    bool operator==(const ReviewerEntry &) const = default;
};

/// A role to choose, in the reader's language.
struct RoleChoice
{
    QString id;
    QString label;
    bool supervises = false; ///< settles what others doubt or dispute; nobody has it unasked
};

/// 审核人: who sits here and what this person may do. The names known on this computer are offered with their roles.
class ReviewerDialog : public QDialog
{
    Q_OBJECT

public:
    /// `known`: the last one first.
    ReviewerDialog(QList<ReviewerEntry> known, const QList<RoleChoice> &roles, QWidget *parent = nullptr);

    /// Longer names are no names.
    static constexpr int longestName = 40;

signals:
    void chosen(const zsb::ReviewerEntry &reviewer);

private:
    void build(const QList<RoleChoice> &roles);
    void showRoles();
    void showWhetherComplete();
    void choose();
    [[nodiscard]] ReviewerEntry entry() const;

    QList<ReviewerEntry> m_known;
    QComboBox *m_name = nullptr;
    QList<QCheckBox *> m_roles; ///< by its object's name: the role's id
    QStringList m_usual;        ///< of somebody new: every role that does not supervise
    QPushButton *m_accept = nullptr;
};

} // namespace zsb
