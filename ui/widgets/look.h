#pragma once

#include <QLabel>
#include <QString>

class QPushButton;
class QWidget;

namespace zsb {

/// Chooses a look of resources/style/zsb.qss: `card`, `rail`, `demo` for frames; `title`, `heading`, `muted`, `error`,
/// `number` for labels; `primary`, `approve`, `quiet` for push buttons; `space` for tool buttons.
void setKind(QWidget *widget, QLatin1StringView kind);

/// Object name (for tests and style) and accessible name (for screen readers) in one line; every interactive widget
/// has both. The accessible one is said without mnemonic and dots.
void nameWidget(QWidget *widget, QLatin1StringView objectName, const QString &accessibleName);

/// What a screen reader says of a widget. Told only when it is new: Qt tells every setting, the same words again too.
void setSpokenName(QWidget *widget, const QString &name);
void setSpokenDescription(QWidget *widget, const QString &description);

/// A push button with its names, the accessible one without the mnemonic, and a height nobody misses.
[[nodiscard]] QPushButton *makeButton(const QString &text, QLatin1StringView objectName, QWidget *parent);

/// A text of several lines, this wide and with room for so many lines at least: a dialog does not grow with its words.
[[nodiscard]] QLabel *makeWrapped(const QString &text, QLatin1StringView objectName, int width, int lines,
                                  QWidget *parent);
/// Shows in such a label why something was not done, with the sign of an error; screen readers say it at once.
void showRefusal(QLabel *label, const QString &why);

/// Marks a pane: F6 and Shift+F6 go through the marked, visible widgets of a window in this order. `pane` itself
/// takes the focus, so a container names its inner widget as focus proxy.
void markPane(QWidget *pane, int order);
/// The pane after (or before) the one that has the focus; null when there is none.
[[nodiscard]] QWidget *neighbourPane(const QWidget *window, const QWidget *focus, bool forward);

/// One line of text that shortens itself with … and then tells the whole in its tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setFullText(const QString &text);
    [[nodiscard]] const QString &fullText() const { return m_text; }
    void setElideMode(Qt::TextElideMode mode);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();

    QString m_text;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace zsb
