#include "ui/sync/taskspane.h"

#include "core/protocol/capture.h"
#include "core/workflow/offers.h"
#include "ui/sync/actionbutton.h"
#include "ui/sync/answerdialog.h"
#include "ui/sync/changedialog.h"
#include "ui/sync/majordialog.h"
#include "ui/sync/proofcourier.h"
#include "ui/sync/taskwords.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {
TasksPane::TasksPane(SyncController &controller, ActionRegistry &actions, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_controller(controller),
      m_actions(actions),
      m_theme(theme),
      m_table(theme, {tr("报名号"), tr("姓名"), tr("考生类型"), tr("事项"), tr("截止"), tr("进度")})
{
    m_view = makePlainView(m_table, "tasksFound", tr("考生待办"), 3, this);
    m_said = new QLabel(this);
    m_said->setObjectName("tasksSaid"_L1);
    m_said->setWordWrap(true);
    setKind(m_said, "muted"_L1);
    m_said->setMinimumHeight(2 * m_said->fontMetrics().lineSpacing());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::small, 0, 0);
    layout->addWidget(buildForm());
    layout->addWidget(m_said);
    layout->addWidget(m_view, 1);
    layout->addWidget(buildButtons());
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TasksPane::check);
    connect(&controller.session(), &SyncSession::tasksFound, this, &TasksPane::take);
    connect(&controller, &SyncController::looked, this, &TasksPane::refresh);
    actions.bind("sync.tasks.major", this, [this] { chooseMajor(); });
    actions.bind("sync.tasks.change", this, [this] { askForChange(); });
    actions.bind("sync.tasks.answer", this, [this] { answerChange(); });
    actions.bind("sync.tasks.open", this, [this] {
        if (const TaskFile *file = chosen())
            emit openWanted(file->file.id);
    });
    tell(tr("正在读取…"));
    check();
}

QWidget *TasksPane::buildForm()
{
    auto *box = new QWidget(this);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    m_kind = new QComboBox(box);
    nameWidget(m_kind, "tasksKind"_L1, tr("哪一种待办"));
    m_kind->addItem(tr("选择拟报专业"), int(TaskKind::Major));
    m_kind->addItem(tr("变更考生类型"), int(TaskKind::Change));
    m_kind->addItem(tr("答复变更申请"), int(TaskKind::Answer));
    m_text = new QLineEdit(box);
    nameWidget(m_text, "tasksText"_L1, tr("按姓名、拼音、报名号或证件后六位缩小"));
    m_text->setPlaceholderText(tr("姓名、拼音、报名号或证件后六位"));
    const auto add = [&](const QString &text, QWidget *field, int stretch) {
        auto *label = new QLabel(text, box);
        label->setBuddy(field);
        field->setMinimumHeight(space::target);
        layout->addWidget(label);
        layout->addWidget(field, stretch);
    };
    add(tr("待办(&T)"), m_kind, 0);
    add(tr("查找(&N)"), m_text, 1);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TasksPane::refresh);
    connect(m_text, &QLineEdit::textChanged, this, &TasksPane::refresh);
    return box;
}

QWidget *TasksPane::buildButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const char *id : {"sync.tasks.major", "sync.tasks.change", "sync.tasks.answer", "sync.tasks.open"})
        layout->addWidget(makeActionButton(m_actions, id, row));
    layout->addStretch();
    return row;
}

void TasksPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

TaskQuery TasksPane::query() const
{
    return {TaskKind(m_kind->currentData().toInt()), m_text->text().trimmed().toStdString()};
}

void TasksPane::refresh()
{
    if (!isVisible())
        return;
    m_again = m_reading;
    if (std::exchange(m_reading, true))
        return;
    m_controller.session().findTasks(query());
}

void TasksPane::take(const TaskLook &look)
{
    m_reading = false;
    if (std::exchange(m_again, false) || !(look.query == query()))
        refresh();
    if (!(look.query == query()))
        return; // of what was asked before
    m_look = look;
    m_table.show(TaskWords::rows(m_look, m_controller.rows(),
                                 [this](const Refusal &refusal) { return m_controller.refusal(refusal); }));
    if (m_table.count() > 0 && !m_view->currentIndex().isValid())
        m_view->selectRow(0);
    tell(TaskWords::summary(m_look));
    check();
}

const TaskFile *TasksPane::chosen() const
{
    const std::string id = m_table.idOf(m_view->currentIndex().row()).toStdString();
    const auto found = std::ranges::find(
        m_look.files, id, [](const TaskFile &file) -> const std::string & { return file.file.id.value; });
    return found == m_look.files.end() ? nullptr : &*found;
}

std::string TasksPane::deskRole() const
{
    const std::vector<Scope> &scopes = m_controller.scopes();
    const auto scope = std::ranges::find_first_of(scopes, deskRoles, {}, &Scope::role);
    return scope == scopes.end() ? std::string() : scope->role;
}

