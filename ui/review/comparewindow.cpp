#include "ui/review/comparewindow.h"

#include "core/base/perceptualhash.h"
#include "ui/review/pictureloader.h"
#include "ui/review/reviewwords.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {
constexpr double zoomStep = 1.25;
} // namespace

std::pair<int, int> firstPair(const QList<ComparePicture> &pictures, const std::string &shown)
{
    int left = 0;
    for (int i = 0; i < pictures.size(); ++i) {
        const ComparePicture &one = pictures.at(i);
        if (one.sha256 == shown && one.current && one.likeness.empty())
            left = i;
    }
    const auto other = [&](const auto &fits) {
        for (int i = int(pictures.size()) - 1; i >= 0; --i) {
            if (i != left && fits(pictures.at(i)))
                return i;
        }
        return -1;
    };
    const QString slot = pictures.at(left).slot;
    int right = other([&shown](const ComparePicture &one) { return !shown.empty() && one.likeness == shown; });
    if (right < 0)
        right = other([&slot](const ComparePicture &one) { return !one.current && one.slot == slot; });
    if (right < 0)
        right = other([](const ComparePicture &one) { return one.current && one.slot.isEmpty(); });
    if (right < 0)
        right = (left + 1) % int(pictures.size());
    return {left, right};
}

QString whyTogether(const ComparePicture &one, const ComparePicture &other)
{
    if (one.sha256 == other.sha256)
        return one.number == other.number ? QString() : CompareWindow::tr("同一个文件：两份档案里的图片逐字节相同。");
    const bool isSaid = one.likeness == other.sha256 || other.likeness == one.sha256;
    const std::optional<int> distance = other.distance ? other.distance : one.distance;
    if (!isSaid)
        return {};
    if (!distance)
        return CompareWindow::tr("机检认为这两张图片相同。");
    const double alike = 100.0 * (PerceptualHash::bits - *distance) / PerceptualHash::bits;
    return CompareWindow::tr("看起来是同一张图片：相似度 %1 %（%2 位特征里有 %3 位不同）。")
        .arg(QString::number(alike, 'f', 1))
        .arg(PerceptualHash::bits)
        .arg(*distance);
}

CompareWindow::CompareWindow(QList<ComparePicture> pictures, std::pair<int, int> chosen, PictureLoader &loader,
                             const Theme &theme, const QList<QAction *> &deeds, QWidget *parent)
    : QDialog(parent),
      m_pictures(std::move(pictures)),
      m_loader(loader),
      m_why(new QLabel(this)),
      m_linked(new QCheckBox(this))
{
    setObjectName("compareWindow"_L1);
    setWindowTitle(tr("比较"));
    m_linked->setText(tr("一起缩放和移动(&L)"));
    nameWidget(m_linked, "compareLinked"_L1, tr("一起缩放和移动"));
    m_linked->setChecked(true);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(space::small);
    sides->addWidget(buildSide(0, theme), 1);
    sides->addWidget(buildSide(1, theme), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
    layout->setSpacing(space::small);
    m_why->setObjectName("compareWhy"_L1);
    m_why->setWordWrap(true);
    layout->addWidget(buildTools(theme));
    layout->addWidget(m_why);
    layout->addLayout(sides, 1);
    layout->addWidget(buildDeeds(deeds));
    resize(1160, 640);
    m_choices[0]->setCurrentIndex(chosen.first);
    m_choices[1]->setCurrentIndex(chosen.second);
    for (const int side : {0, 1}) {
        connect(m_choices[std::size_t(side)], &QComboBox::currentIndexChanged, this, [this, side] { showSide(side); });
        connect(&viewer(side), &ImageViewer::viewChanged, this, [this, side] { follow(side); });
        showSide(side);
    }
    connect(&loader, &PictureLoader::ready, this, [this] {
        showSide(0);
        showSide(1);
    });
    connect(&loader, &PictureLoader::detailReady, this, [this](const std::string &sha256, const QImage &image) {
        for (const int side : {0, 1}) {
            if (m_shown[std::size_t(side)] == sha256)
                viewer(side).setDetail(image);
        }
    });
    viewer(0).setFocus();
}

QWidget *CompareWindow::buildTools(const Theme &theme)
{
    auto *tools = new QWidget(this);
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &name, const QString &icon, const QKeySequence &key, auto act) {
        auto *button = new QToolButton(tools);
        button->setIcon(theme.icon(icon));
        button->setShortcut(key);
        button->setToolTip(name);
        button->setMinimumSize(space::target, space::target);
        button->setFocusPolicy(Qt::TabFocus);
        nameWidget(button, QLatin1StringView(), name);
        button->setObjectName(u"compare-"_s + icon);
        layout->addWidget(button);
        // One of the two leads; the other follows while they are linked.
        connect(button, &QToolButton::clicked, this, [this, act] {
            act(viewer(0));
            if (!m_linked->isChecked())
                act(viewer(1));
        });
    };
    const auto key = [](const char *text) {
        return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText);
    };
    add(tr("适合窗口"), u"fit"_s, key("Ctrl+0"), [](ImageViewer &one) { one.fit(); });
    add(tr("缩小"), u"zoom-out"_s, key("Ctrl+-"), [](ImageViewer &one) { one.zoom(1 / zoomStep); });
    add(tr("放大"), u"zoom-in"_s, key("Ctrl+="), [](ImageViewer &one) { one.zoom(zoomStep); });
    add(tr("左转"), u"rotate-left"_s, key("Ctrl+Left"), [](ImageViewer &one) { one.rotate(-1); });
    add(tr("右转"), u"rotate-right"_s, key("Ctrl+Right"), [](ImageViewer &one) { one.rotate(1); });
    layout->addStretch(1);
    layout->addWidget(m_linked);
    return tools;
}

