#include "ui/review/scanstudy.h"

#include "core/image/heldpicture.h"
#include "core/image/scanjudge.h"
#include "core/image/scanreader.h"

#include <algorithm>
#include <utility>

namespace zsb {

namespace {

/// A study does not depend on what the form says.
ScanPicture withoutTexts(ScanPicture picture)
{
    picture.expected.clear();
    return picture;
}

} // namespace

/// Used on the one thread only.
class ScanStudies::Workshop
{
public:
    Workshop(std::shared_ptr<const Pack> pack, std::shared_ptr<MemoryBudget> work)
        : m_pack(std::move(pack)), m_work(std::move(work))
    {
    }

    [[nodiscard]] Answer work(const std::string &bytes, const Job &job)
    {
        const MemoryBudget::Share share = m_work ? m_work->take(pictureMemory(bytes, scanRoom)) : MemoryBudget::Share();
        const ScanPaper *paper = m_pack->scan.paper(job.picture.slot);
        Answer answer;
        answer.study.reading = readScan(bytes, paper);
        answer.study.findings = judgeScan(answer.study.reading, *m_pack, {job.picture.slot, job.picture.type});
        if (job.isReading)
            answer.texts = read(bytes, job.picture, paper, answer.study.reading);
        return answer;
    }

private:
    [[nodiscard]] ScanTexts read(const std::string &bytes, const ScanPicture &picture, const ScanPaper *paper,
                                 const ScanReading &reading)
    {
        ScanTexts result;
        if (!std::exchange(m_isOpened, true)) {
            if (auto reader = TextReader::open())
                m_reader = *std::move(reader);
        }
        result.isAvailable = m_reader != nullptr;
        if (!m_reader || !paper || !reading.hasPixels)
            return result;
        std::vector<ExpectedText> expected;
        for (const auto &[field, text] : picture.expected)
            expected.push_back({field, text});
        result.texts = readTexts(bytes, *paper, reading, expected, *m_reader);
        result.findings = judgeTexts(result.texts, *paper, m_pack->scan);
        return result;
    }

    std::shared_ptr<const Pack> m_pack;
    std::shared_ptr<MemoryBudget> m_work;
    std::unique_ptr<TextReader> m_reader;
    bool m_isOpened = false;
};

template<typename Value>
const Value *ScanStudies::Shelf<Value>::touch(const ScanPicture &picture)
{
    const Value *value = peek(picture);
    if (value) {
        m_order.remove(picture);
        m_order.push_front(picture);
    }
    return value;
}

template<typename Value>
void ScanStudies::Shelf<Value>::keep(const ScanPicture &picture, Value value)
{
    m_values.insert_or_assign(picture, std::move(value));
    m_order.remove(picture);
    m_order.push_front(picture);
    if (m_order.size() > kept) {
        m_values.erase(m_order.back());
        m_order.pop_back();
    }
}

ScanStudies::ScanStudies(PictureLoader::Read read, std::shared_ptr<const Pack> pack, std::shared_ptr<MemoryBudget> work,
                         QObject *parent)
    : QObject(parent), m_read(std::move(read)), m_workshop(std::make_shared<Workshop>(std::move(pack), std::move(work)))
{
}

ScanStudies::~ScanStudies() = default;

const ScanStudy *ScanStudies::peek(ScanPicture picture) const
{
    return m_studies.peek(withoutTexts(std::move(picture)));
}

const ScanTexts *ScanStudies::peekTexts(const ScanPicture &picture) const
{
    return m_texts.peek(picture);
}

const ScanStudy *ScanStudies::want(ScanPicture picture, Turn turn)
{
    picture = withoutTexts(std::move(picture));
    const ScanStudy *study = m_studies.touch(picture);
    if (!study)
        line({std::move(picture), false}, turn);
    return study;
}

const ScanTexts *ScanStudies::wantTexts(const ScanPicture &picture, Turn turn)
{
    const ScanTexts *texts = m_texts.touch(picture);
    if (!texts)
        line({picture, true}, turn);
    return texts;
}

void ScanStudies::line(Job job, Turn turn)
{
    if (job.picture.sha256.empty() || (m_isRunning && m_running == job))
        return;
    const auto waiting = std::ranges::find(m_waiting, job);
    if (waiting != m_waiting.end()) {
        if (turn == Turn::Later)
            return;
        m_waiting.erase(waiting);
    }
    if (turn == Turn::Now)
        m_waiting.push_front(std::move(job));
    else
        m_waiting.push_back(std::move(job));
    if (m_waiting.size() > mostWaiting)
        m_waiting.pop_back();
    startNext();
}

void ScanStudies::startNext()
{
    if (m_isRunning || m_waiting.empty())
        return;
    m_isRunning = true;
    m_running = std::move(m_waiting.front());
    m_waiting.pop_front();
    const auto work = [read = m_read, workshop = m_workshop, job = m_running](const TaskContext &task) {
        const Result<std::string> bytes = read(job.picture.sha256);
        return bytes && !task.stop.stop_requested() ? workshop->work(*bytes, job) : Answer();
    };
    m_tasks.run(this, work, [this](Answer answer) {
        m_isRunning = false;
        const Job job = m_running;
        keep(job, std::move(answer));
        startNext();
        emit ready(job.picture.sha256);
    });
}

void ScanStudies::keep(const Job &job, Answer answer)
{
    if (job.isReading)
        m_texts.keep(job.picture, answer.texts ? *std::move(answer.texts) : ScanTexts());
    m_studies.keep(withoutTexts(job.picture), std::move(answer.study));
}

} // namespace zsb
