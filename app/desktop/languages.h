#pragma once

#include "core/policy/text.h"

#include <QString>
#include <QTranslator>

#include <memory>

namespace zsb {

/// The language of the program: our texts and Qt's own (file dialogs, standard buttons). Chinese is the source.
class Languages
{
public:
    Languages() = default;
    Languages(const Languages &) = delete;
    Languages &operator=(const Languages &) = delete;
    ~Languages();

    /// `zh`, `en`, or the pseudo-language `xx`: English made 40 % longer, in brackets, for looking at layouts. Texts
    /// made before stay as they are.
    void install(const QString &language);
    [[nodiscard]] const QString &current() const { return m_current; }
    [[nodiscard]] Language ofPack() const
    {
        return m_current == u"en" || m_current == u"xx" ? Language::English : Language::Chinese;
    }

private:
    QString m_current;
    QTranslator m_qt;
    std::unique_ptr<QTranslator> m_ours;
};

} // namespace zsb
