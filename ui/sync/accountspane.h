#pragma once

#include "core/protocol/session.h"
#include "ui/sync/accountdialog.h"
#include "ui/sync/accountwords.h"
#include "ui/sync/plaintable.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace zsb {

class ActionRegistry;
class Prompts;

/// 考生账号: somebody at a desk finds an account by its number or phone, sees what happened to it, and registers, gives
/// a new password or gives back a number for whoever stands there (A1.1.5). Asks the service by wanted(), shows what
/// came of it, keeps nothing: another session sees an empty page.
class AccountsPane : public QWidget
{
    Q_OBJECT

public:
    using Rows = std::function<SyncRows()>;

    AccountsPane(Rows rows, ActionRegistry &actions, const Theme &theme, QWidget *parent = nullptr);

    void setPrompts(Prompts *prompts) { m_prompts = prompts; }
    /// Who is signed in; nobody: nothing can be asked, and what was found is put away.
    void setSession(const std::optional<Session> &session);
    void take(const AccountReport &report);

signals:
    void wanted(const zsb::AccountAsk &ask, const QString &evidence);

private:
    [[nodiscard]] QWidget *buildForm();
    [[nodiscard]] QWidget *buildButtons();
    void find();
    void begin(AccountWish wish);
    void check();
    void showHistory();
    void show(const AccountList &list);
    void tell(const QString &text, Tone tone);
    [[nodiscard]] const AccountView *chosen() const;
    [[nodiscard]] QList<AccountChoice> roles() const;

    Rows m_rows;
    ActionRegistry &m_actions;
    Prompts *m_prompts = nullptr;
    std::optional<Session> m_session;
    QString m_searched; ///< the number m_list is of; what stands in the field may be another by now
    QString m_done;     ///< what was carried out just before the search that is under way
    AccountList m_list;
    bool m_busy = false; ///< a search is under way
    PlainTable m_accounts;
    PlainTable m_history;
    QComboBox *m_type = nullptr;
    QLineEdit *m_number = nullptr;
    QLineEdit *m_phone = nullptr;
    QTableView *m_accountsView = nullptr;
    QLabel *m_said = nullptr;
    QPointer<AccountDialog> m_dialog;
};

} // namespace zsb
