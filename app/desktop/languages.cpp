#include "app/desktop/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// What is too long or left untranslated shows at once.
class PseudoTranslator : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation,
                                    int n) const override
    {
        const QString text = QTranslator::translate(context, source, disambiguation, n);
        if (text.isEmpty())
            return text; // Qt's own, or not ours to say
        QString longer = u'[' + text;
        for (qsizetype more = (2 * text.size() + 4) / 5; more > 0; more -= 5)
            longer += QStringView(u" xxxx").left(more);
        return longer + u']';
    }
};

} // namespace

Languages::~Languages()
{
    QCoreApplication::removeTranslator(m_ours.get());
    QCoreApplication::removeTranslator(&m_qt);
}

void Languages::install(const QString &language)
{
    m_current = language;
    QCoreApplication::removeTranslator(m_ours.get());
    QCoreApplication::removeTranslator(&m_qt);
    const bool english = language == "en"_L1 || language == "xx"_L1;
    m_ours = language == "xx"_L1 ? std::unique_ptr<QTranslator>(std::make_unique<PseudoTranslator>())
                                 : std::make_unique<QTranslator>();
    QLocale::setDefault(english ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                : QLocale(QLocale::Chinese, QLocale::China));
    const QString qtPath = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    const QString beside = QCoreApplication::applicationDirPath() + u"/translations"_s;
    if (!english && (m_qt.load(u"qtbase_zh_CN"_s, beside) || m_qt.load(u"qtbase_zh_CN"_s, qtPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours->load(english ? u":/zsb/i18n/zsb_en.qm"_s : u":/zsb/i18n/zsb_zh_CN.qm"_s))
        QCoreApplication::installTranslator(m_ours.get());
}

} // namespace zsb
