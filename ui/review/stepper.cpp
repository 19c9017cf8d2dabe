#include "ui/review/stepper.h"

#include "ui/review/marks.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {
constexpr int circle = 22;
constexpr int edge = 4;
} // namespace

Stepper::Stepper(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"stepper"_s);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void Stepper::setSteps(QList<StepView> steps)
{
    if (steps == m_steps)
        return;
    m_steps = std::move(steps);
    describe();
    update();
}

void Stepper::setChosen(int step)
{
    if (step == m_chosen)
        return;
    m_chosen = step;
    describe();
    update();
}

QString Stepper::spoken(int step) const
{
    const StepView &view = m_steps.at(step - 1);
    QString state;
    switch (view.state) {
    case StepView::State::Finished:
        state = tr("已完成");
        break;
    case StepView::State::Current:
        state = tr("进行中");
        break;
    case StepView::State::Waiting:
        state = tr("未开始");
        break;
    case StepView::State::Blocked:
        state = tr("受阻");
        break;
    }
    const QString text = tr("第 %1 步 %2，共 %3 步，%4").arg(step).arg(view.title).arg(m_steps.size()).arg(state);
    return view.note.isEmpty() ? text : tr("%1：%2").arg(text, view.note);
}

void Stepper::describe()
{
    QStringList all;
    int current = 0;
    for (int step = 1; step <= m_steps.size(); ++step) {
        all.append(spoken(step));
        const StepView::State state = m_steps.at(step - 1).state;
        if (current == 0 && (state == StepView::State::Current || state == StepView::State::Blocked))
            current = step;
    }
    const int told = m_chosen > 0 && m_chosen <= m_steps.size() ? m_chosen : current;
    setSpokenName(this, told > 0 ? spoken(told) : tr("报名步骤"));
    setSpokenDescription(this, all.join(u'\n'));
}

QSize Stepper::sizeHint() const
{
    return {8 * 84, edge + circle + 2 + fontMetrics().height() + edge};
}

QSize Stepper::minimumSizeHint() const
{
    return {8 * 56, sizeHint().height()};
}

QRectF Stepper::cell(int step) const
{
    const qreal each = m_steps.isEmpty() ? width() : qreal(width()) / qreal(m_steps.size());
    return {(step - 1) * each, 0, each, qreal(height())};
}

int Stepper::stepAt(const QPointF &position) const
{
    for (int step = 1; step <= m_steps.size(); ++step) {
        if (cell(step).contains(position))
            return step;
    }
    return 0;
}

void Stepper::paintStep(QPainter &painter, int step) const
{
    const ThemeTokens &t = m_theme.tokens();
    const StepView &view = m_steps.at(step - 1);
    const QRectF c = cell(step);
    const QRectF disc(c.center().x() - circle / 2.0, edge, circle, circle);
    const bool current = view.state == StepView::State::Current;
    QColor color = t.muted;
    if (view.state == StepView::State::Finished)
        color = t.ok;
    else if (view.state == StepView::State::Blocked)
        color = t.error;
    else if (current)
        color = t.accent;

    if (step == m_chosen) {
        painter.setPen(QPen(t.accent, 1.5));
        painter.setBrush(t.infoSoft);
        painter.drawRoundedRect(c.adjusted(1, 1, -1, -1), space::radius, space::radius);
    }
    painter.setPen(QPen(color, 1.6));
    painter.setBrush(current ? color : t.surface);
    painter.drawEllipse(disc);
    const QRectF inside = disc.adjusted(5, 5, -5, -5);
    if (view.state == StepView::State::Finished || view.state == StepView::State::Blocked) {
        paintMark(painter, inside, view.state == StepView::State::Finished ? Tone::Ok : Tone::Error, color);
    } else {
        painter.setPen(current ? t.onAccent : color);
        painter.drawText(disc, Qt::AlignCenter, QString::number(step));
    }
    QFont font = this->font();
    font.setBold(current);
    painter.setFont(font);
    painter.setPen(view.state == StepView::State::Waiting ? t.muted : t.text);
    const QRectF words(c.left() + 2, disc.bottom() + 2, c.width() - 4, QFontMetricsF(font).height());
    painter.drawText(words, Qt::AlignHCenter | Qt::AlignTop,
                     QFontMetricsF(font).elidedText(view.title, Qt::ElideRight, words.width()));
    painter.setFont(this->font());
}

void Stepper::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeTokens &t = m_theme.tokens();
    for (int step = 1; step < m_steps.size(); ++step) {
        const bool done = m_steps.at(step - 1).state == StepView::State::Finished;
        painter.setPen(QPen(done ? t.ok : t.line, 2));
        const qreal y = edge + circle / 2.0;
        painter.drawLine(QPointF(cell(step).center().x() + circle / 2.0 + 3, y),
                         QPointF(cell(step + 1).center().x() - circle / 2.0 - 3, y));
    }
    for (int step = 1; step <= m_steps.size(); ++step)
        paintStep(painter, step);
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::radius, space::radius);
    }
}

void Stepper::mousePressEvent(QMouseEvent *event)
{
    const int step = stepAt(event->position());
    if (event->button() == Qt::LeftButton && step > 0)
        emit stepChosen(step == m_chosen ? 0 : step);
}

void Stepper::keyPressEvent(QKeyEvent *event)
{
    const bool forward = event->key() == Qt::Key_Right;
    if ((!forward && event->key() != Qt::Key_Left) || m_steps.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int last = int(m_steps.size());
    emit stepChosen(forward ? (m_chosen >= last ? 1 : m_chosen + 1) : (m_chosen <= 1 ? last : m_chosen - 1));
}

bool Stepper::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int step = stepAt(help->pos());
        QToolTip::showText(help->globalPos(), step > 0 ? spoken(step) : QString(), this);
        return true;
    }
    if (event->type() == QEvent::LanguageChange)
        describe();
    return QWidget::event(event);
}

} // namespace zsb
