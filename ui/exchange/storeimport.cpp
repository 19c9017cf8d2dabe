#include "ui/exchange/storeimport.h"

#include "core/batch/filelook.h"
#include "core/batch/inputmessages.h"
#include "core/batch/layoutfindings.h"
#include "core/image/inspect.h"
#include "core/image/picturefacts.h"
#include "core/storage/freshfolder.h"
#include "core/storage/measuredpictures.h"
#include "core/storage/seasonimport.h"
#include "ui/exchange/rosterreader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QThread>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::size_t problemsKept = 1000;

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString translated(const char *text)
{
    return QCoreApplication::translate("zsb::StoreImport", text);
}

QString troubleText(const ImportedRow &row)
{
    switch (row.trouble) {
    case RowTrouble::None:
        return {};
    case RowTrouble::NoKey:
        return translated(QT_TRANSLATE_NOOP("zsb::StoreImport", "既没有报名号也没有证件号码，不知道是谁。"));
    case RowTrouble::RepeatedInFile:
        return translated(QT_TRANSLATE_NOOP("zsb::StoreImport", "同一份档案在表中已出现过，只取第一行。"));
    case RowTrouble::Refused:
        return translated(
            QT_TRANSLATE_NOOP("zsb::StoreImport", "档案在本机已往前走（已审、已锁定或被领取），不能再由名册改动。"));
    case RowTrouble::FileUnreadable:
        return translated(QT_TRANSLATE_NOOP("zsb::StoreImport", "所列的文件 %1 读不出来。")).arg(toText(row.file));
    case RowTrouble::Damaged:
        return translated(
            QT_TRANSLATE_NOOP("zsb::StoreImport", "单元格里的内容已经丢失，整行不导入；请改正原表再导入。"));
    case RowTrouble::NoType:
        return translated(QT_TRANSLATE_NOOP("zsb::StoreImport", "考生类型不认识，作为草稿入库，不进入审核。"));
    case RowTrouble::UnknownType:
        return translated(QT_TRANSLATE_NOOP("zsb::StoreImport", "考生类型不认识，整行不导入，库中保持原样。"));
    case RowTrouble::OtherPerson:
        return translated(
            QT_TRANSLATE_NOOP("zsb::StoreImport", "报名号相同，但姓名和证件都是另一个人，整行不导入；请核对报名号。"));
    case RowTrouble::FileGone:
        return translated(QT_TRANSLATE_NOOP("zsb::StoreImport", "所列的材料文件找不到；保留先前导入的那一份。"));
    case RowTrouble::PaymentUnreadable:
        return translated(QT_TRANSLATE_NOOP("zsb::StoreImport", "缴费状态或金额读不懂；保留先前记录的。"));
    case RowTrouble::BlankKept:
        return translated(
            QT_TRANSLATE_NOOP("zsb::StoreImport", "空白的单元格保留先前导入的内容；要删去请在程序中修改。"));
    }
    return {};
}

std::string filesFolder(const ImportRequest &request)
{
    return (request.filesFolder.isEmpty() ? QFileInfo(request.file).absolutePath() : request.filesFolder).toStdString();
}

/// One pass over a roster into a store.
class Pass
{
public:
    Pass(const RuleBook &book, Language language) : m_book(book), m_language(language) {}

    [[nodiscard]] Result<ImportOutcome> run(RosterReader &roster, std::int64_t total, SeasonImport &season,
                                            FileFacts &files, const TaskContext &context);

private:
    void note(std::span<const RowProblem> problems, const RosterReader &roster);
    void note(std::int64_t row, int column, const Finding &finding, const RosterReader &roster);
    void note(std::int64_t row, const ImportedRow &imported);
    void add(ImportOutcome::Problem problem);
    [[nodiscard]] Done take(const RowChunk &chunk, const RosterReader &roster, RowRecord &records,
                            SeasonImport &season);

    const RuleBook &m_book;
    Language m_language;
    ImportOutcome m_outcome;
};

void Pass::add(ImportOutcome::Problem problem)
{
    ++m_outcome.problemCount;
    if (m_outcome.problems.size() < problemsKept)
        m_outcome.problems.push_back(std::move(problem));
}

void Pass::note(std::span<const RowProblem> problems, const RosterReader &roster)
{
    for (const RowProblem &problem : problems)
        note(problem.row, problem.column, findingOf(problem, roster.header(), roster.columns()), roster);
}

