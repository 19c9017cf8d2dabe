#include "app/check/commandline.h"

namespace zsb {

using namespace Qt::StringLiterals;

std::optional<CommandLine> CommandLine::parse(const QStringList &words, const QStringList &values,
                                              const QStringList &flags, QTextStream &err)
{
    CommandLine line;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (!word.startsWith("--"_L1)) {
            line.m_positional.append(word);
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        if (flags.contains(name) && equals < 0) {
            line.m_values[name].append(QString());
        } else if (!values.contains(name)) {
            if (name != "help"_L1)
                err << u"未知选项 --%1 / unknown option --%1\n"_s.arg(name);
            return std::nullopt;
        } else if (equals >= 0) {
            line.m_values[name].append(word.mid(equals + 1));
        } else if (i + 1 < words.size()) {
            line.m_values[name].append(words[++i]);
        } else {
            err << u"选项 --%1 缺少值 / option --%1 needs a value\n"_s.arg(name);
            return std::nullopt;
        }
    }
    return line;
}

QString CommandLine::value(const QString &name, const QString &fallback) const
{
    const auto it = m_values.constFind(name);
    return it == m_values.constEnd() || it->isEmpty() ? fallback : it->last();
}

} // namespace zsb
