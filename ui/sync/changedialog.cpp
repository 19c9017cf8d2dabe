#include "ui/sync/changedialog.h"

#include "ui/sync/taskwords.h"
#include "ui/widgets/look.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int textWidth = 600;
constexpr int needLines = 4;

} // namespace

ChangeDialog::ChangeDialog(ApplicationState state, std::vector<const Conversion *> offers, const SyncRows &rows,
                           Prompts *prompts, QWidget *parent)
    : QDialog(parent), m_state(std::move(state)), m_offers(std::move(offers)), m_rows(rows), m_prompts(prompts)
{
    setObjectName("changeDialog"_L1);
    setWindowTitle(tr("申请变更考生类型"));
    build();
    for (const Conversion *offer : m_offers)
        m_to->addItem(m_rows.type(offer->to), QString::fromStdString(offer->id));
    connect(m_to, &QComboBox::currentIndexChanged, this, &ChangeDialog::showNeeds);
    showNeeds();
    m_note->setFocus();
}

void ChangeDialog::build()
{
    auto *who = makeWrapped(TaskWords::whose(m_state, m_rows), "changeWho"_L1, textWidth, 1, this);
    setKind(who, "heading"_L1);
    m_needs = makeWrapped({}, "changeNeeds"_L1, textWidth, needLines, this);
    m_to = new QComboBox(this);
    nameWidget(m_to, "changeTo"_L1, tr("变更为哪一种考生类型"));
    m_slot = new QComboBox(this);
    nameWidget(m_slot, "changeSlot"_L1, tr("凭证的种类"));
    m_files = new QLineEdit(this);
    nameWidget(m_files, "changeFiles"_L1, tr("已选的凭证"));
    m_files->setReadOnly(true);
    m_add = makeButton(tr("添加凭证(&F)…"), "changeAdd"_L1, this);
    m_add->setAutoDefault(false);
    m_note = new QLineEdit(this);
    nameWidget(m_note, "changeNote"_L1, tr("申请理由（必填）"));
    for (QWidget *field : QList<QWidget *>{m_to, m_slot, m_files, m_note})
        field->setMinimumHeight(space::target);
    auto *proof = new QHBoxLayout;
    proof->addWidget(m_slot);
    proof->addWidget(m_files, 1);
    proof->addWidget(m_add);
    auto *form = new QFormLayout;
    form->setSpacing(space::small);
    form->addRow(tr("变更为(&T)"), m_to);
    form->addRow(tr("理由（必填）(&S)"), m_note);
    form->addRow(tr("凭证"), proof);
    m_said = makeWrapped({}, "changeSaid"_L1, textWidth, 2, this);
    m_accept = makeButton(tr("提出申请(&G)"), "changeAccept"_L1, this);
    setKind(m_accept, "primary"_L1);
    m_accept->setDefault(true);
    QPushButton *cancel = makeButton(tr("取消(&C)"), "changeCancel"_L1, this);
    cancel->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_accept, QDialogButtonBox::ActionRole);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::medium);
    layout->addWidget(who);
    layout->addLayout(form);
    layout->addWidget(m_needs);
    layout->addWidget(m_said);
    layout->addWidget(buttons);
    connect(m_note, &QLineEdit::textChanged, this, &ChangeDialog::check);
    connect(m_add, &QPushButton::clicked, this, &ChangeDialog::addProof);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        emit wanted({conversion().id, m_note->text().trimmed().toStdString(), m_proofs});
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

const Conversion &ChangeDialog::conversion() const
{
    return *m_offers.at(std::size_t(std::max(0, m_to->currentIndex())));
}

void ChangeDialog::showNeeds()
{
    m_proofs.clear();
    m_files->clear();
    m_slot->clear();
    for (const MaterialUse &use : conversion().materials) {
        for (const std::string &slot : use.oneOf)
            m_slot->addItem(m_rows.slot(slot), QString::fromStdString(slot));
    }
    const bool isProved = m_slot->count() > 0;
    m_slot->setEnabled(isProved);
    m_add->setEnabled(isProved);
    m_files->setPlaceholderText(isProved ? tr("JPG 图片") : tr("不需要凭证"));
    m_needs->setText(TaskWords::shownAnew(m_state, conversion(), m_rows));
    m_needs->setMinimumHeight(std::max(m_needs->minimumHeight(), m_needs->heightForWidth(textWidth)));
    check();
}

void ChangeDialog::addProof()
{
    if (!m_prompts)
        return;
    const FileQuestion question{tr("选择凭证文件"), tr("图片 (*.jpg *.jpeg)"), {}};
    m_prompts->askForPath(this, question, [this](const QString &path) {
        m_proofs.emplace_back(m_slot->currentData().toString().toStdString(), path);
        QStringList names;
        for (const auto &[slot, file] : m_proofs)
            names.append(tr("%1：%2").arg(m_rows.slot(slot), QFileInfo(file).fileName()));
        m_files->setText(names.join(tr("；")));
        check();
    });
}

void ChangeDialog::check()
{
    const bool isProved = std::ranges::all_of(conversion().materials, [this](const MaterialUse &use) {
        return !use.required || std::ranges::any_of(m_proofs, [&](const auto &proof) {
            return std::ranges::find(use.oneOf, proof.first) != use.oneOf.end();
        });
    });
    m_accept->setEnabled(isProved && !m_note->text().trimmed().isEmpty());
}

void ChangeDialog::refuse(const QString &why)
{
    showRefusal(m_said, why);
}

} // namespace zsb