void Pass::note(std::int64_t row, int column, const Finding &finding, const RosterReader &roster)
{
    const bool hasHeader = column > 0 && std::size_t(column) <= roster.header().size();
    const QString field = hasHeader ? toText(roster.header()[std::size_t(column) - 1]) : QString();
    add({row, field, toText(m_language == Language::Chinese ? finding.messageZh : finding.messageEn), Tone::Warning});
}

void Pass::note(std::int64_t row, const ImportedRow &imported)
{
    if (imported.trouble != RowTrouble::None)
        add({row, {}, troubleText(imported), imported.outcome == RowOutcome::Wrong ? Tone::Error : Tone::Warning});
}

/// A candidate: what is wrong with its row, then the row itself.
Done Pass::take(const RowChunk &chunk, const RosterReader &roster, RowRecord &records, SeasonImport &season)
{
    const RowChunk::ChunkRow &row = chunk.rows.front();
    const Record &record = records.fill(chunk, row);
    note(records.differences(), roster);
    for (const CellRepair &repair : records.repairs())
        note(row.number, int(repair.column) + 1, findingOf(repair, roster.header()[repair.column]), roster);
    const Result<ImportedRow> imported =
        losesContent(row.problems, roster.columns()) ? season.reject(RowTrouble::Damaged) : season.add(record);
    if (!imported)
        return imported.error();
    note(row.number, *imported);
    return done();
}

Result<ImportOutcome> Pass::run(RosterReader &roster, std::int64_t total, SeasonImport &season, FileFacts &files,
                                const TaskContext &context)
{
    RowRecord records(m_book.pack(), roster.columns(), files, roster.info().datesFrom1904);
    for (const LayoutFinding &of : layoutFindings(roster.layout())) {
        if (of.finding.severity != Severity::Info) // columns that are not known stand in the mapping
            note(of.row, of.column, of.finding, roster);
    }
    if (const auto missing = missingColumns(roster.layout(), m_book.pack()))
        note(roster.layout().headerRow, 0, *missing, roster);
    for (std::int64_t candidates = 0;;) {
        if (context.stop.stop_requested())
            return Error{ErrorCode::Cancelled, "import stopped"};
        const Result<const RowChunk *> chunk = roster.nextOfAnyKind();
        if (!chunk)
            return chunk.error();
        if (!*chunk)
            break;
        const RowChunk::ChunkRow &row = (*chunk)->rows.front();
        note(row.problems, roster);
        if (roster.kind() != RowKind::Candidate) {
            note(row.number, 0, findingOf(problemOf(roster.kind(), row.number), {}, {}), roster);
            continue;
        }
        if (const Done taken = take(**chunk, roster, records, season); !taken)
            return taken.error();
        context.progress(++candidates, total);
    }
    const Result<ImportCounts> counts = season.finish();
    if (!counts)
        return counts.error();
    m_outcome.fresh = counts->fresh;
    m_outcome.changed = counts->changed;
    m_outcome.same = counts->same;
    m_outcome.wrong = counts->wrong;
    return m_outcome;
}

struct Setting
{
    const RuleBook &book;
    Instant now;
};

SeasonImportOptions optionsOf(const Setting &setting, const ImportRequest &request)
{
    SeasonImportOptions options;
    options.actor = ActorId{"import"};
    options.now = setting.now;
    options.random = secureRandom();
    options.filesFolder = filesFolder(request);
    return options;
}

/// Looks at every picture and copies it, so that nobody waits for that once rows are written. How many rows there are.
Result<std::int64_t> prepareFiles(const Setting &setting, const ImportRequest &request, const SeasonImport &season,
                                  FileFacts &files, const TaskContext &context)
{
    Result<std::unique_ptr<RosterReader>> roster = RosterReader::open(request.file.toStdString(), setting.book.pack());
    if (!roster)
        return roster.error();
    const auto next = [&]() -> Result<std::optional<RowChunk>> {
        if (context.stop.stop_requested())
            return Error{ErrorCode::Cancelled, "import stopped"};
        const Result<const RowChunk *> chunk = (*roster)->next();
        if (!chunk)
            return chunk.error();
        return *chunk ? std::optional(**chunk) : std::nullopt;
    };
    std::int64_t rows = 0;
    const auto prepare = [&](const Record &record) {
        season.prepare(record);
        context.progress(++rows, 0);
        return done();
    };
    const FileLook look{setting.book.pack(), (*roster)->columns(), files, (*roster)->info().datesFrom1904,
                        std::max(1, QThread::idealThreadCount() - 1)};
    const Done looked = lookAtFiles(look, next, prepare);
    return looked ? Result<std::int64_t>(rows) : looked.error();
}

