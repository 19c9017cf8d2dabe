#include "ui/shell/keyeditor.h"

#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFile>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int idRole = Qt::UserRole;

QString keysText(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(ActionRegistry::keyText(key));
    return texts.join(u"  "_s);
}

QTableWidgetItem *cell(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    item->setToolTip(text);
    return item;
}

} // namespace

KeyEditor::KeyEditor(const ActionRegistry &actions, const Theme &theme, Prompts &prompts, QWidget *parent)
    : QDialog(parent),
      m_actions(actions),
      m_theme(theme),
      m_prompts(prompts),
      m_scheme(actions.scheme()),
      m_schemes(new QComboBox(this)),
      m_table(new QTableWidget(this)),
      m_key(new QKeySequenceEdit(this)),
      m_problem(new QLabel(this)),
      m_save(nullptr)
{
    setObjectName("keyEditor"_L1);
    setWindowTitle(tr("快捷键"));
    build();
    fill();
    m_table->setCurrentCell(0, 0);
    m_table->setFocus();
}

void KeyEditor::build()
{
    m_table->setColumnCount(3);
    m_table->setHorizontalHeaderLabels({tr("操作"), tr("快捷键"), tr("问题")});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    nameWidget(m_table, "keyTable"_L1, tr("操作和快捷键"));
    m_problem->setObjectName("keyProblem"_L1);
    m_problem->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addLayout(buildTop());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buildBottom());
    resize(860, 620);
    connect(m_table, &QTableWidget::currentCellChanged, this, &KeyEditor::showRow);
}

QLayout *KeyEditor::buildTop()
{
    auto *title = new QLabel(tr("方案(&S)"), this);
    title->setBuddy(m_schemes);
    nameWidget(m_schemes, "keySchemes"_L1, tr("方案"));
    for (const NamedScheme &scheme : builtInSchemes())
        m_schemes->addItem(QCoreApplication::translate("zsb::KeyScheme", scheme.name));
    m_schemes->setCurrentIndex(-1);
    m_schemes->setPlaceholderText(tr("自定义"));
    connect(m_schemes, &QComboBox::activated, this,
            [this](int index) { setScheme(builtInSchemes().at(std::size_t(index)).keys); });
    QPushButton *import = makeButton(tr("导入方案(&I)…"), "keyImport"_L1, this);
    QPushButton *out = makeButton(tr("导出方案(&E)…"), "keyExport"_L1, this);
    connect(import, &QPushButton::clicked, this, &KeyEditor::importScheme);
    connect(out, &QPushButton::clicked, this, &KeyEditor::exportScheme);
    auto *top = new QHBoxLayout;
    top->addWidget(title);
    top->addWidget(m_schemes, 1);
    top->addWidget(import);
    top->addWidget(out);
    return top;
}

QLayout *KeyEditor::buildBottom()
{
    auto *title = new QLabel(tr("新的快捷键(&K)"), this);
    title->setBuddy(m_key);
    nameWidget(m_key, "keyEdit"_L1, tr("新的快捷键"));
    if (auto *line = m_key->findChild<QLineEdit *>())
        nameWidget(line, "keyEditLine"_L1, tr("新的快捷键"));
    m_key->setMinimumHeight(space::target);
    QPushButton *restore = makeButton(tr("恢复默认(&D)"), "keyRestore"_L1, this);
    QPushButton *cancel = makeButton(tr("取消(&C)"), "keyCancel"_L1, this);
    m_save = makeButton(tr("保存(&V)"), "keySave"_L1, this);
    setKind(m_save, "primary"_L1);
    connect(m_key, &QKeySequenceEdit::editingFinished, this, &KeyEditor::setKey);
    connect(restore, &QPushButton::clicked, this, &KeyEditor::restoreKey);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        emit chosen(m_scheme);
        accept();
    });
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(title);
    bottom->addWidget(m_key, 1);
    bottom->addWidget(restore);
    bottom->addSpacing(space::large);
    bottom->addWidget(cancel);
    bottom->addWidget(m_save);
    return bottom;
}