void TasksPane::check()
{
    const TaskFile *file = chosen();
    const bool isDesk = !deskRole().empty();
    const bool isMajor = file && m_look.query.kind == TaskKind::Major; // a choice may be corrected while it is time
    m_actions.setEnabled("sync.tasks.major", isDesk && isMajor,
                         isDesk ? tr("先选中一名要选专业的考生。") : tr("由院校登记员或旗县招生办代考生选择。"));
    const bool isOffered = file && !conversionsOpen(file->state, m_controller.rows().pack(), m_look.at).empty();
    m_actions.setEnabled("sync.tasks.change", isDesk && isOffered,
                         isDesk ? tr("先选中一名可以变更类型的考生。") : tr("由院校登记员或旗县招生办代考生申请。"));
    const bool isWaiting = file && pendingConversion(file->state);
    m_actions.setEnabled("sync.tasks.answer", isWaiting && !answeringRole(file->state).empty(),
                         isWaiting ? tr("由审核新类型的人或督导答复。") : tr("先选中一份等待答复的申请。"));
    m_actions.setEnabled("sync.tasks.open", file != nullptr, tr("先选中一名考生。"));
}

void TasksPane::chooseMajor()
{
    const TaskFile *file = chosen();
    if (!file)
        return;
    auto *dialog = new MajorDialog(file->state, m_controller.rows(), m_theme, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MajorDialog::chosen, this, [this, dialog, id = file->file.id](const QString &major) {
        const QString why = m_controller.order(id, deskRole(), ChooseMajor{major.toStdString()});
        if (!why.isEmpty()) {
            dialog->refuse(why);
            return;
        }
        dialog->accept();
        emit m_controller.said(tr("已记录：%1。服务器的回执看“进度”。").arg(major), Tone::Ok);
        refresh();
    });
    dialog->open();
}

void TasksPane::askForChange()
{
    const TaskFile *file = chosen();
    if (!file)
        return;
    const SyncRows rows = m_controller.rows();
    m_change =
        new ChangeDialog(file->state, conversionsOpen(file->state, rows.pack(), m_look.at), rows, m_prompts, window());
    m_change->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_change, &ChangeDialog::wanted, this,
            [this, id = file->file.id](const ChangeWish &wish) { request(id, wish); });
    m_change->open();
}

void TasksPane::request(const ApplicationId &id, const ChangeWish &wish)
{
    m_controller.keepFiles(wish.proofs, m_change, [this, id, wish](Result<std::vector<Attachment>> proofs) {
        if (!proofs) {
            m_change->refuse(proofs.error().code == ErrorCode::Invalid
                                 ? tr("凭证不是合格的图片：要 JPG，不能太大或损坏。请重新选择。")
                                 : tr("凭证文件读不出来：请重新选择。"));
            return;
        }
        const QString why = m_controller.order(
            id, deskRole(),
            RequestConversion{.conversionId = wish.conversion, .attachments = *std::move(proofs), .note = wish.note});
        if (!why.isEmpty()) {
            m_change->refuse(why);
            return;
        }
        m_change->accept();
        emit m_controller.said(tr("申请已记录。服务器的回执看“进度”。"), Tone::Ok);
        refresh();
    });
}

std::string TasksPane::answeringRole(const ApplicationState &state) const
{
    const Pack &pack = m_controller.rows().pack();
    const std::vector<Scope> &scopes = m_controller.scopes();
    const auto scope =
        std::ranges::find_if(scopes, [&](const Scope &each) { return mayAnswerConversion(state, each.role, pack); });
    return scope == scopes.end() ? std::string() : scope->role;
}

void TasksPane::answerChange()
{
    const TaskFile *file = chosen();
    const ConversionRequest *request = file ? pendingConversion(file->state) : nullptr;
    if (!request)
        return;
    m_answer = new AnswerDialog(file->state, *request, m_controller.rows(), window());
    m_answer->setAttribute(Qt::WA_DeleteOnClose);
    new ProofCourier(m_controller, *m_answer); // goes with it
    connect(m_answer, &AnswerDialog::answered, this,
            [this, id = file->file.id, conversion = request->conversionId,
             role = answeringRole(file->state)](bool accepted, const QString &note) {
                const QString why =
                    m_controller.order(id, role, DecideConversion{conversion, accepted, note.toStdString()});
                if (!why.isEmpty()) {
                    m_answer->refuse(why);
                    return;
                }
                m_answer->accept();
                emit m_controller.said(tr("答复已记录。服务器的回执看“进度”。"), Tone::Ok);
                refresh();
            });
    m_answer->open();
}

void TasksPane::tell(const QString &text)
{
    if (m_said->text() == text)
        return;
    m_said->setText(text);
    QAccessibleEvent event(m_said, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace zsb
