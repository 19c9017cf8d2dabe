#include "ui/exchange/importpage.h"

#include "ui/exchange/importcontroller.h"
#include "ui/widgets/look.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/statewidget.h"
#include "ui/widgets/theme.h"

#include <QFocusEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

using ImportStep = ImportController::Step;

constexpr Tone countTones[] = {Tone::Info, Tone::Warning, Tone::Ok, Tone::Error};

QString counted(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

QTableWidgetItem *makeCell(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    item->setToolTip(text);
    return item;
}

} // namespace

ImportPage::ImportPage(const Theme &theme, ImportController &controller, Prompts &prompts, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_controller(controller), m_prompts(prompts)
{
    setObjectName("importPage"_L1);
    auto *title = new QLabel(tr("导入名册与材料"), this);
    setKind(title, "title"_L1);
    m_state = new StateWidget(theme, this);
    m_columns = makeTable("importColumns"_L1, tr("列的对应"), {tr("表中的列"), tr("认作"), tr("第一行")});
    m_problems = makeTable("importProblems"_L1, tr("问题"), {tr("行"), tr("字段"), tr("问题")});
    auto *tried = new QWidget(this);
    auto *triedLayout = new QVBoxLayout(tried);
    triedLayout->setContentsMargins(0, 0, 0, 0);
    triedLayout->setSpacing(space::medium);
    triedLayout->addWidget(buildCounts());
    triedLayout->addWidget(m_problems, 1);
    m_noProblems = new QLabel(this);
    m_noProblems->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setKind(m_noProblems, "muted"_L1);
    m_noProblems->setObjectName("importNoProblems"_L1);
    triedLayout->addWidget(m_noProblems, 1);
    m_middle = new QStackedWidget(this);
    for (QWidget *widget : {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_columns), tried})
        m_middle->addWidget(widget);
    m_missing = new QLabel(this);
    m_missing->setWordWrap(true);
    setKind(m_missing, "muted"_L1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::large, space::huge, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(title);
    layout->addWidget(buildSource());
    layout->addWidget(m_middle, 1);
    layout->addWidget(m_missing);
    layout->addWidget(buildBottom());
    for (const auto &[before, after] :
         std::initializer_list<std::pair<QWidget *, QWidget *>>{{m_file, m_chooseFile},
                                                                {m_chooseFile, m_folder},
                                                                {m_folder, m_chooseFolder},
                                                                {m_chooseFolder, m_columns},
                                                                {m_columns, m_problems},
                                                                {m_problems, m_cancel},
                                                                {m_cancel, m_tryOut},
                                                                {m_tryOut, m_commit}})
        setTabOrder(before, after);

    connect(m_state, &StateWidget::actionRequested, this, &ImportPage::chooseFile);
    connect(m_state, &StateWidget::copyRequested, this, &ImportPage::copyRequested);
    connect(&controller, &ImportController::changed, this, &ImportPage::refresh);
    connect(&theme, &Theme::changed, this, &ImportPage::refresh);
    connect(&controller, &ImportController::progress, this, &ImportPage::showProgress);
    connect(&controller, &ImportController::failed, this, &ImportPage::showError);
    connect(&controller, &ImportController::committed, this, [this](qint64 fresh, qint64 changedRows) {
        emit said(tr("已入库：新增 %1，变更 %2").arg(counted(fresh), counted(changedRows)));
    });
    refresh();
}

/// Whichever way one comes in, the first button is ready. No focus proxy: it would tear the Tab order.
void ImportPage::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_chooseFile->setFocus(event->reason());
}

QTableWidget *ImportPage::makeTable(QLatin1StringView name, const QString &title, const QStringList &headers)
{
    auto *table = new QTableWidget(0, int(headers.size()), this);
    nameWidget(table, name, title);
    table->setHorizontalHeaderLabels(headers);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(26);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setAttribute(Qt::WA_InputMethodEnabled, false);
    markPane(table, 20);
    return table;
}

QWidget *ImportPage::buildSource()
{
    auto *card = new QFrame(this);
    setKind(card, "card"_L1);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(space::large, space::medium, space::large, space::medium);
    grid->setSpacing(space::small);
    const auto row = [&](int at, const QString &title, QLineEdit *&field, QLatin1StringView fieldName,
                         QPushButton *&button, const QString &action, QLatin1StringView actionName) {
        auto *label = new QLabel(title, card);
        field = new QLineEdit(card);
        field->setReadOnly(true);
        nameWidget(field, fieldName, title);
        button = makeButton(action, actionName, card);
        grid->addWidget(label, at, 0);
        grid->addWidget(field, at, 1);
        grid->addWidget(button, at, 2);
    };
    row(0, tr("名册"), m_file, "importFile"_L1, m_chooseFile, tr("选择文件(&B)…"), "importChooseFile"_L1);
    row(1, tr("材料文件夹"), m_folder, "importFolder"_L1, m_chooseFolder, tr("选择文件夹(&M)…"),
        "importChooseFolder"_L1);
    m_file->setPlaceholderText(tr("CSV、XLSX 或 XLS；列名用中文名、字段名或学籍代码都可以"));
    m_folder->setPlaceholderText(tr("照片和材料所在的文件夹；不选则与名册同一文件夹"));
    markPane(m_chooseFile, 10);
    connect(m_chooseFile, &QPushButton::clicked, this, &ImportPage::chooseFile);
    connect(m_chooseFolder, &QPushButton::clicked, this, &ImportPage::chooseFolder);
    return card;
}

