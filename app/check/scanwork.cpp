#include "app/check/scanwork.h"

#include "app/check/pictureinput.h"
#include "app/check/picturethumb.h"
#include "app/check/scanoverlay.h"
#include "core/base/jsontext.h"
#include "core/image/scanjudge.h"
#include "core/image/scanreader.h"
#include "core/rules/picturefindings.h"

#include <QDir>
#include <QFileInfo>

#include <array>
#include <cmath>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

void appendNames(std::string &json, std::string_view name, const std::vector<std::string_view> &names)
{
    appendJsonString(json, name);
    json += ":[";
    for (const std::string_view each : names) {
        json += json.back() == '[' ? "" : ",";
        appendJsonString(json, each);
    }
    json += "],";
}

void appendNumbers(std::string &json, std::string_view name, std::initializer_list<double> numbers)
{
    appendJsonString(json, name);
    json += ":[";
    for (const double number : numbers) {
        json += json.back() == '[' ? "" : ",";
        appendJsonNumber(json, number);
    }
    json += ']';
}

void appendSeals(std::string &json, const ScanReading &reading)
{
    json += "\"seals\":[";
    for (const ScanSeal &seal : reading.seals) {
        json += json.back() == '[' ? "{" : ",{";
        appendJsonMember(json, "kind", sealKindId(seal.kind));
        json += ',';
        appendNumbers(json, "box", {seal.box.left, seal.box.top, seal.box.width, seal.box.height});
        json += ",\"ink\":";
        appendJsonNumber(json, seal.ink);
        json += ",\"whole\":";
        appendJsonNumber(json, seal.whole);
        if (seal.paper) {
            json += ',';
            appendNumbers(json, "paper", {seal.paper->x, seal.paper->y});
        }
        json += '}';
    }
    json += "],";
}

void appendRegions(std::string &json, const ScanReading &reading)
{
    json += "\"regions\":[";
    for (const ScanRegion &region : reading.regions) {
        json += json.back() == '[' ? "{" : ",{";
        appendJsonMember(json, "id", region.id);
        json += ",\"strokes\":";
        appendJsonNumber(json, region.strokes);
        json += '}';
    }
    json += "],";
}

/// States and places only: what was read is personal.
void appendTexts(std::string &json, const std::vector<ReadText> &texts)
{
    json += "\"texts\":[";
    for (const ReadText &text : texts) {
        json += json.back() == '[' ? "{" : ",{";
        appendJsonMember(json, "field", fieldId(text.field));
        json += ',';
        appendJsonMember(json, "state", readStateId(text.state));
        json += ",\"confidence\":";
        appendJsonNumber(json, std::round(text.confidence));
        json += ',';
        appendNumbers(json, "box", {text.box.left, text.box.top, text.box.width, text.box.height});
        json += '}';
    }
    json += "],";
}

void tell(JudgedScan &judged)
{
    const ScanReading &reading = judged.reading;
    judged.facts = reading.facts;
    judged.hasPixels = reading.hasPixels;
    for (const ScanMeasureInfo &info : scanMeasures()) {
        if (const auto value = reading.value(info.measure))
            judged.measures.emplace_back(info.id, *value);
    }
    appendNames(judged.members, "private_tags", reading.privateTags);
    appendNames(judged.members, "edit_traces", reading.editTraces);
    appendSeals(judged.members, reading);
    appendRegions(judged.members, reading);
    if (!judged.texts.empty())
        appendTexts(judged.members, judged.texts);
}

} // namespace

ScanWork::ScanWork(std::shared_ptr<const RuleBook> book, ScanAsked asked)
    : m_book(std::move(book)), m_asked(std::move(asked)), m_readers([]() -> std::unique_ptr<TextReader> {
          auto made = TextReader::open();
          return made ? std::move(*made) : nullptr;
      })
{
}

std::vector<Finding> ScanWork::findingsOf(const ScanReading &reading, const QString &file) const
{
    const std::string name = file.toStdString();
    const std::array materials = {MaterialView{m_asked.slot, name, &reading.facts}};
    Record record;
    record.set(Field::Materials, name);
    if (!m_asked.type.empty())
        record.set(Field::CandidateType, m_asked.type);
    record.materials = materials;
    std::vector<Finding> findings = pictureFindings(*m_book, record, "materials.", Field::Materials);
    std::erase_if(findings, [&](const Finding &finding) { // what concerns this file alone
        return finding.rule == "materials.required" || finding.rule == "materials.expected" ||
               (finding.rule == "materials.slot" && m_asked.slot.empty());
    });
    for (Finding &finding : judgeScan(reading, m_book->pack(), {m_asked.slot, m_asked.type}))
        findings.push_back(std::move(finding));
    return findings;
}

void ScanWork::addPictures(std::string_view bytes, int number, JudgedScan &judged)
{
    if (m_asked.thumbnails)
        judged.thumbnail = thumbnailOf(bytes);
    if (m_asked.overlay.isEmpty())
        return;
    const QString path = QDir(m_asked.overlay).filePath(numberedName(number, judged.file, u"png"_s));
    judged.writeFailed = !writeScanOverlay(judged, bytes, path, m_asked.language);
}

void ScanWork::compare(std::string_view bytes, JudgedScan &judged)
{
    const ScanPaper *paper = m_book->pack().scan.paper(m_asked.slot);
    const auto expected = m_asked.expected.files.find(QFileInfo(judged.file).fileName());
    if (!paper || expected == m_asked.expected.files.end() || !judged.reading.hasPixels)
        return;
    auto reader = m_readers.lend();
    if (!reader)
        return;
    judged.texts = readTexts(bytes, *paper, judged.reading, expected->second, *reader);
    m_readers.giveBack(std::move(reader));
}

JudgedScan ScanWork::judge(const QString &file, int number)
{
    const double began = processorMs();
    JudgedScan judged;
    judged.file = file;
    const auto picture = heldPicture(file, scanRoom, m_memory, judged.reading.facts);
    if (picture)
        judged.reading = readScan(picture->view(), m_book->pack().scan.paper(m_asked.slot));
    judged.findings = findingsOf(judged.reading, file);
    if (picture && m_asked.reads)
        compare(picture->view(), judged);
    if (const ScanPaper *paper = m_book->pack().scan.paper(m_asked.slot)) {
        for (Finding &finding : judgeTexts(judged.texts, *paper, m_book->pack().scan))
            judged.findings.push_back(std::move(finding));
    }
    judged.ms = processorMs() - began;
    tell(judged);
    if (picture && judged.hasPixels)
        addPictures(picture->view(), number, judged);
    return judged;
}

} // namespace zsb
