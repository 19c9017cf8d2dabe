#include "core/protocol/blobs.h"
#include "ui/sync/syncworker.h"

#include <QFile>

namespace zsb {

void SyncWorker::ask(AccountAsk ask, const QString &evidence)
{
    const auto fail = [&](const char *problem) { m_hears.accountAnswered({.wish = ask.wish, .problem = problem}); };
    if (!m_engine || m_paused) {
        fail("paused");
        return;
    }
    if (!evidence.isEmpty()) {
        QFile file(evidence);
        if (!file.open(QIODevice::ReadOnly) || file.size() == 0) {
            fail("evidence-unreadable");
            return;
        }
        if (file.size() > largestWholeBytes) {
            fail("evidence-too-large");
            return;
        }
        ask.evidence = file.readAll().toStdString();
    }
    m_engine->ask(std::move(ask));
    hurry(); // somebody stands at the desk
}

void SyncWorker::issueCapture(const NewCapture &link)
{
    if (!m_engine || m_paused) {
        m_hears.captured({.file = link.application, .isLink = true, .problem = "paused"});
        return;
    }
    m_engine->issueCapture(link);
    hurry(); // somebody stands at the desk
}

void SyncWorker::watchCapture(const ApplicationId &file)
{
    if (!m_engine)
        return;
    m_engine->watchCapture(file);
    pump();
}

void SyncWorker::askNotices()
{
    if (!m_engine || m_paused) {
        m_hears.noticed({.problem = "paused"});
        return;
    }
    m_engine->askNotices();
    pump();
}

void SyncWorker::readNotices(const std::vector<std::int64_t> &seqs)
{
    if (!m_engine || m_paused) // they are unread still
        return;
    m_engine->readNotices(seqs);
    pump();
}

void SyncWorker::tellAsked()
{
    for (const NoticeReport &report : m_engine->takeNotices())
        m_hears.noticed(lookAtNotices(*m_store, report));
    if (const std::vector<std::int64_t> read = m_engine->takeReadNotices(); !read.empty())
        m_hears.noticesRead(read);
    for (const AccountReport &report : m_engine->takeAccounts()) {
        note("account", report.problem.empty() ? std::string(idOf(report.wish)) : report.problem);
        m_hears.accountAnswered(report);
    }
}

} // namespace zsb