Result<ImportOutcome> runImport(const Setting &setting, const ImportRequest &request, SeasonImport &season,
                                FileFacts &files, const TaskContext &context)
{
    const Result<std::int64_t> rows = prepareFiles(setting, request, season, files, context);
    if (!rows)
        return rows.error();
    Result<std::unique_ptr<RosterReader>> roster = RosterReader::open(request.file.toStdString(), setting.book.pack());
    if (!roster)
        return roster.error();
    return Pass(setting.book, request.language).run(**roster, *rows, season, files, context);
}

/// No picture is measured that the store has measured already.
Result<std::unique_ptr<PictureFacts>> picturesOf(const Store &store, std::shared_ptr<SharedModel> model,
                                                 PictureFacts::Scans scans)
{
    Result<MeasuredPictures> known = measuredPictures(store);
    if (!known)
        return known.error();
    return std::make_unique<PictureFacts>(
        std::move(model), KnownFigures{std::move(known->portraits), std::move(known->materials)}, scans);
}

} // namespace

StoreImport::StoreImport(StoreOptions season, std::shared_ptr<const RuleBook> book, Clock clock, Keep keep,
                         std::shared_ptr<SharedModel> model, PictureFacts::Scans scans)
    : m_season(std::move(season)),
      m_book(std::move(book)),
      m_clock(std::move(clock)),
      m_keep(keep),
      m_model(std::move(model)),
      m_scans(scans)
{
}

Result<ImportPreview> StoreImport::preview(const ImportRequest &request)
{
    const Pack &pack = m_book->pack();
    const Language language = request.language;
    Result<std::unique_ptr<RosterReader>> opened = RosterReader::open(request.file.toStdString(), pack);
    if (!opened)
        return opened.error();
    RosterReader &roster = **opened;
    const Result<const RowChunk *> first = roster.next();
    if (!first)
        return first.error();
    ImportPreview preview;
    for (std::size_t column = 0; column < roster.header().size(); ++column) {
        const std::optional<Field> field = roster.columns().fields[column];
        preview.columns.push_back({toText(roster.header()[column]),
                                   field ? toText(pack.field(*field).label.in(language)) : QString(),
                                   *first ? toText((*first)->cell((*first)->rows.front(), column)) : QString()});
    }
    for (const Field field : roster.columns().missing)
        preview.missing.append(toText(pack.field(field).label.in(language)));
    return preview;
}

Result<ImportOutcome> StoreImport::dryRun(const ImportRequest &request, const TaskContext &context)
{
    const Setting setting{*m_book, m_clock()};
    const Result<std::unique_ptr<const Store>> store = Store::openReadOnly(m_season);
    if (!store && store.error().code != ErrorCode::NotFound)
        return store.error();
    const auto season = SeasonImport::dryRun(store ? store->get() : nullptr, *m_book, optionsOf(setting, request));
    FileFacts files(filesFolder(request), imageFactsOf); // nothing is measured to try it out
    return runImport(setting, request, *season, files, context);
}

Result<ImportOutcome> StoreImport::import(const ImportRequest &request, const TaskContext &context)
{
    if (!keeps())
        return Error{ErrorCode::Refused, "a demo season takes no table"};
    const Setting setting{*m_book, m_clock()};
    FreshFolder fresh(m_season.folder);
    const Result<std::unique_ptr<Store>> store = Store::open(m_season);
    if (!store)
        return store.error();
    const Result<std::unique_ptr<PictureFacts>> pictures = picturesOf(**store, m_model, m_scans);
    if (!pictures)
        return pictures.error();
    FileFacts files(
        filesFolder(request), [&](const std::string &path) { return (*pictures)->page(path); },
        [&](const std::string &path) { return (*pictures)->portrait(path); });
    SeasonImport season(**store, *m_book, optionsOf(setting, request));
    Result<ImportOutcome> outcome = runImport(setting, request, season, files, context);
    if (outcome)
        fresh.keep();
    return outcome;
}

} // namespace zsb