QWidget *ImportPage::buildCounts()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    const QString names[] = {tr("新增"), tr("变更"), tr("相同"), tr("有误")};
    for (int i = 0; i < 4; ++i) {
        auto *card = new QFrame(row);
        setKind(card, "card"_L1);
        m_counts[i] = new QLabel(card);
        setKind(m_counts[i], "number"_L1);
        m_countIcons[i] = new QLabel(card);
        auto *name = new QLabel(names[i], card);
        auto *line = new QHBoxLayout;
        line->setSpacing(space::tiny);
        line->addWidget(m_countIcons[i]);
        line->addWidget(name, 1);
        auto *words = new QVBoxLayout(card);
        words->setContentsMargins(space::medium, space::small, space::medium, space::small);
        words->setSpacing(0);
        words->addWidget(m_counts[i]);
        words->addLayout(line);
        layout->addWidget(card, 1);
    }
    return row;
}

QWidget *ImportPage::buildBottom()
{
    auto *row = new QWidget(this);
    m_hint = new QLabel(row);
    setKind(m_hint, "muted"_L1);
    m_progress = new QProgressBar(row);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(220);
    nameWidget(m_progress, "importProgress"_L1, tr("进度"));
    m_cancel = makeButton(tr("取消(&Q)"), "importCancel"_L1, row);
    m_tryOut = makeButton(tr("试算(&D)"), "importTryOut"_L1, row);
    m_commit = makeButton(tr("入库(&S)"), "importCommit"_L1, row);
    for (QPushButton *button : {m_cancel, m_tryOut, m_commit}) {
        button->setMinimumHeight(space::decisionHeight);
        button->setMinimumWidth(110);
        button->setAutoDefault(true);
    }
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_hint, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addWidget(m_tryOut);
    layout->addWidget(m_commit);
    connect(m_cancel, &QPushButton::clicked, &m_controller, &ImportController::cancel);
    connect(m_tryOut, &QPushButton::clicked, &m_controller, &ImportController::tryOut);
    connect(m_commit, &QPushButton::clicked, this, &ImportPage::act);
    return row;
}

void ImportPage::chooseFile()
{
    const FileQuestion question{tr("选择名册"), tr("表格 (*.csv *.xlsx *.xls)"), m_controller.request().file};
    m_prompts.askForPath(this, question, [this](const QString &path) {
        ImportRequest request = m_controller.request();
        request.file = path;
        m_controller.choose(request);
    });
}

void ImportPage::chooseFolder()
{
    const FileQuestion question{tr("选择材料文件夹"), {}, m_controller.request().filesFolder};
    m_prompts.askForPath(this, question, [this](const QString &path) {
        ImportRequest request = m_controller.request();
        request.filesFolder = path;
        m_controller.choose(request);
    });
}

void ImportPage::act()
{
    if (m_controller.step() == ImportStep::Committed)
        emit reviewRequested();
    else
        m_controller.commit();
}

void ImportPage::refresh()
{
    m_file->setText(m_controller.request().file);
    m_folder->setText(m_controller.request().filesFolder);
    switch (m_controller.step()) {
    case ImportStep::Choosing:
        m_state->showEmpty(tr("从一份名册开始"), tr("先选名册文件，看列的对应，再试算；试算不改动任何数据。"),
                           tr("选择文件(&C)…"));
        m_middle->setCurrentIndex(0);
        break;
    case ImportStep::Reading:
        m_state->showLoading(tr("正在读取表头…"));
        m_middle->setCurrentIndex(0);
        break;
    case ImportStep::Mapped:
        showColumns();
        m_middle->setCurrentIndex(1);
        break;
    case ImportStep::Trying:
    case ImportStep::Committing:
        break;
    case ImportStep::Tried:
    case ImportStep::Committed:
        showOutcome();
        m_middle->setCurrentIndex(2);
        break;
    }
    refreshButtons();
}

