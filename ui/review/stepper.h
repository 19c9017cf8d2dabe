#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace zsb {

class Theme;

/// One step of a registration as the stepper shows it.
struct StepView
{
    enum class State : std::uint8_t
    {
        Finished,
        Current,
        Waiting,
        Blocked,
    };

    QString title;
    State state = State::Waiting;
    QString note; ///< when it was done, what it waits for

    bool operator==(const StepView &) const = default;
};

/// The steps of the file on screen in the order of its type (A1.4.0). A click, the arrow keys or Alt+1…8 choose the
/// step whose data is shown; nothing is changed by it. Painted; says "第 7 步 资格审批，共 8 步" to screen readers.
class Stepper : public QWidget
{
    Q_OBJECT

public:
    explicit Stepper(const Theme &theme, QWidget *parent = nullptr);

    void setSteps(QList<StepView> steps);
    void setChosen(int step); ///< 1-based; 0: none
    [[nodiscard]] int chosen() const { return m_chosen; }
    [[nodiscard]] const QList<StepView> &steps() const { return m_steps; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void stepChosen(int step); ///< 1-based; 0 when the chosen one is chosen again

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF cell(int step) const;
    [[nodiscard]] int stepAt(const QPointF &position) const;
    [[nodiscard]] QString spoken(int step) const;
    void paintStep(QPainter &painter, int step) const;
    void describe();

    const Theme &m_theme;
    QList<StepView> m_steps;
    int m_chosen = 0;
};

} // namespace zsb
