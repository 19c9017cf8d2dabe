#include "ui/widgets/statewidget.h"

#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

struct ErrorRow
{
    const char *sentence;
    const char *nextStep;
};

ErrorRow rowOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return {QT_TRANSLATE_NOOP("zsb::ErrorWords", "没有找到所需的内容。"),
                QT_TRANSLATE_NOOP("zsb::ErrorWords", "请确认文件或文件夹仍在原处，然后重试。")};
    case ErrorCode::Unreadable:
        return {QT_TRANSLATE_NOOP("zsb::ErrorWords", "无法读写文件或设备。"),
                QT_TRANSLATE_NOOP("zsb::ErrorWords", "请检查磁盘空间、权限以及文件是否被其他程序占用。")};
    case ErrorCode::Invalid:
        return {QT_TRANSLATE_NOOP("zsb::ErrorWords", "内容不符合格式。"),
                QT_TRANSLATE_NOOP("zsb::ErrorWords", "请换一个文件，或联系提供文件的人。")};
    case ErrorCode::Conflict:
        return {QT_TRANSLATE_NOOP("zsb::ErrorWords", "其他人已先作了修改。"),
                QT_TRANSLATE_NOOP("zsb::ErrorWords", "请刷新后再看，再决定一次。")};
    case ErrorCode::Unreachable:
        return {QT_TRANSLATE_NOOP("zsb::ErrorWords", "对方没有应答。"),
                QT_TRANSLATE_NOOP("zsb::ErrorWords", "请检查网络；已领取的档案仍可离线审核。")};
    case ErrorCode::Refused:
        return {QT_TRANSLATE_NOOP("zsb::ErrorWords", "不允许这样做。"),
                QT_TRANSLATE_NOOP("zsb::ErrorWords", "请查看说明中的原因，或请督导处理。")};
    case ErrorCode::Cancelled:
        return {QT_TRANSLATE_NOOP("zsb::ErrorWords", "已取消。"),
                QT_TRANSLATE_NOOP("zsb::ErrorWords", "没有改动任何内容，可以重新开始。")};
    case ErrorCode::Internal:
        return {QT_TRANSLATE_NOOP("zsb::ErrorWords", "程序内部出错。"),
                QT_TRANSLATE_NOOP("zsb::ErrorWords", "请复制详情并交给维护人员。")};
    }
    return {};
}

} // namespace

ErrorWords errorWords(const Error &error)
{
    const ErrorRow row = rowOf(error.code);
    return {QCoreApplication::translate("zsb::ErrorWords", row.sentence),
            QCoreApplication::translate("zsb::ErrorWords", row.nextStep),
            u"ZSB-E%1"_s.arg(int(error.code) + 1, 2, 10, '0'_L1)};
}

StateWidget::StateWidget(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    m_icon = new QLabel(this);
    m_icon->setAlignment(Qt::AlignCenter);
    m_title = new QLabel(this);
    m_title->setAlignment(Qt::AlignCenter);
    setKind(m_title, "heading"_L1);
    m_text = new QLabel(this);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    setKind(m_text, "muted"_L1);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(320);
    nameWidget(m_progress, "stateProgress"_L1, tr("进度"));
    m_action = makeButton({}, "stateAction"_L1, this);
    m_copy = makeButton(tr("复制详情(&C)"), "stateCopy"_L1, this);
    setKind(m_copy, "quiet"_L1);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_action);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::small);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    layout->addSpacing(space::small);
    layout->addLayout(buttons);
    layout->addStretch(3);

    connect(m_action, &QPushButton::clicked, this, &StateWidget::actionRequested);
    connect(m_copy, &QPushButton::clicked, this, [this] { emit copyRequested(m_details); });
    connect(&theme, &Theme::changed, this, &StateWidget::refreshIcon);
    show(Kind::Empty, {}, {}, {});
}

void StateWidget::showLoading(const QString &what, qint64 done, qint64 total)
{
    show(Kind::Loading, what, {}, {});
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_progress->setValue(int(done * 1000 / total));
}

void StateWidget::showEmpty(const QString &title, const QString &why, const QString &action)
{
    show(Kind::Empty, title, why, action);
}

void StateWidget::showError(const QString &title, const Error &error)
{
    const ErrorWords words = errorWords(error);
    m_details = words.number + u": "_s + QString::fromStdString(error.detail);
    show(Kind::Error, title, tr("%1%2（编号 %3）").arg(words.sentence, words.nextStep, words.number), tr("重试(&T)"));
}

void StateWidget::showOffline(const QString &whatStillWorks)
{
    show(Kind::Offline, tr("离线"), whatStillWorks, tr("重试(&T)"));
}

void StateWidget::show(Kind kind, const QString &title, const QString &text, const QString &action)
{
    m_kind = kind;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_progress->setVisible(kind == Kind::Loading);
    m_action->setText(action);
    m_action->setAccessibleName(QString(action).remove(u'&'));
    m_action->setVisible(!action.isEmpty());
    m_copy->setVisible(kind == Kind::Error);
    setAccessibleName(text.isEmpty() ? title : title + u": "_s + text);
    refreshIcon();
}

void StateWidget::refreshIcon()
{
    const ThemeTokens &t = m_theme.tokens();
    QIcon icon;
    switch (m_kind) {
    case Kind::Loading:
        icon = m_theme.icon(u"loading"_s, t.muted);
        break;
    case Kind::Empty:
        icon = m_theme.icon(u"empty"_s, t.muted);
        break;
    case Kind::Error:
        icon = m_theme.icon(u"error"_s, t.error);
        break;
    case Kind::Offline:
        icon = m_theme.icon(u"offline"_s, t.warning);
        break;
    }
    m_icon->setPixmap(icon.pixmap(QSize(40, 40), devicePixelRatioF()));
}

} // namespace zsb