QString KeyEditor::problemText(const QString &id) const
{
    QStringList texts;
    for (const KeyProblem &problem : keyProblems(m_scheme, id)) {
        const QString key = ActionRegistry::keyText(problem.key);
        texts.append(problem.other.isEmpty()
                         ? tr("%1 被输入法或系统占用，程序收不到").arg(key)
                         : tr("%1 与「%2」重复")
                               .arg(key, ActionRegistry::plainText(*m_actions.action(problem.other.toStdString()))));
    }
    return texts.join(u"; "_s);
}

void KeyEditor::fill()
{
    const int row = m_table->currentRow();
    m_table->setRowCount(0);
    int problems = 0;
    for (const ActionSpec &spec : actionTable()) {
        const QString id = QString::fromUtf8(spec.id.data(), qsizetype(spec.id.size()));
        const int at = m_table->rowCount();
        m_table->insertRow(at);
        auto *name = cell(ActionRegistry::plainText(*m_actions.action(spec.id)));
        name->setData(idRole, id);
        m_table->setItem(at, 0, name);
        m_table->setItem(at, 1, cell(keysText(keysUnder(m_scheme, id))));
        const QString problem = problemText(id);
        auto *why = cell(problem);
        if (!problem.isEmpty())
            why->setIcon(m_theme.toneIcon(Tone::Warning));
        m_table->setItem(at, 2, why);
        problems += problem.isEmpty() ? 0 : 1;
    }
    m_table->setColumnWidth(0, 250);
    m_table->setColumnWidth(1, 200);
    m_table->horizontalHeaderItem(2)->setText(problems == 0 ? tr("问题：没有") : tr("问题：%n 项", nullptr, problems));
    m_save->setEnabled(problems == 0);
    m_save->setToolTip(problems == 0 ? QString() : tr("先改掉有问题的快捷键。"));
    m_table->setCurrentCell(row, 0);
    const auto &schemes = builtInSchemes();
    const auto chosen = std::ranges::find(schemes, m_scheme, &NamedScheme::keys);
    m_schemes->setCurrentIndex(chosen == schemes.end() ? -1 : int(chosen - schemes.begin()));
}

QString KeyEditor::currentId() const
{
    const QTableWidgetItem *item = m_table->item(m_table->currentRow(), 0);
    return item ? item->data(idRole).toString() : QString();
}

void KeyEditor::showRow()
{
    const QString id = currentId();
    const QList<QKeySequence> keys = keysUnder(m_scheme, id);
    m_key->setKeySequence(keys.isEmpty() ? QKeySequence() : keys.first());
    const QString problem = problemText(id);
    m_problem->setText(problem.isEmpty() ? tr("选一项，在下面按新的快捷键；单个字母是审核面板的固定键，不在这里改。")
                                         : problem);
}

void KeyEditor::setKey()
{
    const QString id = currentId();
    const QKeySequence key = m_key->keySequence();
    QList<QKeySequence> keys = keysUnder(m_scheme, id);
    if (id.isEmpty() || (!keys.isEmpty() && keys.first() == key) || (keys.isEmpty() && key.isEmpty()))
        return;
    m_scheme[id] = key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{QKeySequence(key[0])};
    fill();
    showRow();
}

void KeyEditor::restoreKey()
{
    m_scheme.erase(currentId());
    fill();
    showRow();
}

void KeyEditor::setScheme(const KeyScheme &scheme)
{
    m_scheme = scheme;
    fill();
    showRow();
}

void KeyEditor::exportScheme()
{
    const FileQuestion question{
        .title = tr("导出方案"), .filter = tr("快捷键方案 (*.json)"), .start = u"zsb-keys.json"_s, .write = true};
    m_prompts.askForPath(this, question, [this](const QString &path) {
        QFile file(path);
        const QByteArray json = schemeJson(m_scheme);
        const bool written = file.open(QIODevice::WriteOnly) && file.write(json) == json.size();
        m_problem->setText(written ? tr("已导出。") : tr("写不了这个文件。"));
    });
}

void KeyEditor::importScheme()
{
    const FileQuestion question{
        .title = tr("导入方案"), .filter = tr("快捷键方案 (*.json)"), .start = {}, .write = false};
    m_prompts.askForPath(this, question, [this](const QString &path) {
        QFile file(path);
        const Result<KeyScheme> read = schemeFromJson(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        if (read)
            setScheme(*read);
        else
            m_problem->setText(tr("这不是快捷键方案，没有改动。"));
    });
}

} // namespace zsb
