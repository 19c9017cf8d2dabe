#pragma once

#include <QWidget>

#include <map>
#include <string>
#include <string_view>

class QPushButton;

namespace zsb {

class ActionRegistry;
class ElidedLabel;

/// The buttons that decide, each with its key; beside them why one of them cannot be used now. No button is the default
/// one, and the focus never rests here by itself.
class DecisionBar : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionBar(ActionRegistry &actions, QWidget *parent = nullptr);

    /// What the reviewer should know before deciding: 未看：申请表. Empty: nothing stands in the way.
    void setObstacle(const QString &words);
    void setUndoWords(const QString &words); ///< 撤销（还有 8 秒）; empty: nothing to undo
    [[nodiscard]] QPushButton *button(std::string_view action) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< a click on a button that is off: says why
    void changeEvent(QEvent *event) override;

private:
    void add(std::string_view action, QLatin1StringView kind);
    void refresh();

    ActionRegistry &m_actions;
    ElidedLabel *m_words;
    std::map<std::string, QPushButton *, std::less<>> m_buttons;
    QString m_undoWords;
};

} // namespace zsb
