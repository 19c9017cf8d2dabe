#include "ui/sync/answerdialog.h"

#include "ui/sync/syncrows.h"
#include "ui/sync/taskwords.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int textWidth = 600;
constexpr int pictureHeight = 220;

} // namespace

AnswerDialog::AnswerDialog(const ApplicationState &state, const ConversionRequest &request, const SyncRows &rows,
                           QWidget *parent)
    : QDialog(parent)
{
    setObjectName("answerDialog"_L1);
    setWindowTitle(tr("答复变更申请"));
    build(TaskWords::whose(state, rows), TaskWords::request(state, request, rows));
    for (const Attachment &proof : request.attachments)
        m_proofs->addItem(rows.slot(proof.slot), QString::fromStdString(proof.sha256));
    m_proofs->setEnabled(m_proofs->count() > 0);
    if (m_proofs->count() == 0)
        m_picture->setText(tr("没有附凭证"));
    connect(m_proofs, &QComboBox::currentIndexChanged, this, &AnswerDialog::askForProof);
}

void AnswerDialog::build(const QString &who, const QString &what)
{
    auto *whom = makeWrapped(who, "answerWho"_L1, textWidth, 1, this);
    setKind(whom, "heading"_L1);
    m_proofs = new QComboBox(this);
    nameWidget(m_proofs, "answerProofs"_L1, tr("看哪一份凭证"));
    m_again = makeButton(tr("再取一次(&R)"), "answerAgain"_L1, this);
    m_again->setEnabled(false);
    connect(m_again, &QPushButton::clicked, this, &AnswerDialog::askForProof);
    m_picture = new QLabel(this);
    m_picture->setObjectName("answerPicture"_L1);
    m_picture->setFixedSize(textWidth, pictureHeight);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setWordWrap(true);
    setSpokenName(m_picture, tr("凭证的图片"));
    m_note = new QLineEdit(this);
    nameWidget(m_note, "answerNote"_L1, tr("答复的说明，不同意时必填"));
    for (QWidget *field : QList<QWidget *>{m_proofs, m_note})
        field->setMinimumHeight(space::target);
    auto *form = new QFormLayout;
    form->setSpacing(space::small);
    auto *proofs = new QHBoxLayout;
    proofs->addWidget(m_proofs, 1);
    proofs->addWidget(m_again);
    auto *label = new QLabel(tr("凭证(&P)"), this);
    label->setBuddy(m_proofs);
    form->addRow(label, proofs);
    form->addRow(m_picture);
    form->addRow(tr("说明（不同意时必填）(&S)"), m_note);
    m_said = makeWrapped({}, "answerSaid"_L1, textWidth, 2, this);
    QPushButton *accept = makeButton(tr("同意变更(&G)"), "answerAccept"_L1, this);
    m_decline = makeButton(tr("不同意(&N)"), "answerDecline"_L1, this);
    QPushButton *cancel = makeButton(tr("取消(&C)"), "answerCancel"_L1, this);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(accept, QDialogButtonBox::ActionRole);
    buttons->addButton(m_decline, QDialogButtonBox::ActionRole);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    for (QPushButton *button : {m_again, accept, m_decline, cancel})
        button->setAutoDefault(false); // Return in the note decides nothing
    m_decline->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::medium);
    layout->addWidget(whom);
    layout->addWidget(makeWrapped(what, "answerWhat"_L1, textWidth, 3, this));
    layout->addLayout(form);
    layout->addWidget(m_said);
    layout->addWidget(buttons);
    connect(m_note, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_decline->setEnabled(!text.trimmed().isEmpty()); });
    connect(accept, &QPushButton::clicked, this, [this] { emit answered(true, m_note->text().trimmed()); });
    connect(m_decline, &QPushButton::clicked, this, [this] { emit answered(false, m_note->text().trimmed()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

std::string AnswerDialog::proof() const
{
    return m_proofs->currentData().toString().toStdString();
}

void AnswerDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    askForProof();
}

void AnswerDialog::askForProof()
{
    if (proof().empty())
        return;
    await({});
    emit proofWanted(proof());
}

void AnswerDialog::await(const QString &why)
{
    const QString words = why.isEmpty() ? tr("正在取凭证…") : why;
    m_again->setEnabled(!why.isEmpty());
    if (m_picture->text() == words)
        return;
    m_picture->setText(words);
    QAccessibleEvent event(m_picture, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void AnswerDialog::take(const std::string &sha256, const QImage &picture)
{
    if (sha256 != proof())
        return;
    if (picture.isNull()) {
        await(tr("凭证打不开，文件可能损坏。"));
        return;
    }
    m_again->setEnabled(false);
    const qreal ratio = devicePixelRatioF();
    QPixmap scaled =
        QPixmap::fromImage(picture.scaled(m_picture->size() * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    scaled.setDevicePixelRatio(ratio);
    m_picture->setPixmap(scaled);
}

void AnswerDialog::refuse(const QString &why)
{
    showRefusal(m_said, why);
}

} // namespace zsb
