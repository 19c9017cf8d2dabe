#include "ui/shell/keycard.h"

#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// Actions that differ by a digit alone: one row tells of all.
struct Series
{
    std::string_view first;
    std::string_view last;
    const char *name;
};
constexpr Series allSeries[] = {
    {"review.step1", "review.step8", QT_TRANSLATE_NOOP("zsb::KeyCard", "第 1–8 步的数据")},
    {"review.tag1", "review.tag9", QT_TRANSLATE_NOOP("zsb::KeyCard", "加上或去掉标签 1–9")},
};

const Series *seriesOf(std::string_view id)
{
    for (const Series &series : allSeries) {
        if (id.size() == series.first.size() && id >= series.first && id <= series.last)
            return &series;
    }
    return nullptr;
}

enum class Chapter
{
    Review,
    Viewer,
    General,
};

Chapter chapterOf(const ActionSpec &spec)
{
    if (spec.id.starts_with("viewer."))
        return Chapter::Viewer;
    return spec.page == "review" ? Chapter::Review : Chapter::General;
}

QString keysOf(const ActionRegistry &actions, const ActionSpec &spec, const ThemeTokens &tokens)
{
    const QAction &action = *actions.action(spec.id);
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys.append(ActionRegistry::keyText(key));
    if (const Series *series = seriesOf(spec.id); series && !keys.isEmpty())
        keys = {keys.first(), u"…"_s, actions.keyHint(series->last)};
    if (!spec.paneKeys.empty())
        keys.append(ActionRegistry::paneKeyText(spec).split(u", "_s));
    QString html;
    for (const QString &key : keys) {
        html +=
            u"<span style='background:%1'>&nbsp;%2&nbsp;</span> &nbsp;"_s.arg(tokens.hover.name(), key.toHtmlEscaped());
    }
    return html;
}

QString chapter(const ActionRegistry &actions, const ThemeTokens &tokens, Chapter which, const QString &title)
{
    QString rows;
    for (const ActionSpec &spec : actionTable()) {
        if (chapterOf(spec) != which || !actions.isBound(spec.id) ||
            (actions.action(spec.id)->shortcuts().isEmpty() && spec.paneKeys.empty()))
            continue;
        const Series *series = seriesOf(spec.id);
        if (series && spec.id != series->first)
            continue;
        const QString name = series ? KeyCard::tr(series->name) : ActionRegistry::plainText(*actions.action(spec.id));
        rows +=
            u"<tr><td width='190'>%1</td><td>%2</td></tr>"_s.arg(name.toHtmlEscaped(), keysOf(actions, spec, tokens));
    }
    if (rows.isEmpty())
        return {};
    return u"<h3>%1</h3><table cellspacing='0' cellpadding='1'>%2</table>"_s.arg(title.toHtmlEscaped(), rows);
}

} // namespace

QString KeyCard::asHtml(const ActionRegistry &actions, const Theme &theme)
{
    const ThemeTokens &t = theme.tokens();
    return u"<table width='100%'><tr><td width='54%'>%1</td><td>%2%3</td></tr></table>"_s.arg(
        chapter(actions, t, Chapter::Review, tr("审核")), chapter(actions, t, Chapter::General, tr("通用")),
        chapter(actions, t, Chapter::Viewer, tr("看材料")));
}

KeyCard::KeyCard(const ActionRegistry &actions, const Theme &theme, QWidget *parent) : QDialog(parent)
{
    setObjectName("keyCard"_L1);
    setWindowTitle(tr("快捷键一览"));
    auto *card = new QTextBrowser(this);
    nameWidget(card, "keyCardText"_L1, tr("快捷键一览"));
    card->setHtml(asHtml(actions, theme));
    auto *hint = new QLabel(tr("单个字母、数字和小键盘不必切换输入法；正在输入文字时它们只是文字。"), this);
    setKind(hint, "muted"_L1);
    QPushButton *close = makeButton(tr("关闭(&L)"), "keyCardClose"_L1, this);
    setKind(close, "primary"_L1);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(hint, 1);
    bottom->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(card, 1);
    layout->addLayout(bottom);
    resize(1000, 680);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    close->setFocus();
}

} // namespace zsb
