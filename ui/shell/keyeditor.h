#pragma once

#include "ui/widgets/keyscheme.h"

#include <QDialog>

class QComboBox;
class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTableWidget;

namespace zsb {

class ActionRegistry;
class Prompts;
class Theme;

/// 快捷键 (O2): every action with its keys, whole schemes, export and import. A key that is taken or that input methods
/// keep for themselves is told at once; two actions with one key cannot be saved.
class KeyEditor : public QDialog
{
    Q_OBJECT

public:
    KeyEditor(const ActionRegistry &actions, const Theme &theme, Prompts &prompts, QWidget *parent = nullptr);

    [[nodiscard]] const KeyScheme &scheme() const { return m_scheme; }

signals:
    void chosen(const zsb::KeyScheme &scheme);

private:
    void build();
    [[nodiscard]] QLayout *buildTop();
    [[nodiscard]] QLayout *buildBottom();
    void fill();
    void showRow();
    void setKey();
    void restoreKey();
    void setScheme(const KeyScheme &scheme);
    void exportScheme();
    void importScheme();
    [[nodiscard]] QString currentId() const;
    [[nodiscard]] QString problemText(const QString &id) const;

    const ActionRegistry &m_actions;
    const Theme &m_theme;
    Prompts &m_prompts;
    KeyScheme m_scheme;
    QComboBox *m_schemes;
    QTableWidget *m_table;
    QKeySequenceEdit *m_key;
    QLabel *m_problem;
    QPushButton *m_save;
};

} // namespace zsb
