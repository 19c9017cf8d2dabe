#pragma once

#include "core/sync/accountlane.h"
#include "ui/sync/syncrows.h"

#include <QCoreApplication>
#include <QString>

namespace zsb {

/// Candidates' accounts in words: what was found, what happened to them, and why something was not done.
class AccountWords
{
    Q_DECLARE_TR_FUNCTIONS(zsb::AccountWords)

public:
    /// Id: that of the account.
    [[nodiscard]] static QList<PlainRow> accounts(const AccountList &list, const SyncRows &rows);
    [[nodiscard]] static QList<PlainRow> history(const AccountView &account, const SyncRows &rows);
    [[nodiscard]] static QString wish(AccountWish wish);
    [[nodiscard]] static QString role(const std::string &id, const SyncRows &rows);
    /// One or more sentences; empty when it was done.
    [[nodiscard]] static QString problem(const AccountReport &report);

private:
    [[nodiscard]] static QString event(const std::string &kind);
    [[nodiscard]] static QString refusal(const std::string &problem);
    [[nodiscard]] static QString member(const std::string &name);
    [[nodiscard]] static QString defect(const std::string &name, const std::string &what);
};

} // namespace zsb
