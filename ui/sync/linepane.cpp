#include "ui/sync/linepane.h"

#include "ui/sync/linewatch.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace zsb {

LinePane::LinePane(QWidget *parent)
    : QWidget(parent), m_metered(new QComboBox(this)), m_limit(new QSpinBox(this)), m_words(new QLabel(this))
{
    m_metered->setObjectName(u"lineMetered"_s);
    m_metered->setAccessibleName(tr("按流量计费"));
    m_metered->setMinimumHeight(space::target);
    m_metered->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const MeteredChoice choice : {MeteredChoice::Automatic, MeteredChoice::Always, MeteredChoice::Never})
        m_metered->addItem(QString(), int(choice));
    m_metered->setItemText(int(MeteredChoice::Always), tr("总是"));
    m_metered->setItemText(int(MeteredChoice::Never), tr("从不"));
    m_limit->setObjectName(u"lineLimit"_s);
    m_limit->setAccessibleName(tr("图片限速"));
    m_limit->setMinimumHeight(space::target);
    m_limit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_limit->setRange(0, LineSettings::mostKilobytes);
    m_limit->setSingleStep(50);
    m_limit->setSpecialValueText(tr("不限"));
    m_limit->setSuffix(tr(" KB/秒"));
    m_limit->setKeyboardTracking(false); // half a number is no limit
    m_words->setObjectName(u"lineWords"_s);
    m_words->setWordWrap(true);
    setKind(m_words, "muted"_L1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(new QLabel(tr("按流量计费"), this));
    layout->addWidget(m_metered);
    layout->addSpacing(space::medium);
    layout->addWidget(new QLabel(tr("图片限速"), this));
    layout->addWidget(m_limit);
    layout->addSpacing(space::medium);
    layout->addWidget(m_words, 1);
    connect(m_metered, &QComboBox::activated, this, &LinePane::choose);
    connect(m_limit, &QSpinBox::valueChanged, this, &LinePane::choose);
    showLine({}, std::nullopt);
}

void LinePane::showLine(const LineSettings &settings, std::optional<bool> told)
{
    const QSignalBlocker quiet(m_limit);
    m_metered->setItemText(int(MeteredChoice::Automatic), !told   ? tr("自动（系统没有说，按不计费）")
                                                          : *told ? tr("自动（现在计费）")
                                                                  : tr("自动（现在不计费）"));
    m_metered->setCurrentIndex(int(settings.metered));
    m_limit->setValue(settings.kilobytes);
    m_words->setText(planOf(settings, told).isMetered ? tr("只先取预览；原图在打开档案时取，或按“取原图”。")
                                                      : tr("先取预览，再取原图；没有网络也能审。"));
}

void LinePane::choose()
{
    emit chosen({MeteredChoice(m_metered->currentData().toInt()), m_limit->value()});
}

} // namespace zsb
