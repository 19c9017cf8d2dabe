#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace zsb {

class Theme;

/// The frame of a short answer given beside the file, without covering its pictures: title, content, one line that says
/// what is missing, and two buttons. Esc leaves it.
class SidePanel : public QWidget
{
    Q_OBJECT

public:
    explicit SidePanel(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QPushButton &acceptButton() { return *m_accept; }

signals:
    void cancelled();

protected:
    [[nodiscard]] QVBoxLayout &body() { return *m_body; }
    void setTitle(const QString &title);
    void setAcceptText(const QString &text);
    void setCancelText(const QString &text);
    void hideAccept();
    void setMissing(const QString &why); ///< empty: complete
    [[nodiscard]] bool isComplete() const;
    void keyPressEvent(QKeyEvent *event) override;
    virtual void accept() = 0;
    virtual void goToMissing() {} ///< Enter, before it is complete

    const Theme &m_theme;

private:
    QLabel *m_title;
    QLabel *m_missing;
    QPushButton *m_accept;
    QPushButton *m_cancel;
    QVBoxLayout *m_body;
};

} // namespace zsb
