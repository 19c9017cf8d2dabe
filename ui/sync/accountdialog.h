#pragma once

#include "core/sync/accountlane.h"

#include <QDialog>
#include <QList>
#include <QString>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace zsb {

class Prompts;

/// Something to choose from: its id and what it is called.
struct AccountChoice
{
    QString id;
    QString label;
};

/// What such a dialog begins with.
struct AccountStart
{
    AccountWish wish = AccountWish::Assist;
    std::string account{}; ///< of Reset and Reclaim
    QString documentType{};
    QString documentNumber{};
    QList<AccountChoice> documentTypes{};
    QList<AccountChoice> roles{}; ///< as which somebody may act
};

/// A candidate stands at the desk with their document (A1.1.5): registered, given a new password, or given back their
/// number. They type phone and password themselves; a reclaim needs a file and a word as evidence. Stays open until it
/// is done: a refusal says what to change.
class AccountDialog : public QDialog
{
    Q_OBJECT

public:
    /// `prompts` outlives it.
    AccountDialog(AccountStart start, Prompts *prompts, QWidget *parent = nullptr);

    /// What came of it; closes when it was done.
    void take(const AccountReport &report);
    [[nodiscard]] QString documentNumber() const;
    [[nodiscard]] QString documentType() const;

    /// Not while an answer is awaited: it belongs to whoever stands here, and to nobody after them.
    void reject() override;

signals:
    void wanted(const zsb::AccountAsk &ask, const QString &evidence);

private:
    void build();
    void check();
    void submit();
    void chooseEvidence();
    [[nodiscard]] QLineEdit *edit(QLatin1StringView name, const QString &spoken);

    AccountStart m_start;
    Prompts *m_prompts = nullptr;
    bool m_busy = false;
    QString m_evidencePath;
    QComboBox *m_role = nullptr;
    QComboBox *m_type = nullptr;
    QLineEdit *m_number = nullptr;
    QLineEdit *m_numberAgain = nullptr;
    QLineEdit *m_phone = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_passwordAgain = nullptr;
    QLineEdit *m_note = nullptr;
    QLineEdit *m_evidence = nullptr; ///< shows its name
    QPushButton *m_accept = nullptr;
    QPushButton *m_cancel = nullptr;
    QLabel *m_said = nullptr;
};

} // namespace zsb