/// The window is modal, so that its owner's keys do not reach it: they are told and heard here.
QWidget *CompareWindow::buildDeeds(const QList<QAction *> &deeds)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QAction *deed : deeds) {
        const QString key = ActionRegistry::keyText(deed->shortcut());
        const QString name = ActionRegistry::plainText(*deed);
        QPushButton *button = makeButton(tr("%1（%2）").arg(name, key), QLatin1StringView(), row);
        button->setObjectName(u"compareDeed-"_s + deed->objectName());
        button->setEnabled(deed->isEnabled());
        layout->addWidget(button);
        const auto doIt = [this, deed] {
            accept();
            deed->trigger();
        };
        connect(button, &QPushButton::clicked, this, doIt);
        if (deed->isEnabled())
            connect(new QShortcut(deed->shortcut(), this), &QShortcut::activated, this, doIt);
    }
    layout->addStretch(1);
    auto *close = makeButton(tr("关闭（Esc）"), "compareClose"_L1, row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    layout->addWidget(close);
    return row;
}

QWidget *CompareWindow::buildSide(int side, const Theme &theme)
{
    auto *column = new QWidget(this);
    auto *choice = new QComboBox(column);
    auto *viewer = new ImageViewer(theme, column);
    const QString name = side == 0 ? tr("左边的图片") : tr("右边的图片");
    nameWidget(choice, side == 0 ? "compareLeft"_L1 : "compareRight"_L1, name);
    viewer->setObjectName(side == 0 ? u"compareViewLeft"_s : u"compareViewRight"_s);
    viewer->setAccessibleName(name);
    for (const ComparePicture &picture : m_pictures)
        choice->addItem(picture.current ? picture.title : tr("%1（更正前）").arg(picture.title));
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    auto *facts = new QLabel(column);
    facts->setObjectName(side == 0 ? u"compareFactsLeft"_s : u"compareFactsRight"_s);
    setKind(facts, "muted"_L1);
    layout->addWidget(choice);
    layout->addWidget(facts);
    layout->addWidget(viewer, 1);
    m_facts[std::size_t(side)] = facts;
    m_choices[std::size_t(side)] = choice;
    m_viewers[std::size_t(side)] = viewer;
    connect(viewer, &ImageViewer::detailWanted, this,
            [this, side] { m_loader.wantDetail(m_shown[std::size_t(side)]); });
    return column;
}

const ComparePicture &CompareWindow::chosen(int side) const
{
    return m_pictures.at(m_choices[std::size_t(side)]->currentIndex());
}

/// Whose it is, what it was handed in as, how many pixels and bytes; why the two.
void CompareWindow::showWords(int side)
{
    const ComparePicture &picture = chosen(side);
    QStringList facts;
    if (!picture.number.isEmpty())
        facts.append(tr("报名号 %1").arg(picture.number));
    if (!picture.place.isEmpty())
        facts.append(picture.place);
    const Picture *decoded = m_loader.peek(picture.sha256);
    if (decoded && !decoded->failed) {
        const QSize &size = decoded->fullSize;
        facts.append(tr("%1×%2 像素").arg(size.width()).arg(size.height()));
        facts.append(ReviewWords::bytes(decoded->fileBytes));
    }
    m_facts[std::size_t(side)]->setText(facts.join(u" · "_s));
    const QString why = whyTogether(chosen(0), chosen(1));
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
}

void CompareWindow::showSide(int side)
{
    const ComparePicture &wanted = chosen(side);
    showWords(side);
    const Picture *picture = m_loader.want(wanted.sha256);
    std::string &shown = m_shown[std::size_t(side)];
    if (picture && !picture->failed && !picture->isPreview) {
        if (shown != wanted.sha256)
            viewer(side).setImage(picture->image, picture->fullSize, wanted.title);
        shown = wanted.sha256;
        return;
    }
    shown.clear();
    if (picture)
        viewer(side).setPlaceholder(wanted.title, tr("图片无法显示。"));
    else
        viewer(side).setLoading(tr("正在读取 %1…").arg(wanted.title));
}

void CompareWindow::follow(int side)
{
    if (m_following || !m_linked->isChecked() || !viewer(side).hasImage())
        return;
    m_following = true;
    viewer(1 - side).follow(viewer(side).view());
    m_following = false;
}

} // namespace zsb
