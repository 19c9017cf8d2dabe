#include "ui/review/comparewindow.h"

#include "ui/review/pictureloader.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
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

CompareWindow::CompareWindow(QList<ComparePicture> pictures, std::pair<int, int> chosen, PictureLoader &loader,
                             const Theme &theme, QWidget *parent)
    : QDialog(parent), m_pictures(std::move(pictures)), m_loader(loader), m_linked(new QCheckBox(this))
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
    layout->addWidget(buildTools(theme));
    layout->addLayout(sides, 1);
    resize(1160, 640);
    m_choices[0]->setCurrentIndex(chosen.first);
    m_choices[1]->setCurrentIndex(chosen.second);
    for (const int side : {0, 1}) {
        connect(m_choices[std::size_t(side)], &QComboBox::currentIndexChanged, this, [this, side] { show(side); });
        connect(&viewer(side), &ImageViewer::viewChanged, this, [this, side] { follow(side); });
        show(side);
    }
    connect(&loader, &PictureLoader::ready, this, [this] {
        show(0);
        show(1);
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
    layout->addWidget(choice);
    layout->addWidget(viewer, 1);
    m_choices[std::size_t(side)] = choice;
    m_viewers[std::size_t(side)] = viewer;
    connect(viewer, &ImageViewer::detailWanted, this,
            [this, side] { m_loader.wantDetail(m_shown[std::size_t(side)]); });
    return column;
}

void CompareWindow::show(int side)
{
    const ComparePicture &wanted = m_pictures.at(m_choices[std::size_t(side)]->currentIndex());
    const Picture *picture = m_loader.want(wanted.sha256);
    std::string &shown = m_shown[std::size_t(side)];
    if (picture && !picture->failed) {
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
