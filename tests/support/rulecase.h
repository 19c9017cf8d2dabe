#pragma once

#include "core/base/calendar.h"
#include "core/domain/finding.h"
#include "core/domain/record.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace zsb::test {

inline std::string utf8(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), std::size_t(bytes.size())};
}

inline QString wide(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// A record that owns its texts and files, for tests. Not movable: the record is a view of what is in here.
class OwnedRecord
{
public:
    OwnedRecord() = default;
    OwnedRecord(const OwnedRecord &) = delete;
    OwnedRecord &operator=(const OwnedRecord &) = delete;

    void set(Field field, std::string text)
    {
        m_texts.push_back(std::move(text));
        record.set(field, m_texts.back());
    }

    ImageFacts &addMaterial(std::string slot, ImageFacts facts, std::string fileName = "a.jpg")
    {
        const std::string_view kept = m_texts.emplace_back(std::move(slot));
        m_texts.push_back(std::move(fileName));
        m_facts.push_back(std::move(facts));
        m_views.push_back({.slot = kept, .fileName = m_texts.back(), .facts = &m_facts.back()});
        record.materials = m_views;
        return m_facts.back();
    }

    void setPortrait(ImageFacts facts)
    {
        m_facts.push_back(std::move(facts));
        record.portrait = &m_facts.back();
    }

    void share(SharedKey key, std::string otherNo, std::int64_t row, std::int64_t others, std::string slot)
    {
        m_texts.push_back(std::move(otherNo));
        const std::string_view other = m_texts.back();
        m_texts.push_back(std::move(slot));
        record.shared[std::size_t(key)] = SharedWith{other, row, others, m_texts.back()};
    }

    Record record;

private:
    std::deque<std::string> m_texts;
    std::deque<ImageFacts> m_facts;
    std::vector<MaterialView> m_views;
};

template<typename Enum, typename IdOf>
Enum enumFromId(const QString &id, IdOf idOf, int count)
{
    for (int i = 0; i < count; ++i) {
        if (wide(idOf(Enum(i))) == id)
            return Enum(i);
    }
    return Enum(0);
}

inline ImageFacts factsOf(const QJsonObject &json)
{
    ImageFacts facts;
    facts.format = enumFromId<ImageFormat>(json[QStringLiteral("format")].toString(), imageFormatId, 9);
    facts.problem = enumFromId<ImageProblem>(json[QStringLiteral("problem")].toString(), imageProblemId, 7);
    facts.bytes = json[QStringLiteral("bytes")].toInteger();
    facts.widthPx = json[QStringLiteral("width")].toInt();
    facts.heightPx = json[QStringLiteral("height")].toInt();
    facts.sha256 = utf8(json[QStringLiteral("sha256")].toString());
    return facts;
}

/// One atomic case of tests/corpus: a record, a moment, and what one binding says of it.
struct RuleCase
{
    QString binding; ///< the folder's name
    QString name;    ///< the file's name without ending
    QString problem; ///< why the file is no case; empty when it is one
    OwnedRecord owned;
    Instant asOf{};
    QString outcome;
    QJsonObject expect;
};

inline void fillRecord(OwnedRecord &owned, const QJsonObject &root, QString &problem)
{
    const QJsonObject record = root[QStringLiteral("record")].toObject();
    for (auto it = record.begin(); it != record.end(); ++it) {
        const auto field = fieldFromId(utf8(it.key()));
        if (!field)
            problem = QStringLiteral("no field ") + it.key();
        else
            owned.set(*field, utf8(it.value().toString()));
    }
    const QJsonArray known = root[QStringLiteral("known")].toArray();
    for (const QJsonValue &id : known)
        owned.record.setKnown(fieldFromId(utf8(id.toString())).value_or(Field::Name));
    const QJsonArray materials = root[QStringLiteral("materials")].toArray();
    for (const QJsonValue &material : materials) {
        const QJsonObject json = material.toObject();
        owned.addMaterial(utf8(json[QStringLiteral("slot")].toString()), factsOf(json),
                          utf8(json[QStringLiteral("file")].toString(QStringLiteral("a.jpg"))));
    }
    if (root.contains(QStringLiteral("portrait")))
        owned.setPortrait(factsOf(root[QStringLiteral("portrait")].toObject()));
    static const std::array<QString, sharedKeyCount> keys = {
        QStringLiteral("document"),     QStringLiteral("application_no"), QStringLiteral("phone"),
        QStringLiteral("portrait"),     QStringLiteral("material"),       QStringLiteral("portrait_look"),
        QStringLiteral("material_look")};
    const QJsonObject shared = root[QStringLiteral("shared")].toObject();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const QJsonObject json = shared[keys[i]].toObject();
        if (shared.contains(keys[i])) {
            owned.share(SharedKey(i), utf8(json[QStringLiteral("other")].toString()),
                        json[QStringLiteral("row")].toInteger(), json[QStringLiteral("others")].toInteger(),
                        utf8(json[QStringLiteral("slot")].toString()));
            owned.record.shared[i]->distance = json[QStringLiteral("distance")].toInt();
        }
    }
}

inline std::unique_ptr<RuleCase> readRuleCase(const QString &binding, const QString &path)
{
    auto result = std::make_unique<RuleCase>();
    result->binding = binding;
    result->name = QFileInfo(path).completeBaseName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        result->problem = QStringLiteral("unreadable");
        return result;
    }
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll(), &error).object();
    if (error.error != QJsonParseError::NoError)
        result->problem = error.errorString();
    fillRecord(result->owned, root, result->problem);
    const auto asOf = parseInstant(utf8(root[QStringLiteral("as_of")].toString()));
    if (!asOf)
        result->problem = QStringLiteral("as_of is no moment");
    result->asOf = asOf.value_or(Instant{});
    result->expect = root[QStringLiteral("expect")].toObject();
    result->outcome = result->expect[QStringLiteral("outcome")].toString();
    return result;
}

/// Every case below a corpus folder, sorted by binding and name.
inline std::vector<std::unique_ptr<RuleCase>> readRuleCases(const QString &folder)
{
    std::vector<std::unique_ptr<RuleCase>> cases;
    const QStringList bindings = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &binding : bindings) {
        const QDir dir(folder + QLatin1Char('/') + binding);
        const QStringList files = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        for (const QString &file : files)
            cases.push_back(readRuleCase(binding, dir.filePath(file)));
    }
    return cases;
}

} // namespace zsb::test
