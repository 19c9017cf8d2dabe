#include "app/desktop/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace zsb {

Languages::~Languages()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
}

void Languages::install(const QString &language)
{
    m_current = language;
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    const bool english = language == "en"_L1;
    QLocale::setDefault(english ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                : QLocale(QLocale::Chinese, QLocale::China));
    const QString qtPath = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    const QString beside = QCoreApplication::applicationDirPath() + u"/translations"_s;
    if (!english && (m_qt.load(u"qtbase_zh_CN"_s, beside) || m_qt.load(u"qtbase_zh_CN"_s, qtPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours.load(english ? u":/zsb/i18n/zsb_en.qm"_s : u":/zsb/i18n/zsb_zh_CN.qm"_s))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace zsb
