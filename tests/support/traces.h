#pragma once

#include <QByteArray>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStringList>

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace zsb::test {

/// Names of files in a folder that begin as pictures do, or in which one begins: JPEG and PNG, as they are or in
/// base64. What is short enough for chance to write it counts at the beginning of a file only.
[[nodiscard]] inline QStringList picturesBelow(const QString &folder)
{
    static const QByteArrayList heads = {QByteArray::fromHex("ffd8ff"), QByteArray::fromHex("89504e47")};
    static const QByteArrayList within = {QByteArray::fromHex("ffd8ffe000104a464946"),
                                          QByteArray::fromHex("89504e470d0a1a0a"), "/9j/4AAQSkZJRg", "iVBORw0KGgo"};
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            found.append(QStringLiteral("unreadable ") + file.fileName());
        const QByteArray bytes = file.readAll();
        const auto begins = [&bytes](const QByteArray &head) { return bytes.startsWith(head); };
        const auto holds = [&bytes](const QByteArray &head) { return bytes.contains(head); };
        if (std::ranges::any_of(heads, begins) || std::ranges::any_of(within, holds))
            found.append(QDir(folder).relativeFilePath(file.fileName()) + QStringLiteral(": a picture"));
    }
    return found;
}

/// Looks for texts in files, in every way they may lie there: UTF-8, UTF-16, and base64 of either wherever in a longer
/// text it stands. Forms of less than six bytes are left out: chance writes them.
class Traces
{
public:
    explicit Traces(const QStringList &planted)
    {
        for (const QString &text : planted) {
            const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
            for (const QByteArray &plain : {text.toUtf8(), wide}) {
                add(plain, text);
                for (int before = 0; before < 3; ++before)
                    add(codedAfter(before, plain), text);
            }
        }
    }

    /// Where below the folder any of them lies, in a file's bytes or its name.
    [[nodiscard]] QStringList below(const QString &folder) const
    {
        QStringList found;
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                found.append(QStringLiteral("unreadable ") + file.fileName());
            const QByteArray bytes = file.readAll() + file.fileName().toUtf8();
            for (const QString &text : in(bytes))
                found.append(file.fileName() + QStringLiteral(": ") + text);
        }
        return found;
    }

private:
    static constexpr qsizetype shortest = 6;

    struct Form
    {
        QByteArray bytes;
        QString text;
    };

    /// Base64 of it behind so many other bytes: the letters that depend on nothing but the text.
    [[nodiscard]] static QByteArray codedAfter(int before, const QByteArray &plain)
    {
        const QByteArray coded = (QByteArray(before, 'x') + plain).toBase64(QByteArray::OmitTrailingEquals);
        const qsizetype from = (before * 8 + 5) / 6;
        return coded.mid(from, (before + plain.size()) * 8 / 6 - from);
    }
    [[nodiscard]] static quint64 beginning(const char *bytes)
    {
        quint64 value = 0;
        std::memcpy(&value, bytes, std::size_t(shortest));
        return value;
    }
    void add(const QByteArray &form, const QString &text)
    {
        if (form.size() >= shortest)
            m_forms.emplace(beginning(form.constData()), Form{form, text});
    }
    [[nodiscard]] QStringList in(const QByteArray &bytes) const
    {
        QStringList found;
        for (qsizetype at = 0; at + shortest <= bytes.size(); ++at) {
            const auto [first, last] = m_forms.equal_range(beginning(bytes.constData() + at));
            for (auto form = first; form != last; ++form) {
                if (QByteArrayView(bytes).sliced(at).startsWith(form->second.bytes))
                    found.append(form->second.text);
            }
        }
        found.removeDuplicates();
        return found;
    }

    std::unordered_multimap<quint64, Form> m_forms;
};

} // namespace zsb::test
