#include "ui/home/welcomepage.h"

#include "ui/widgets/look.h"
#include "ui/widgets/statewidget.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int columnWidth = 620;

QLabel *makeLabel(const QString &text, QLatin1StringView kind, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    if (!kind.isEmpty())
        setKind(label, kind);
    return label;
}

} // namespace

WelcomePage::WelcomePage(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName("welcomePage"_L1);
    auto *column = new QWidget(this); // one width for all: text that wraps keeps its height
    column->setFixedWidth(columnWidth);
    m_middle = new QStackedWidget(column);
    QWidget *choices = buildChoices();
    m_middle->addWidget(choices);
    m_middle->addWidget(buildProgress());
    m_problem = makeLabel({}, "error"_L1, this);
    m_problem->setObjectName("welcomeProblem"_L1);
    m_problem->hide();
    QLabel *title = makeLabel(tr("专升本报名与资格审核"), "title"_L1, this);
    QLabel *lead = makeLabel(tr("在一台电脑上登记、核对和审核每一份报名档案；不连网络也能用，每个决定都可追溯。"),
                             "muted"_L1, this);

    auto *middle = new QVBoxLayout(column);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(space::small);
    middle->addWidget(title);
    middle->addWidget(lead);
    middle->addSpacing(space::large);
    middle->addWidget(m_middle);
    middle->addWidget(m_problem);
    auto *centred = new QHBoxLayout; // an aligned item would lose its height for its width
    centred->addStretch();
    centred->addWidget(column);
    centred->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::large, space::huge, space::huge);
    layout->setSpacing(space::small);
    layout->addWidget(buildTop());
    layout->addStretch(2);
    layout->addLayout(centred);
    layout->addStretch(3);
    setFocusProxy(choices->findChild<QPushButton *>("welcomeDemo"_L1));
    connect(&theme, &Theme::changed, this, &WelcomePage::refreshTheme);
    refreshTheme();
}

QWidget *WelcomePage::buildTop()
{
    auto *top = new QWidget(this);
    m_language = new QComboBox(top);
    m_language->addItem(u"中文"_s, u"zh"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    nameWidget(m_language, "welcomeLanguage"_L1, tr("语言"));
    auto *languageLabel = new QLabel(tr("语言 Language(&L)"), top);
    languageLabel->setBuddy(m_language);
    m_look = new QComboBox(top);
    m_look->addItem(tr("跟随系统"), int(ThemeChoice::System));
    m_look->addItem(tr("浅色"), int(ThemeChoice::Light));
    m_look->addItem(tr("深色"), int(ThemeChoice::Dark));
    nameWidget(m_look, "welcomeTheme"_L1, tr("主题"));
    auto *themeLabel = new QLabel(tr("主题(&T)"), top);
    themeLabel->setBuddy(m_look);

    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addStretch();
    layout->addWidget(languageLabel);
    layout->addWidget(m_language);
    layout->addSpacing(space::medium);
    layout->addWidget(themeLabel);
    layout->addWidget(m_look);
    connect(m_language, &QComboBox::activated, this,
            [this] { emit languageChosen(m_language->currentData().toString()); });
    connect(m_look, &QComboBox::activated, this,
            [this] { emit themeChosen(ThemeChoice(m_look->currentData().toInt())); });
    return top;
}

QPushButton *WelcomePage::makeChoice(const Choice &choice)
{
    auto *button = new QPushButton(this);
    nameWidget(button, choice.name, choice.title);
    button->setAccessibleDescription(choice.text);
    button->setMinimumHeight(76);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setKind(button, "choice"_L1);
    button->setAutoDefault(true); // Enter presses the one that has the focus
    auto *icon = new QLabel(button);
    icon->setFixedWidth(44);
    m_icons.emplace_back(icon, choice.icon);
    auto *title = makeLabel(choice.title, "heading"_L1, button);
    title->setBuddy(button);
    QLabel *text = makeLabel(choice.text, "muted"_L1, button);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title);
    words->addWidget(text);
    auto *layout = new QHBoxLayout(button);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->addWidget(icon);
    layout->addLayout(words, 1);
    for (QLabel *label : {icon, title, text})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    return button;
}

QWidget *WelcomePage::buildChoices()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    QPushButton *demo = makeChoice({"welcomeDemo"_L1, u"play"_s, tr("体验演示数据(&D)"),
                                    tr("一分钟学会审核：60 份虚构档案，随便试，不影响真实数据。")});
    QPushButton *open = makeChoice(
        {"welcomeOpen"_L1, u"folder"_s, tr("打开数据(&O)…"), tr("打开本机上已有的数据文件夹，接着上次的地方继续。")});
    QPushButton *connectTo = makeChoice({"welcomeConnect"_L1, u"sync"_s, tr("连接服务器(&S)…"),
                                         tr("用管理员给的地址和登记码连接；断网也能审，连上后自动收发。")});
    QPushButton *import = makeChoice({"welcomeImport"_L1, u"import"_s, tr("导入(&I)…"),
                                      tr("从 CSV 或 Excel 名册和材料文件夹建立新的数据；先试算，再入库。")});
    connect(demo, &QPushButton::clicked, this, &WelcomePage::demoRequested);
    connect(open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    connect(import, &QPushButton::clicked, this, &WelcomePage::importRequested);
    connect(connectTo, &QPushButton::clicked, this, &WelcomePage::connectRequested);
    for (QPushButton *button : {demo, connectTo, open, import})
        layout->addWidget(button);
    layout->addStretch();
    return box;
}

QWidget *WelcomePage::buildProgress()
{
    auto *box = new QWidget(this);
    m_what = makeLabel({}, "heading"_L1, box);
    m_progress = new QProgressBar(box);
    m_progress->setTextVisible(false);
    nameWidget(m_progress, "welcomeProgress"_L1, tr("进度"));
    m_cancel = makeButton(tr("取消(&C)"), "welcomeCancel"_L1, box);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, space::huge, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(m_what);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(m_cancel, &QPushButton::clicked, this, &WelcomePage::cancelRequested);
    return box;
}

void WelcomePage::setLanguage(const QString &language)
{
    m_language->setCurrentIndex(m_language->findData(language));
}

void WelcomePage::showProgress(const QString &what, qint64 done, qint64 total)
{
    m_problem->hide();
    m_what->setText(total > 0 ? tr("%1（%2/%3）").arg(what).arg(done).arg(total) : what);
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_progress->setValue(int(done * 1000 / total));
    if (m_middle->currentIndex() != 1) {
        m_middle->setCurrentIndex(1);
        m_cancel->setFocus();
    }
}

void WelcomePage::showChoices()
{
    m_middle->setCurrentIndex(0);
    setFocus();
}

void WelcomePage::showError(const QString &what, const Error &error)
{
    showError(what, errorWords(error));
}

void WelcomePage::showError(const QString &what, const ErrorWords &words)
{
    showChoices();
    m_problem->setText(Theme::glyph(Tone::Error) + u' ' +
                       tr("%1：%2%3（编号 %4）").arg(what, words.sentence, words.nextStep, words.number));
    m_problem->show();
}

void WelcomePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_middle->currentIndex() == 1)
        emit cancelRequested();
    else
        QWidget::keyPressEvent(event);
}

void WelcomePage::refreshTheme()
{
    m_look->setCurrentIndex(m_look->findData(int(m_theme.choice())));
    for (const auto &[label, name] : m_icons)
        label->setPixmap(m_theme.icon(name, m_theme.tokens().accent).pixmap(QSize(28, 28), devicePixelRatioF()));
}

} // namespace zsb
