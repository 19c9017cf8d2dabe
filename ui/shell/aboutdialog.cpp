#include "ui/shell/aboutdialog.h"

#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int dialogWidth = 620;

QFormLayout *makeRows(const AboutDialog::Rows &rows, QWidget *parent)
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(space::large);
    form->setVerticalSpacing(space::small);
    for (const auto &[name, value] : rows) {
        auto *label = new QLabel(name, parent);
        setKind(label, "muted"_L1);
        auto *text = new QLabel(value, parent);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setMinimumWidth(380);
        form->addRow(label, text);
    }
    return form;
}

} // namespace

AboutDialog::AboutDialog(const Rows &rows, QWidget *parent) : QDialog(parent)
{
    setObjectName("aboutDialog"_L1);
    setWindowTitle(tr("关于与诊断"));
    auto *title = new QLabel(tr("专升本报名与资格审核"), this);
    setKind(title, "title"_L1);
    auto *about = new QLabel(
        tr("为专升本考生登记、核验与审核资格的工作台。以下信息不含任何考生资料，可放心发给维护人员。"), this);
    about->setWordWrap(true);

    QPushButton *copy = makeButton(tr("复制诊断信息(&C)"), "aboutCopy"_L1, this);
    QPushButton *close = makeButton(tr("关闭(&L)"), "aboutClose"_L1, this);
    setKind(close, "primary"_L1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(copy);
    buttons->addWidget(close);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::huge, space::huge, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(title);
    layout->addWidget(about);
    layout->addSpacing(space::tiny);
    layout->addLayout(makeRows(rows, this));
    layout->addSpacing(space::small);
    layout->addLayout(buttons);

    connect(copy, &QPushButton::clicked, this, [this, rows] {
        QGuiApplication::clipboard()->setText(asText(rows));
        emit copied();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    close->setFocus();
    const int wide = std::max(dialogWidth, minimumSizeHint().width());
    resize(wide, layout->totalHeightForWidth(wide)); // texts that wrap need their height from the start
}

QString AboutDialog::asText(const Rows &rows)
{
    QString text;
    for (const auto &[name, value] : rows)
        text += name + u": "_s + value + u'\n';
    return text;
}

} // namespace zsb
