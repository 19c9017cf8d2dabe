#pragma once

#include "core/base/id.h"
#include "ui/shell/lock.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace zsb {

/// When the screen locks by itself, and the PIN that opens it. Whoever changes or takes away a PIN types the old one;
/// wrong ones count as on the lock itself.
class LockDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr int shortestPin = 4;

    LockDialog(LockSettings settings, Clock clock, RandomSource random, QWidget *parent = nullptr);

signals:
    void chosen(const zsb::LockSettings &settings);

private:
    void build();
    void connectButtons(QPushButton *cancel, QPushButton *keep);
    void remove();
    void save();
    void sayProblem(const QString &problem);
    [[nodiscard]] bool mayChange();

    LockSettings m_settings;
    Clock m_clock;
    RandomSource m_random;
    QSpinBox *m_minutes;
    QLineEdit *m_old;
    QLineEdit *m_new;
    QLineEdit *m_again;
    QPushButton *m_remove;
    QLabel *m_problem;
};

} // namespace zsb
