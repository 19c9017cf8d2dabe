#pragma once

#include <QElapsedTimer>
#include <QFrame>

class QLabel;
class QPushButton;

namespace zsb {

class ActionRegistry;
class ReviewController;
class Theme;

/// Coach marks for a newcomer's first files: what the file on screen needs next, in one line above the decisions, until
/// the key itself was pressed. After three decisions a closing line: how long it took, and where to go from here. Takes
/// no focus by itself and no key away; hidden unless started.
class Coach : public QFrame
{
    Q_OBJECT

public:
    enum class Mark
    {
        Off,
        Look,    ///< ① Space turns to the next thing to check
        Approve, ///< ② F8 approves
        Return,  ///< ③ F9, 1, Enter give a file with a problem back
        Closing,
    };

    Coach(ReviewController &controller, ActionRegistry &actions, const Theme &theme, QWidget *parent = nullptr);

    void start();
    [[nodiscard]] Mark mark() const { return m_mark; }

signals:
    void finished();

protected:
    void changeEvent(QEvent *event) override;

private:
    void advance();
    void end();
    void show(Mark mark);
    void retranslate();
    [[nodiscard]] QString words() const;

    ReviewController &m_controller;
    ActionRegistry &m_actions;
    QLabel *m_words;
    QPushButton *m_keys;
    QPushButton *m_goOn;
    Mark m_mark = Mark::Off;
    QElapsedTimer m_since;
    int m_before = 0; ///< decided before it was started
    int m_seconds = 0;
};

} // namespace zsb
