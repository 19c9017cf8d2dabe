#pragma once

#include "core/policy/text.h"

#include <QString>
#include <QTranslator>

namespace zsb {

/// The language of the program: our texts and Qt's own (file dialogs, standard buttons). Chinese is the source.
class Languages
{
public:
    Languages() = default;
    Languages(const Languages &) = delete;
    Languages &operator=(const Languages &) = delete;
    ~Languages();

    /// `zh` or `en`; texts made before stay as they are.
    void install(const QString &language);
    [[nodiscard]] const QString &current() const { return m_current; }
    [[nodiscard]] Language ofPack() const { return m_current == u"en" ? Language::English : Language::Chinese; }

private:
    QString m_current;
    QTranslator m_qt;
    QTranslator m_ours;
};

} // namespace zsb