void ImportPage::refreshButtons()
{
    const ImportStep step = m_controller.step();
    const bool busy = m_controller.isBusy();
    const bool committed = step == ImportStep::Committed;
    m_chooseFile->setEnabled(step != ImportStep::Committing);
    m_chooseFolder->setEnabled(step != ImportStep::Committing);
    m_progress->setVisible(busy);
    m_progress->setRange(0, 0);
    m_cancel->setVisible(busy);
    m_tryOut->setEnabled(step == ImportStep::Mapped || step == ImportStep::Tried);
    setKind(m_tryOut, step == ImportStep::Mapped ? "primary"_L1 : "plain"_L1);
    m_commit->setText(committed ? tr("去审核(&S)") : tr("入库(&S)"));
    m_commit->setAccessibleName(committed ? tr("去审核") : tr("入库"));
    m_commit->setEnabled(committed || m_controller.canCommit());
    setKind(m_commit, m_commit->isEnabled() ? "primary"_L1 : "plain"_L1);
    m_missing->setVisible(step == ImportStep::Mapped && !m_missing->text().isEmpty());
    QString hint;
    if (step == ImportStep::Mapped)
        hint = tr("试算只数数、只找问题，不改动任何数据。");
    else if (step == ImportStep::Tried && !m_controller.keeps())
        hint = tr("演示数据只能试算；真实数据请用「文件 → 导入」。");
    else if (step == ImportStep::Tried)
        hint =
            m_controller.canCommit() ? tr("有误的行不会入库；其余的行在一个事务中一次入库。") : tr("没有可入库的行。");
    else if (committed)
        hint = tr("已入库。");
    m_hint->setText(hint);
    if (m_commit->isEnabled())
        m_commit->setFocus();
    else if (m_tryOut->isEnabled())
        m_tryOut->setFocus();
    else if (busy)
        m_cancel->setFocus();
}

void ImportPage::showColumns()
{
    const ImportPreview &preview = *m_controller.preview();
    m_columns->setRowCount(int(preview.columns.size()));
    for (int row = 0; row < m_columns->rowCount(); ++row) {
        const ImportPreview::Column &column = preview.columns[std::size_t(row)];
        m_columns->setItem(row, 0, makeCell(column.header));
        auto *field = makeCell(column.field.isEmpty() ? tr("不导入") : column.field);
        field->setIcon(m_theme.toneIcon(column.field.isEmpty() ? Tone::Neutral : Tone::Ok));
        m_columns->setItem(row, 1, field);
        m_columns->setItem(row, 2, makeCell(column.sample));
    }
    m_columns->setColumnWidth(0, 260);
    m_columns->setColumnWidth(1, 260);
    m_missing->setText(preview.missing.isEmpty() ? QString()
                                                 : tr("表中没有的字段：%1").arg(preview.missing.join(u"、"_s)));
}

void ImportPage::showOutcome()
{
    const ImportOutcome &outcome = *m_controller.outcome();
    const qint64 counts[] = {outcome.fresh, outcome.changed, outcome.same, outcome.wrong};
    for (int i = 0; i < 4; ++i) {
        m_counts[i]->setText(counted(counts[i]));
        m_countIcons[i]->setPixmap(m_theme.toneIcon(countTones[i]).pixmap(QSize(16, 16), devicePixelRatioF()));
    }
    m_problems->setRowCount(int(outcome.problems.size()));
    for (int row = 0; row < m_problems->rowCount(); ++row) {
        const ImportOutcome::Problem &problem = outcome.problems[std::size_t(row)];
        m_problems->setItem(row, 0, makeCell(counted(problem.row)));
        m_problems->setItem(row, 1, makeCell(problem.field));
        auto *text = makeCell(problem.text);
        text->setIcon(m_theme.toneIcon(problem.tone));
        m_problems->setItem(row, 2, text);
    }
    m_problems->setColumnWidth(0, 80);
    m_problems->setColumnWidth(1, 180);
    const bool clean = outcome.problems.empty() && outcome.wrong == 0;
    m_problems->setVisible(!clean);
    m_noProblems->setVisible(clean);
    if (m_controller.step() == ImportStep::Committed)
        m_noProblems->setText(tr("没有问题，每一行都已入库。"));
    else if (outcome.fresh + outcome.changed > 0)
        m_noProblems->setText(tr("没有发现问题，每一行都可以入库。"));
    else
        m_noProblems->setText(tr("没有发现问题；每一行都与已有的档案相同，不必入库。"));
}

void ImportPage::showProgress(qint64 done, qint64 total)
{
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_progress->setValue(int(done * 1000 / total));
    m_hint->setText(total > 0 ? tr("第 %1 行，共 %2 行").arg(counted(done), counted(total))
                              : tr("第 %1 行").arg(counted(done)));
}

void ImportPage::showError(const Error &error)
{
    if (error.code == ErrorCode::Cancelled) {
        emit said(tr("已取消，没有改动任何数据"));
        return;
    }
    m_state->showError(tr("导入没有成功"), error);
    m_middle->setCurrentIndex(0);
}

} // namespace zsb
