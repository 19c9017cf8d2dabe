#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"
#include "core/protocol/op.h"
#include "tests/e2e/officedesktop.h"
#include "tests/support/phonebrowser.h"
#include "tests/support/qrreader.h"
#include "tests/support/testdatabase.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QSslKey>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

namespace {

constexpr int patience = 30'000;
constexpr int promisedMs = 5'000; ///< 已采集 at the desk, after the phone was told

/// The pack of Inner Mongolia with its windows open today. Empty: it could not be written.
QString openedPack(const QString &folder)
{
    const QString from = QStringLiteral(ZSB_SOURCE_DIR "/resources/policies/nm-2023");
    const QString opened = folder + u"/pack"_s;
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString copy = opened + file.mid(from.size());
        if (!QDir().mkpath(QFileInfo(copy).path()) || !QFile::copy(file, copy))
            return {};
    }
    QFile pack(opened + u"/pack.json"_s);
    if (!pack.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || !pack.open(QIODevice::ReadWrite))
        return {};
    QString text = QString::fromUtf8(pack.readAll());
    static const QRegularExpression opens(uR"re("from": "\d{4}-)re"_s);
    static const QRegularExpression closes(uR"re("to": "\d{4}-)re"_s);
    static const QRegularExpression daily(uR"re(\n +"daily_(from|to)": "[^"]*",)re"_s);
    text.replace(opens, u"\"from\": \"2000-"_s).replace(closes, u"\"to\": \"2099-"_s).remove(daily);
    pack.resize(0);
    pack.seek(0);
    pack.write(text.toUtf8());
    return opened;
}

/// What a phone's camera makes: larger than annex 2 allows.
std::string fromACamera(const PortraitStyle &style)
{
    return encodeJpeg(drawPortrait(faceOf(7, FaceSex::Female), style), 2'000'000).value();
}

} // namespace

/// A1.6.1–A1.6.3 and issue §2 with a real Chromium the size of a phone, the real program and real TLS: the page behind
/// a one-time link cuts, scales and encodes, is told what to mend, and the desk sees 已采集 within five seconds.
class TestPhone : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void thePageFitsAPhoneAndLoadsNothingFromElsewhere();
    void anUnfitPictureIsToldInChineseWhatToMend();
    void aGoodPictureIsCollectedAndTheDeskSeesIt();
    void aLinkThatIsUsedUpOpensNothing();
    void anEnglishPhoneIsToldInEnglish();

private:
    [[nodiscard]] bool signIn();
    /// A file somebody fills in, open for a picture.
    [[nodiscard]] bool begin(const std::string &id);
    [[nodiscard]] Op op(const std::string &id, CommandBody body, const std::string &after);
    /// What the QR code at the desk holds.
    [[nodiscard]] QString link(const std::string &id);
    [[nodiscard]] QString deskSays() const;
    [[nodiscard]] QString keep(const QString &name, const std::string &bytes) const;
    [[nodiscard]] QString trusted() const;
    /// For somebody who wants to see what was seen (ZSB_KEEP: a folder).
    void show(const QString &name);

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<ServerClient> m_clerk; ///< begins files; that has no window
    std::unique_ptr<OfficeDesktop> m_desk;
    std::unique_ptr<PhoneBrowser> m_phone;
    std::string m_packHash;
    std::string m_actor;
    int m_ops = 0;
};

void TestPhone::initTestCase()
{
    if (!PhoneBrowser::isInstalled())
        QSKIP("no chromedriver on this machine (Debian: chromium-driver)");
    m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"server"_s));
    if (testsPostgres())
        qputenv("ZSB_SERVER_DB", QByteArray::fromStdString(freshDatabase(m_folder.path())));
    const QString pack = openedPack(m_folder.path());
    QVERIFY(!pack.isEmpty());
    QCOMPARE(m_server->run({u"init"_s, u"--pack"_s, pack}).code, 0);
    QVERIFY(m_server->start());
    m_clerk = std::make_unique<ServerClient>(m_server->folder());
    QVERIFY(signIn());
    QVERIFY(begin("a") && begin("b"));
    const StaffSecrets desk = addStaff(*m_server, u"desk"_s, u"王采集"_s, {u"registrar"_s});
    m_desk = std::make_unique<OfficeDesktop>(m_folder.filePath(u"desk"_s), systemClock(), QString(), pack);
    QVERIFY(m_desk->enrol(*m_server));
    QVERIFY(m_desk->signIn(desk));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->files(), std::int64_t(2), deskPatience);
    m_phone = std::make_unique<PhoneBrowser>();
    QVERIFY2(m_phone->start(u"zh-CN"_s, trusted()), qPrintable(m_phone->trouble()));
}

