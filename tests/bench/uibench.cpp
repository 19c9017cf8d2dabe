// Measures the desktop over a big season (see storebench make), each in a process of its own: uibench queue FOLDER, the
// review page; start FOLDER, the whole program; peer FOLDER, QSqlQueryModel on the same files; pictures, without any.
// Lines are `name value`.
#include "app/common/packsearch.h"
#include "app/desktop/desktop.h"
#include "core/storage/store.h"
#include "tests/bench/benchkit.h"
#include "tests/support/bigseason.h"
#include "tests/support/testpack.h"
#include "ui/review/queuepane.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QListView>
#include <QScrollBar>
#include <QSqlQueryModel>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <functional>
#include <random>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

class Bench
{
public:
    Bench(const std::string &folder, Stopwatch started)
        : m_started(started), m_store(*Store::open({.folder = folder, .codec = {}}))
    {
        m_theme.apply(*qApp, ThemeChoice::Light);
        m_controller.setDwell(std::chrono::milliseconds(0));
    }

    void run()
    {
        const double before = residentMb();
        coldStart();
        say(u"memory-list"_s, residentMb() - before);
        page();
        searches();
        filter();
        positions();
        switches();
        jumps();
        decisions();
    }

private:
    [[nodiscard]] bool isSettled()
    {
        const QList<FacetChoice> views = m_controller.views();
        return !m_controller.isReading() && m_controller.queue().isAll() && !views.isEmpty() && views.at(0).files >= 0;
    }
    [[nodiscard]] QListView &list() { return *m_page.findChild<QListView *>(u"queue"_s); }

    void coldStart()
    {
        m_page.resize(1280, 680);
        m_page.show();
        m_page.repaint();
        QCoreApplication::processEvents();
        sayBlock(m_watchdog, u"building"_s); // nobody waits for an answer yet
        const Stopwatch asked;
        m_controller.setView(u"in-review"_s);
        until([&] { return m_controller.queue().count() > 0; });
        say(u"first-page"_s, asked.wall());
        m_page.repaint();
        say(u"view-shown"_s, asked.wall());
        say(u"cold-start"_s, m_started.wall());
        until([&] { return m_controller.queue().isAll(); });
        say(u"list-built"_s, asked.wall());
        until([&] { return isSettled(); });
        say(u"facets-there"_s, asked.wall());
        say(u"files"_s, m_controller.queue().count());
        sayBlock(m_watchdog, u"opening"_s);
    }

    void page()
    {
        Times taken;
        std::mt19937 random{1};
        for (int i = 0; i < 100; ++i) {
            const int row = int(random() % unsigned(m_controller.queue().count()));
            const Stopwatch watch;
            list().scrollTo(m_controller.queue().index(row, 0), QAbstractItemView::PositionAtTop);
            until([&] { return m_controller.queue().isLoaded(row); });
            list().repaint();
            taken.add(watch);
        }
        taken.say(u"next-page"_s);
        sayBlock(m_watchdog, u"paging"_s);
    }

    /// What is typed, two thirds of it and all of it.
    void search(const QString &whole, Times &taken)
    {
        for (const qsizetype length : {whole.size() * 2 / 3, whole.size()}) {
            int resets = 0;
            const auto connection = QObject::connect(&m_controller.queue(), &QAbstractItemModel::modelReset, &m_page,
                                                     [&resets] { ++resets; });
            const Stopwatch watch;
            m_controller.setSearch(whole.left(length));
            until([&] { return resets > 0; });
            taken.add(watch);
            QObject::disconnect(connection);
            until([&] { return isSettled(); });
        }
    }

    void searches()
    {
        Spelling spelling;
        const int count = m_controller.queue().count();
        const std::pair<const char *, std::function<std::string(const BigPerson &)>> kinds[] = {
            {"number", [](const BigPerson &person) { return person.number; }},
            {"document", [](const BigPerson &person) { return person.document.substr(12); }},
            {"pinyin", [&](const BigPerson &person) { return spelling.read(person).front().py; }},
            {"initials", [&](const BigPerson &person) { return spelling.read(person).front().pyi; }},
            {"name", [](const BigPerson &person) { return person.name; }}};
        for (const auto &[kind, textOf] : kinds) {
            Times taken;
            for (int i = 0; i < 20; ++i)
                search(QString::fromStdString(textOf(BigPerson(1 + (i * 7919) % count))), taken);
            taken.say(u"search-"_s + QLatin1StringView(kind));
            m_controller.setSearch({});
            until([&] { return isSettled(); });
        }
        sayBlock(m_watchdog, u"searching"_s);
    }

