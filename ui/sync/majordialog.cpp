#include "ui/sync/majordialog.h"

#include "core/workflow/offers.h"
#include "ui/sync/syncrows.h"
#include "ui/sync/taskwords.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int textWidth = 720;
constexpr int listHeight = 300;

QStringList headersFor(const ApplicationState &state, const SyncRows &rows)
{
    QStringList headers{MajorDialog::tr("代码"), MajorDialog::tr("本科专业"), MajorDialog::tr("专业类"),
                        MajorDialog::tr("招考类别")};
    const CandidateType *type = rows.pack().type(state.typeId);
    if (type && type->sitsExam)
        headers.append(MajorDialog::tr("专业课"));
    return headers;
}

} // namespace

MajorDialog::MajorDialog(const ApplicationState &state, const SyncRows &rows, const Theme &theme, QWidget *parent)
    : QDialog(parent), m_table(theme, headersFor(state, rows))
{
    setObjectName("majorDialog"_L1);
    setWindowTitle(tr("选择拟报本科专业"));
    const Pack &pack = rows.pack();
    const bool isKnown = majorsOpen(state, pack).size() < pack.catalogue.bachelorMajors().size();
    const QString junior = TaskWords::field(state, Field::JuniorMajor);
    build(tr("%1（报名号 %2），专科专业：%3")
              .arg(TaskWords::field(state, Field::Name), QString::fromStdString(state.applicationNo),
                   junior.isEmpty() ? tr("没有填") : junior),
          isKnown ? tr("下面是这个专科专业可以报的本科专业；招考类别由专业决定，不用另选。")
                  : tr("目录里没有这个专科专业，下面列出全部本科专业，请核对后再选；招考类别由专业决定，不用另选。"));
    listMajors(state, rows);
    filter();
    m_search->setFocus();
}

void MajorDialog::build(const QString &who, const QString &why)
{
    auto *whom = makeWrapped(who, "majorWho"_L1, textWidth, 1, this);
    setKind(whom, "heading"_L1);
    auto *explained = makeWrapped(why, {}, textWidth, 2, this);
    setKind(explained, "muted"_L1);
    m_search = new QLineEdit(this);
    nameWidget(m_search, "majorSearch"_L1, tr("按代码或名称查找专业"));
    m_search->setMinimumHeight(space::target);
    auto *label = new QLabel(tr("代码或名称(&N)"), this);
    label->setBuddy(m_search);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_search, 1);
    m_view = makePlainView(m_table, "majorList", tr("可以选择的本科专业"), 1, this);
    m_view->setMinimumHeight(listHeight);
    m_said = makeWrapped({}, "majorSaid"_L1, textWidth, 2, this);
    m_accept = makeButton(tr("选定(&G)"), "majorAccept"_L1, this);
    setKind(m_accept, "primary"_L1);
    m_accept->setDefault(true);
    QPushButton *cancel = makeButton(tr("取消(&C)"), "majorCancel"_L1, this);
    cancel->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_accept, QDialogButtonBox::ActionRole);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::medium);
    layout->addWidget(whom);
    layout->addWidget(explained);
    layout->addLayout(row);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_said);
    layout->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &MajorDialog::filter);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &MajorDialog::check);
    connect(m_accept, &QPushButton::clicked, this, [this] { emit chosen(m_table.idOf(m_view->currentIndex().row())); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void MajorDialog::listMajors(const ApplicationState &state, const SyncRows &rows)
{
    const Pack &pack = rows.pack();
    const bool showsSubject = m_table.columnCount() > 4;
    for (const BachelorMajor *major : majorsOpen(state, pack)) {
        const ExamCategory *category = pack.catalogue.category(major->categoryCode);
        const QString name = QString::fromStdString(major->name);
        const QString code = QString::fromStdString(major->categoryCode);
        PlainRow row{{QString::fromStdString(major->classCode), name, QString::fromStdString(major->className),
                      category ? code + u' ' + QString::fromStdString(category->name) : code},
                     Tone::Neutral,
                     name};
        if (showsSubject)
            row.cells.append(category ? QString::fromStdString(category->majorSubject) : QString());
        m_all.append(row);
    }
}

/// Every word typed stands somewhere in the row.
void MajorDialog::filter()
{
    const QStringList words = m_search->text().simplified().split(u' ', Qt::SkipEmptyParts);
    QList<PlainRow> shown;
    std::ranges::copy_if(m_all, std::back_inserter(shown), [&](const PlainRow &row) {
        const QString text = row.cells.join(u' ');
        return std::ranges::all_of(words,
                                   [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
    });
    m_table.show(shown);
    if (m_table.count() > 0)
        m_view->selectRow(0);
    setKind(m_said, "muted"_L1);
    m_said->setText(m_table.count() > 0 ? tr("可选 %n 个专业。", nullptr, m_table.count())
                                        : tr("没有这样的专业，或这个专科专业不能报。"));
    check();
}

void MajorDialog::check()
{
    m_accept->setEnabled(!m_table.idOf(m_view->currentIndex().row()).isEmpty());
}

void MajorDialog::refuse(const QString &why)
{
    showRefusal(m_said, why);
}

} // namespace zsb
