#include "app/desktop/desktop.h"
#include "core/storage/pinyin.h"
#include "ui/review/reviewcontroller.h"
#include "ui/shell/mainwindow.h"

using namespace Qt::StringLiterals;

namespace zsb {

void Desktop::buildPalette()
{
    const auto sound = [reader = std::make_shared<PinyinReader>()](const QString &text) {
        const std::vector<Reading> readings = reader->read(text.toStdString());
        return readings.empty() ? QString() : qtext(readings.front().pyi + ' ' + readings.front().py);
    };
    m_window->setPalette([this, sound](const QString &typed) { return findViews(typed, sound) + findPeople(typed); },
                         sound);
}

/// Saved views, by their names.
QList<PaletteItem> Desktop::findViews(const QString &typed, const std::function<QString(const QString &)> &sound)
{
    QList<PaletteItem> views;
    if (!m_review)
        return views;
    for (const SavedView &view : m_review->savedViews()) {
        const QString files = view.files < 0 ? QString() : QString::number(view.files);
        const PaletteItem item{tr("视图：%1").arg(view.name),
                               files,
                               m_theme.icon(u"table"_s),
                               sound(view.name),
                               true,
                               [this, id = view.id] {
                                   m_window->showPage(u"review"_s);
                                   m_review->openSavedView(id);
                               }};
        if (paletteScore(item, typed) > 0)
            views.append(item);
    }
    return views;
}

QList<PaletteItem> Desktop::findPeople(const QString &typed)
{
    constexpr int most = 8;
    QList<PaletteItem> people;
    if (!m_season || m_window->currentPage().isEmpty())
        return people;
    const Result<std::vector<SearchHit>> hits = m_season->store->search(typed.toStdString(), most);
    if (!hits)
        return people;
    for (const SearchHit &hit : *hits) {
        people.append(
            {qtext(hit.name), qtext(hit.applicationNo), m_theme.icon(u"people"_s), {}, true, [this, id = hit.id] {
                 m_window->showPage(u"review"_s);
                 m_review->openFile(id);
             }});
    }
    return people;
}

} // namespace zsb
