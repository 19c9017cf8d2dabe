// A client that works and is in step with a service at the same time: it makes files with pictures, gives them back,
// sends all of it, fetches pictures of others and reads their changes, until it is killed. What its store has kept it
// says on stdout: command, and how many events that made. Told to finish, it gives nothing more, waits until everything
// has arrived on both sides and says whether it agrees with the service.
#include "core/domain/json.h"
#include "core/image/inspect.h"
#include "core/storage/store.h"
#include "tests/e2e/lineclient.h"
#include "tests/support/testpack.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>
#include <set>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

namespace {

constexpr std::chrono::milliseconds between{4}; ///< commands
constexpr std::chrono::milliseconds look{100};  ///< whether it is over
constexpr std::chrono::seconds hurry{1};

class Syncer
{
public:
    Syncer(Store &store, const RuleBook &book, LineClient &client, std::string actor, const QString &pictures,
           QString life)
        : m_store(store),
          m_book(book),
          m_client(client),
          m_actor(std::move(actor)),
          m_pictures(QDir(pictures).entryInfoList({u"*.jpg"_s}, QDir::Files)),
          m_life(std::move(life))
    {
    }

    void work()
    {
        fetchWhatIsMissing();
        m_timer.callOnTimeout([this] { giveOne(); });
        m_timer.start(between);
    }
    void finish()
    {
        m_timer.callOnTimeout([this] { seeWhetherItIsOver(); });
        m_timer.start(look);
    }

private:
    void say(const std::string &line)
    {
        if (std::fprintf(stdout, "%s\n", line.c_str()) < 0 || std::fflush(stdout) != 0)
            QCoreApplication::exit(4);
    }
    [[nodiscard]] AttachMaterial nextPicture()
    {
        const std::size_t which = qHash(m_life + QString::number(m_given)) % std::size_t(m_pictures.size());
        const QString path = m_pictures.at(qsizetype(which)).absoluteFilePath();
        const auto sha256 = m_store.blobs().putFile(path.toStdString());
        return {{.slot = "id_card",
                 .sha256 = sha256 ? *sha256 : std::string(),
                 .fileName = "p.jpg",
                 .facts = imageFactsOf(path.toStdString()),
                 .addedAt = systemClock()()}};
    }
    [[nodiscard]] CommandBody nextOf(const std::string &number)
    {
        switch (m_step) {
        case 0:
            return CreateDraft{number, Origin::Import};
        case 1:
            return ChooseType{"N1"};
        case 2:
            return SetFields{{{Field::Name, "王五"}, {Field::DocumentNumber, number}, {Field::Phone, number}}};
        case 3:
            return nextPicture();
        case 4:
            return Submit{};
        case 5:
            return ClaimFile{};
        default:
            return ReturnFile{{{.code = "101"}}, {}, {}};
        }
    }
    void giveOne()
    {
        const std::string number = (m_life + u'-' + QString::number(m_given)).toStdString();
        const auto state = m_store.state({number}); // as whoever looks at it now: the service may have answered
        const Command command{.id = {number + '-' + std::to_string(m_step)},
                              .application = {number},
                              .actor = {m_actor},
                              .role = m_step <= submitted ? "import" : "school",
                              .at = systemClock()(),
                              .revision = state ? state->revision : 0,
                              .packHash = m_book.pack().hash,
                              .body = nextOf(number)};
        const Result<Execution> answer = m_store.execute(command, m_book, command.at);
        const auto *executed = answer ? std::get_if<Executed>(&*answer) : nullptr;
        if (executed == nullptr) {
            std::fprintf(stderr, "step %d: %s\n", m_step,
                         answer ? std::string(idOf(std::get<Refusal>(*answer).code)).c_str()
                                : answer.error().detail.c_str());
            return QCoreApplication::exit(5);
        }
        say(command.id.value + ' ' + std::to_string(executed->events.size()));
        if (++m_step > lastStep) {
            m_step = 0;
            ++m_given;
        }
        m_client.pump();
        if (m_client.engine().takeRows() > 0)
            fetchWhatIsMissing();
    }
    void fetchWhatIsMissing()
    {
        const auto all = m_store.queue({}, {}, mostFiles);
        for (const QueueEntry &entry : all ? all->entries : std::vector<QueueEntry>()) {
            const auto state = m_store.state(entry.id);
            if (!state)
                continue;
            for (const auto &[slot, attachments] : state->materials) {
                for (const Attachment &one : attachments)
                    fetch(one.sha256);
            }
        }
        m_client.pump();
    }
    void fetch(const std::string &sha256)
    {
        if (!sha256.empty() && !m_store.blobs().contains(sha256) && m_asked.insert(sha256).second) {
            m_client.engine().fetch({sha256, false});
            ++m_missing;
        }
    }
    void seeWhetherItIsOver()
    {
        m_missing -= int(m_client.engine().takeFetched().size());
        if (m_ticks++ % int(hurry / look) == 0) {
            static_cast<void>(m_client.engine().hurry());
            m_client.pump();
        }
        if (!m_client.isAtRest() || m_missing > 0)
            return;
        if (!std::exchange(m_hasFetched, true))
            return fetchWhatIsMissing();
        if (!std::exchange(m_hasAsked, true)) {
            m_client.engine().reconcile();
            m_client.pump();
        }
        for (const ReconcileReport &report : m_client.engine().takeReports()) {
            if (report.problem == "epoch-changed") { // set back meanwhile: the feed begins anew
                m_hasAsked = m_hasFetched = false;
                continue;
            }
            say(report.agrees() ? "agreed on " + std::to_string(report.applications) : "differs: " + report.problem);
            QCoreApplication::exit(report.agrees() ? 0 : 1);
        }
    }

    static constexpr int submitted = 4;
    static constexpr int lastStep = 6;
    static constexpr int mostFiles = 1'000;

    Store &m_store;
    const RuleBook &m_book;
    LineClient &m_client;
    std::string m_actor;
    QFileInfoList m_pictures;
    QString m_life;
    QTimer m_timer;
    std::set<std::string> m_asked;
    int m_given = 0;
    int m_step = 0;
    int m_missing = 0;
    int m_ticks = 0;
    bool m_hasFetched = false;
    bool m_hasAsked = false;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 5)
        return 2;
    QFile file(words.at(2));
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    const auto access = fromJsonValue<LineAccess>(QJsonValue(QJsonDocument::fromJson(file.readAll()).object()));
    const auto book = RuleBook::bind(sharedNm2023());
    const auto store = Store::open({.folder = words.at(1).toStdString()});
    if (!access || !book || !store)
        return 3;
    const auto client = LineClient::open(**store, **book, *access, {.poll = std::chrono::milliseconds(200)});
    if (!client)
        return 3;
    Syncer syncer(**store, **book, *client, access->session.actor, words.at(3), words.at(4));
    if (words.value(5) == "finish"_L1)
        syncer.finish();
    else
        syncer.work();
    client->pump();
    return QCoreApplication::exec();
}