bool TestPhone::signIn()
{
    const auto added = m_server->run({u"admin"_s, u"user"_s, u"add"_s, u"clerk"_s, u"--role"_s, u"registrar"_s});
    const auto code = m_server->run({u"enrol"_s});
    m_clerk->goTo(m_server->port());
    if (!m_clerk->enrol(valueBehind(code.out, u"device code, once within a day"_s)))
        return false;
    const auto session = m_clerk->signIn(added.out, systemClock()());
    if (!session)
        return false;
    m_packHash = session->packHash;
    m_actor = session->actor;
    return true;
}

Op TestPhone::op(const std::string &id, CommandBody body, const std::string &after)
{
    Op op;
    op.command = {.id = {id + "-" + std::to_string(++m_ops)},
                  .application = {id},
                  .actor = {m_actor},
                  .role = "registrar",
                  .at = systemClock()(),
                  .revision = 0,
                  .packHash = m_packHash,
                  .body = std::move(body)};
    op.after.value = after;
    return op;
}

bool TestPhone::begin(const std::string &id)
{
    const Op create = op(id, CreateDraft{"N-" + id, Origin::Desk}, {});
    const Op consent = op(id, AcceptNotice{"ticked"}, create.command.id.value);
    const Op type = op(id, ChooseType{"N1"}, consent.command.id.value);
    const Op name = op(id, SetFields{{{Field::Name, "李小明"}}}, type.command.id.value);
    const auto answer = m_clerk->ask("POST", "/v1/ops:batch", wireText(OpBatch{{}, {create, consent, type, name}}));
    const auto answers = answer ? readWire<OpAnswers>(answer->body) : Result<OpAnswers>(Error{});
    return answers && std::ranges::all_of(answers->answers,
                                          [](const OpAnswer &one) { return one.outcome == OpOutcome::Accepted; });
}

QString TestPhone::link(const std::string &id)
{
    if (!m_desk->open({id}))
        return {};
    m_desk->desktop().actions().action("sync.capture")->trigger();
    const auto *copy = m_desk->part<QPushButton>("captureCopy");
    if (!copy || !QTest::qWaitFor([copy] { return copy->isEnabled(); }, deskPatience))
        return {};
    return readQr(m_desk->part<QDialog>("captureDialog")->grab().toImage());
}

QString TestPhone::deskSays() const
{
    const auto *said = m_desk->part<QLabel>("captureSaid");
    return said ? said->text() : QString();
}

QString TestPhone::keep(const QString &name, const std::string &bytes) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes.data(), qint64(bytes.size())) == qint64(bytes.size())
               ? file.fileName()
               : QString();
}

QString TestPhone::trusted() const
{
    const QSslCertificate server = QSslCertificate::fromPath(m_server->folder() + u"/tls/server.pem"_s).value(0);
    const QByteArray key = QCryptographicHash::hash(server.publicKey().toDer(), QCryptographicHash::Sha256);
    return QString::fromLatin1(key.toBase64());
}

void TestPhone::show(const QString &name)
{
    const QString folder = qEnvironmentVariable("ZSB_KEEP");
    if (folder.isEmpty())
        return;
    QFile file(folder + u'/' + name + u".png"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_phone->screenshot());
    if (auto *dialog = m_desk->part<QDialog>("captureDialog"))
        QVERIFY(dialog->grab().save(folder + u"/desk-"_s + name + u".png"_s));
}

