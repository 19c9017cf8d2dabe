#include "tests/architecture/layertable.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// What linking alone cannot see: every #include against the layer table, and words that do not belong where they
/// stand.
class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyModuleHasItsRow();
    void includesStayInsideTheLayers();
    void qtHeadersBelongToTheRow();
    void bannedWordsAreAbsent();
    void regulationIsNotInCode();
    void filesHaveOneSubject();
    void oneNameIsOneType();

private:
    struct Source
    {
        QString path; ///< relative
        QStringList lines;
    };

    static QString withoutComment(QString line);
    QSet<QString> qtModulesOf(const QString &header) const;

    LayerTable m_table;
    QList<Source> m_sources;
};

void TestLayers::initTestCase()
{
    m_table = LayerTable::read(QStringLiteral(ZSB_LAYER_FILE));
    QVERIFY(m_table.rows().size() > 5);
    const QDir root(QStringLiteral(ZSB_SOURCE_DIR));
    for (const QString &top : {u"core"_s, u"ui"_s, u"app"_s}) {
        QDirIterator it(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_sources.append({root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()).split(u'\n')});
        }
    }
    QVERIFY(m_sources.size() > 20);
}

QString TestLayers::withoutComment(QString line)
{
    const auto comment = line.indexOf("//"_L1);
    if (comment >= 0)
        line.truncate(comment);
    const QString start = line.trimmed();
    return start.startsWith(u'*') || start.startsWith("/*"_L1) ? QString() : line;
}

QSet<QString> TestLayers::qtModulesOf(const QString &header) const
{
    static const QDir qt(QStringLiteral(ZSB_QT_INCLUDES));
    QSet<QString> modules;
    for (const QString &module : qt.entryList({u"Qt*"_s}, QDir::Dirs)) {
        if (QFile::exists(qt.filePath(module + u'/' + header)))
            modules.insert(module.mid(2));
    }
    return modules;
}

void TestLayers::everyModuleHasItsRow()
{
    for (const Source &source : std::as_const(m_sources)) {
        const QString module = LayerTable::moduleOf(source.path);
        if (!module.isEmpty())
            QVERIFY2(m_table.rows().contains(module), qPrintable(source.path));
    }
}

void TestLayers::includesStayInsideTheLayers()
{
    static const QRegularExpression include(u"^\\s*#include \"([^\"]+)\""_s);
    for (const Source &source : std::as_const(m_sources)) {
        const QString module = LayerTable::moduleOf(source.path);
        for (const QString &line : source.lines) {
            const QString included = include.match(line).captured(1);
            if (included.isEmpty() || included.endsWith(".moc"_L1))
                continue;
            QVERIFY2(!included.contains("../"_L1), qPrintable(source.path + u": "_s + included));
            const QString other = LayerTable::moduleOf(included);
            if (module.isEmpty() || other.isEmpty() || other == module)
                continue;
            QVERIFY2(m_table.rows().value(module).uses.contains(other),
                     qPrintable(source.path + u" includes "_s + included));
        }
    }
}

void TestLayers::qtHeadersBelongToTheRow()
{
    static const QRegularExpression include(u"^\\s*#include <(Q[A-Za-z0-9]+)(/[^>]+)?>"_s);
    for (const Source &source : std::as_const(m_sources)) {
        const QString module = LayerTable::moduleOf(source.path);
        if (module.isEmpty())
            continue;
        for (const QString &line : source.lines) {
            const auto match = include.match(line);
            if (!match.hasMatch())
                continue;
            QVERIFY2(match.captured(2).isEmpty(), qPrintable(source.path + u" spells out a Qt module: "_s + line));
            const QSet<QString> homes = qtModulesOf(match.captured(1));
            QVERIFY2(homes.isEmpty() || homes.intersects(m_table.rows().value(module).qt),
                     qPrintable(source.path + u" may not include "_s + line));
        }
    }
}

void TestLayers::bannedWordsAreAbsent()
{
    struct Ban
    {
        QRegularExpression word;
        QString except; ///< path prefix where it may stand
    };
    const QList<Ban> bans = {
        {QRegularExpression(u"QEventLoop|processEvents"_s), {}},
        {QRegularExpression(u"\\bSIGNAL\\(|\\bSLOT\\("_s), {}},
        {QRegularExpression(u"::instance\\(\\)"_s), u"ui/sync/linewatch"_s}, // Qt's only door to it
        {QRegularExpression(u"\\bTODO\\b|\\bFIXME\\b"_s), {}},
        {QRegularExpression(u"\\bQSettings\\b"_s), u"ui/shell/settingsstore"_s},
        {QRegularExpression(u"\\bQSql(Query|Database)\\b"_s), u"core/storage/"_s},
        {QRegularExpression(u"[dD]ialog(->|\\.)exec\\(|QMessageBox::(question|warning|information|critical)\\("_s), {}},
        {QRegularExpression(u"system_clock::now|currentDate(Time)?\\("_s), u"core/base/clock"_s},
    };
    for (const Source &source : std::as_const(m_sources)) {
        for (const QString &line : source.lines) {
            const QString code = withoutComment(line);
            for (const Ban &ban : bans) {
                if (ban.except.isEmpty() || !source.path.startsWith(ban.except))
                    QVERIFY2(!ban.word.match(code).hasMatch(), qPrintable(source.path + u": "_s + line));
            }
            QVERIFY2(!source.path.startsWith("core/"_L1) || !code.contains(QRegularExpression(u"\\btr\\("_s)),
                     qPrintable(source.path + u": "_s + line));
        }
    }
}

void TestLayers::regulationIsNotInCode()
{
    // Years, types of candidate and limits belong to the pack.
    static const QRegularExpression regulation(u"\\b(2022|2023|2024|2025)\\b|51200|应届|往届|退役|三支一扶|内蒙古"_s);
    for (const Source &source : std::as_const(m_sources)) {
        if (source.path.startsWith("core/demo/"_L1) || source.path.startsWith("core/exchange/annex4"_L1))
            continue; // pictures of papers carry the words of papers; the importer knows its spreadsheets
        for (const QString &line : source.lines)
            QVERIFY2(!regulation.match(withoutComment(line)).hasMatch(), qPrintable(source.path + u": "_s + line));
    }
}

void TestLayers::filesHaveOneSubject()
{
    for (const Source &source : std::as_const(m_sources))
        QVERIFY2(source.lines.size() <= 501, qPrintable(source.path + u" has more than 500 lines"_s));
}

/// Two types of one name are one type to the linker, which takes the functions of either for both.
void TestLayers::oneNameIsOneType()
{
    static const QRegularExpression definition(
        uR"(^(?:struct|class|enum class|union) (?:\[\[\w+\]\] )?(\w+)(?: final)?(?: :[^;]*)?$)"_s);
    QMap<QString, QString> seen;
    for (const Source &source : m_sources) {
        if (!source.path.endsWith(".h"_L1))
            continue;
        for (const QString &line : source.lines) {
            const auto match = definition.match(line);
            if (!match.hasMatch())
                continue;
            const QString name = match.captured(1);
            QVERIFY2(!seen.contains(name),
                     qPrintable(u"%1 and %2 both define %3"_s.arg(seen.value(name), source.path, name)));
            seen.insert(name, source.path);
        }
    }
    QVERIFY(seen.size() > 200);
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