    void filter()
    {
        Times shown;
        Times counted;
        for (const char *type : {"N1", "", "X3", "", "N1", "", "X3", ""}) {
            int resets = 0;
            const auto connection = QObject::connect(&m_controller.queue(), &QAbstractItemModel::modelReset, &m_page,
                                                     [&resets] { ++resets; });
            const Stopwatch watch;
            m_controller.setType(QString::fromLatin1(type));
            until([&] { return resets > 0; });
            shown.add(watch);
            until([&] { return isSettled(); });
            counted.add(watch);
            QObject::disconnect(connection);
        }
        shown.say(u"filter-shown"_s);
        counted.say(u"filter-counted"_s);
        sayBlock(m_watchdog, u"filtering"_s);
    }

    void positions()
    {
        Times taken;
        const QueueModel &queue = m_controller.queue();
        for (int i = 1; i <= 50; ++i) {
            const std::int64_t key = queue.keyAt(int(qint64(queue.count() - 1) * i / 50));
            const Stopwatch watch;
            static_cast<void>(queue.rowOfKey(key));
            taken.add(watch);
        }
        taken.say(u"position"_s);
    }

    void untilAhead()
    {
        const int next = m_controller.queue().nextUndecided(m_controller.row());
        until([&] { return m_controller.isAhead(m_controller.queue().at(next).id); });
    }

    void switches()
    {
        Times taken;
        m_controller.openRow(0);
        until([&] { return m_controller.row() == 0; });
        for (int i = 0; i < 200; ++i) {
            untilAhead();
            const Stopwatch watch;
            m_controller.nextFile();
            m_page.repaint();
            taken.add(watch);
            QCoreApplication::processEvents();
        }
        taken.say(u"switch"_s);
        sayBlock(m_watchdog, u"switching"_s);
    }

    /// A file nobody read ahead: somebody clicked on it.
    void jumps()
    {
        Times taken;
        std::mt19937 random{2};
        for (int i = 0; i < 50; ++i) {
            const int row = int(random() % unsigned(m_controller.queue().count()));
            const Stopwatch watch;
            m_controller.openRow(row);
            until([&] { return m_controller.row() == row; });
            m_page.repaint();
            taken.add(watch);
        }
        taken.say(u"jump"_s);
        sayBlock(m_watchdog, u"jumping"_s);
    }

    void decisions()
    {
        Times taken;
        m_controller.openRow(0);
        until([&] { return m_controller.row() == 0; });
        for (int i = 0; i < 100; ++i) {
            untilAhead();
            const ApplicationId before = m_controller.file().state.id;
            const Stopwatch watch;
            m_controller.doubt(u"请督导看一下"_s);
            until([&] { return m_controller.file().state.id != before; });
            m_page.repaint();
            taken.add(watch);
            QCoreApplication::processEvents();
        }
        taken.say(u"decide"_s);
        QElapsedTimer waited; // the list follows what was decided
        waited.start();
        until([&] { return waited.elapsed() > 5000; });
        sayBlock(m_watchdog, u"deciding"_s);
    }

    Stopwatch m_started;
    std::unique_ptr<Store> m_store;
    Watchdog m_watchdog;
    TaskRunner m_tasks;
    Theme m_theme;
    ActionRegistry m_actions{m_theme};
    ReviewController m_controller{ReviewTools{*m_store, m_store.get(), *RuleBook::bind(sharedNm2023()),
                                              [] { return bigSeasonStart; }, secureRandom()},
                                  Reviewer{ActorId{"reviewer-a"}, u"初审员甲"_s, {"school", "province", "supervisor"}},
                                  m_tasks};
    ReviewPage m_page{m_controller, m_actions, m_theme};
};