void TestPhone::thePageFitsAPhoneAndLoadsNothingFromElsewhere()
{
    const QString address = link("a");
    QVERIFY2(address.startsWith(u"https://"_s), qPrintable(deskSays()));
    m_phone->open(address);
    QVERIFY2(m_phone->trouble().isEmpty(), qPrintable(m_phone->trouble()));
    QCOMPARE(m_phone->text(u"h1"_s), u"证件照采集"_s);
    QVERIFY2(m_phone->text(u"#who"_s).contains(u"李"_s) && !m_phone->text(u"#who"_s).contains(u"小明"_s),
             qPrintable(m_phone->text(u"#who"_s)));
    QVERIFY(m_phone->value(u"document.documentElement.scrollWidth <= window.innerWidth"_s).toBool());
    QCOMPARE(m_phone->value(u"performance.getEntriesByType('resource').length"_s).toInt(-1), 0);
    const QString heights =
        u"Math.min(...Array.from(document.querySelectorAll('#choose .button'), b => b.offsetHeight))"_s;
    QVERIFY(m_phone->value(heights).toInt() >= 48); // a thumb's
    show(u"choose"_s);
}

void TestPhone::anUnfitPictureIsToldInChineseWhatToMend()
{
    m_phone->choose(u"#file"_s, keep(u"blue.jpg"_s, fromACamera({.size = {1074, 1323}, .background = {60, 90, 200}})));
    QTRY_VERIFY_WITH_TIMEOUT(m_phone->value(u"!document.getElementById('cut').hidden"_s).toBool(), patience);
    show(u"cut"_s);
    m_phone->tap(u"#send"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_phone->text(u"#result li"_s).isEmpty(), patience);
    show(u"mend"_s);
    QCOMPARE(m_phone->text(u"#result .bad"_s), u"请改正后重新上传："_s);
    QVERIFY2(m_phone->text(u"#result ul"_s).contains(u"背景"_s), qPrintable(m_phone->text(u"#result ul"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(deskSays(), u"考生已打开页面，正在等照片。"_s, promisedMs);
    QVERIFY(!m_desk->store().state({"a"})->portrait);
}

void TestPhone::aGoodPictureIsCollectedAndTheDeskSeesIt()
{
    m_phone->tap(u"#again"_s);
    m_phone->choose(u"#file"_s, keep(u"good.jpg"_s, fromACamera({.size = {1074, 1323}})));
    QTRY_VERIFY_WITH_TIMEOUT(m_phone->value(u"!document.getElementById('cut').hidden"_s).toBool(), patience);
    m_phone->tap(u"#send"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_phone->text(u"#result"_s).startsWith(u"已采集"_s), patience);
    show(u"done"_s);
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY_WITH_TIMEOUT(deskSays().contains(u"已采集"_s), promisedMs);
    const auto isHere = [this] {
        const Result<ApplicationState> file = m_desk->store().state({"a"});
        return file && file->portrait && file->identityCollectedAt;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isHere(), promisedMs);
    QVERIFY2(clock.elapsed() <= promisedMs, qPrintable(QString::number(clock.elapsed())));
    const ImageFacts facts =
        m_desk->store().state({"a"})->portrait->facts; // A2.2: cut, scaled and encoded on the phone
    QVERIFY(facts.format == ImageFormat::Jpeg);
    QVERIFY(facts.widthPx < 1074);
    m_desk->part<QPushButton>("captureClose")->click();
}

void TestPhone::aLinkThatIsUsedUpOpensNothing()
{
    const QString used = m_phone->value(u"location.href"_s).toString();
    m_phone->open(used);
    QVERIFY(m_phone->value(u"document.getElementById('choose') === null"_s).toBool());
}

void TestPhone::anEnglishPhoneIsToldInEnglish()
{
    m_phone = std::make_unique<PhoneBrowser>();
    QVERIFY2(m_phone->start(u"en-US"_s, trusted()), qPrintable(m_phone->trouble()));
    m_phone->open(link("b"));
    QCOMPARE(m_phone->text(u"h1"_s), u"Portrait collection"_s);
    m_phone->choose(u"#file"_s, keep(u"text.jpg"_s, "no picture"));
    QTRY_COMPARE_WITH_TIMEOUT(m_phone->text(u"#result .bad"_s), u"This picture cannot be read. Choose another one."_s,
                              patience);
}

QTEST_MAIN(TestPhone)
#include "tst_phone.moc"
