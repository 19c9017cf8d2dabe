#include "ui/review/portraitstudy.h"

#include "core/base/hash.h"
#include "core/image/heldpicture.h"
#include "core/image/inspect.h"
#include "core/policy/portraitjudge.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <mutex>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr qsizetype nameLength = 16; ///< of the hash: enough to tell files apart, and says nothing of a person

struct FitOutcome
{
    QString path;
    QString problem;
};

bool write(const QString &path, const std::string &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes.data(), qint64(bytes.size())) == qint64(bytes.size()) &&
           file.commit();
}

/// One line of what was done to which file.
bool writeProvenance(const QString &path, const std::string &source, const FittedPortrait &fitted)
{
    const QJsonObject line{
        {u"source_sha256"_s, QString::fromStdString(source)},
        {u"sha256"_s, QString::fromStdString(sha256Hex(fitted.bytes))},
        {u"changed"_s, fitted.isChanged},
        {u"bared"_s, fitted.isBared},
        {u"turned"_s, fitted.turned},
        {u"cut_left"_s, fitted.cut.left()},
        {u"cut_top"_s, fitted.cut.top()},
        {u"cut_width"_s, fitted.cut.width()},
        {u"cut_height"_s, fitted.cut.height()},
        {u"width"_s, fitted.size.width()},
        {u"height"_s, fitted.size.height()},
        {u"quality"_s, fitted.quality},
    };
    return write(path, QJsonDocument(line).toJson(QJsonDocument::Compact).toStdString() + '\n');
}

FitOutcome keepCopy(const std::string &source, const FittedPortrait &fitted, const QString &folder)
{
    const QString stem = QString::fromStdString(source).first(nameLength);
    const QDir dir(folder);
    const std::string_view ending = imageFormatId(sniffImageFormat(fitted.bytes));
    const QString path = dir.filePath(stem + u'.' + QLatin1StringView(ending));
    if (!QDir().mkpath(folder) || !write(path, fitted.bytes) ||
        !writeProvenance(dir.filePath(stem + u".json"_s), source, fitted))
        return {{}, PortraitStudies::tr("副本无法写入。")};
    return {path, {}};
}

QString whyNot(const Error &error)
{
    return error.code == ErrorCode::Refused
               ? PortraitStudies::tr("这张照片不能这样制作副本：%1").arg(QString::fromStdString(error.detail))
               : PortraitStudies::tr("照片无法读取。");
}

} // namespace

class PortraitStudies::Workshop
{
public:
    Workshop(std::shared_ptr<const Pack> pack, std::shared_ptr<SharedModel> model, std::shared_ptr<MemoryBudget> work)
        : m_pack(std::move(pack)), m_model(std::move(model)), m_work(std::move(work))
    {
    }

    PortraitStudy study(const std::string &bytes)
    {
        const MemoryBudget::Share share = shareFor(bytes);
        std::unique_ptr<PortraitReader> reader = borrow();
        PortraitStudy study;
        study.reading = reader->read(bytes);
        study.overlay = portraitOverlay(bytes, study.reading);
        if (study.reading.facts.isReadable()) // as wherever portraits are judged
            study.findings = judgePortrait(study.reading, *m_pack, m_pack->portraitProfile);
        giveBack(std::move(reader));
        return study;
    }

    FitOutcome fit(const std::string &bytes, const std::string &sha256, const QString &folder)
    {
        const MemoryBudget::Share share = shareFor(bytes);
        std::unique_ptr<PortraitReader> reader = borrow();
        const auto fitted = fitPortrait(bytes, *reader, *m_pack, m_pack->portraitProfile);
        giveBack(std::move(reader));
        return fitted ? keepCopy(sha256, *fitted, folder) : FitOutcome{{}, whyNot(fitted.error())};
    }

private:
    [[nodiscard]] MemoryBudget::Share shareFor(const std::string &bytes) const
    {
        return m_work ? m_work->take(pictureMemory(bytes, portraitRoom)) : MemoryBudget::Share();
    }

    std::unique_ptr<PortraitReader> borrow()
    {
        const std::shared_ptr<const LandmarkModel> model = m_model->get();
        const std::lock_guard lock(m_mutex);
        if (m_readers.empty())
            return std::make_unique<PortraitReader>(model);
        std::unique_ptr<PortraitReader> reader = std::move(m_readers.back());
        m_readers.pop_back();
        return reader;
    }

    void giveBack(std::unique_ptr<PortraitReader> reader)
    {
        const std::lock_guard lock(m_mutex);
        m_readers.push_back(std::move(reader));
    }

    std::shared_ptr<const Pack> m_pack;
    std::shared_ptr<SharedModel> m_model;
    std::shared_ptr<MemoryBudget> m_work;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<PortraitReader>> m_readers;
};

PortraitStudies::PortraitStudies(TaskRunner &tasks, PictureLoader::Read read, std::shared_ptr<const Pack> pack,
                                 std::shared_ptr<SharedModel> model, std::shared_ptr<MemoryBudget> work,
                                 QObject *parent)
    : QObject(parent),
      m_tasks(tasks),
      m_read(std::move(read)),
      m_workshop(std::make_shared<Workshop>(std::move(pack), std::move(model), std::move(work)))
{
}

PortraitStudies::~PortraitStudies() = default;

const PortraitStudy *PortraitStudies::peek(const std::string &sha256) const
{
    const auto found = m_studies.find(sha256);
    return found == m_studies.end() ? nullptr : &found->second;
}

const PortraitStudy *PortraitStudies::want(const std::string &sha256)
{
    if (const PortraitStudy *study = peek(sha256)) {
        m_order.remove(sha256);
        m_order.push_front(sha256);
        return study;
    }
    if (sha256.empty() || !m_running.insert(sha256).second)
        return nullptr;
    const auto work = [read = m_read, workshop = m_workshop, sha256](const TaskContext &) {
        const Result<std::string> bytes = read(sha256);
        return bytes ? workshop->study(*bytes) : PortraitStudy();
    };
    m_tasks.run(this, work, [this, sha256](PortraitStudy study) {
        m_running.erase(sha256);
        m_studies.insert_or_assign(sha256, std::move(study));
        m_order.push_front(sha256);
        if (m_order.size() > kept) {
            m_studies.erase(m_order.back());
            m_order.pop_back();
        }
        emit ready(sha256);
    });
    return nullptr;
}

void PortraitStudies::fit(const std::string &sha256, const QString &folder)
{
    const auto work = [read = m_read, workshop = m_workshop, sha256, folder](const TaskContext &) {
        const Result<std::string> bytes = read(sha256);
        return bytes ? workshop->fit(*bytes, sha256, folder) : FitOutcome{{}, whyNot(bytes.error())};
    };
    m_tasks.run(this, work, [this](const FitOutcome &outcome) { emit fitted(outcome.path, outcome.problem); });
}

} // namespace zsb