std::string noiseJpeg(const QSize &size, int quality, unsigned seed)
{
    QImage image(size, QImage::Format_RGB32);
    std::minstd_rand random{seed + 1};
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const int grain = int(random() >> 8U) % 48;
            line[x] = qRgb(x * 200 / size.width() + grain, y * 200 / size.height() + grain, 120 + grain);
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpg", quality);
    say(u"picture-mb"_s, double(bytes.size()) / 1e6);
    return bytes.toStdString();
}

/// The same list as anybody would write it with Qt: all files in a QSqlQueryModel.
int measurePeer(const QString &folder)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s);
    database.setDatabaseName(folder + u"/zsb.db"_s);
    database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    if (!database.open())
        return 1;
    const double before = residentMb();
    const Stopwatch timer;
    QSqlQueryModel model;
    model.setQuery(u"SELECT id, no, name, type, phase, stage, payment, college, errors, warnings, due, claimed_by, "
                   "claimed_until, updated, revision FROM application WHERE phase = 'in-review' "
                   "ORDER BY due, priority, no, id"_s,
                   database);
    say(u"peer-first-page"_s, timer.wall());
    while (model.canFetchMore())
        model.fetchMore();
    say(u"peer-list-built"_s, timer.wall());
    say(u"peer-memory-list"_s, residentMb() - before);
    say(u"peer-files"_s, model.rowCount());
    return 0;
}

/// The whole program on the season, from its start to the first file on the screen (U6).
int measureStart(QApplication &application, const QString &folder, Stopwatch started)
{
    Watchdog watchdog;
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"zsb-bench"_s);
    DesktopOptions options;
    options.pack = QString::fromStdString(defaultPack());
    options.language = u"zh"_s;
    options.theme = ThemeChoice::Light;
    options.dataFolder = folder;
    DialogPrompts prompts;
    Desktop desktop(application, options, prompts, systemClock());
    if (!desktop.start())
        return 1;
    say(u"start-window"_s, started.wall());
    QCoreApplication::processEvents();
    sayBlock(watchdog, u"start-building"_s); // nobody waits for an answer yet
    until([&] { return desktop.review() && !desktop.review()->file().isEmpty(); });
    desktop.window().repaint();
    say(u"start-usable"_s, started.wall());
    until([&] { return !desktop.review()->isReading() && desktop.tasks().running() == 0; });
    say(u"start-settled"_s, started.wall());
    sayBlock(watchdog, u"starting"_s);
    return 0;
}

/// A picture of a material that nobody asked for ahead, from the disk to its pixels (U3).
int measurePictures()
{
    const Watchdog watchdog;
    const QTemporaryDir folder;
    const BlobStore blobs(folder.path().toStdString());
    TaskRunner tasks;
    for (const auto &[name, size, quality] :
         {std::tuple{u"1mb"_s, QSize(2048, 1536), 83}, {u"10mb"_s, QSize(5616, 4212), 90}}) {
        Times taken;
        for (int i = 0; i < 10; ++i) {
            const Result<std::string> sha = blobs.put(noiseJpeg(size, quality, unsigned(i)));
            PictureLoader loader(
                tasks, [&blobs](const std::string &which) { return blobs.read(which, BlobStore::Verify::Yes); });
            const Stopwatch watch;
            static_cast<void>(loader.want(*sha));
            until([&] { return loader.peek(*sha) != nullptr; });
            taken.add(watch);
        }
        taken.say(u"picture-"_s + name);
    }
    return 0;
}

} // namespace

} // namespace zsb

int main(int count, char **arguments)
{
    const zsb::Stopwatch started;
    QApplication app(count, arguments);
    const QStringList given = QApplication::arguments().mid(1);
    if (given.size() == 2 && given[0] == u"queue")
        return zsb::Bench(given[1].toStdString(), started).run(), 0;
    if (given.size() == 2 && given[0] == u"start")
        return zsb::measureStart(app, given[1], started);
    if (given.size() == 2 && given[0] == u"peer")
        return zsb::measurePeer(given[1]);
    if (given.size() == 1 && given[0] == u"pictures")
        return zsb::measurePictures();
    QTextStream(stderr) << u"usage: uibench queue FOLDER | start FOLDER | peer FOLDER | pictures\n"_s;
    return 2;
}
