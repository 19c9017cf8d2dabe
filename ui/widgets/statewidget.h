#pragma once

#include "core/base/result.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace zsb {

class Theme;

/// What an error means to the person in front of the screen: what happened, and what to do next.
struct ErrorWords
{
    QString sentence;
    QString nextStep;
    QString number; ///< the 编号 to quote: ZSB-E03
};
[[nodiscard]] ErrorWords errorWords(const Error &error);

/// Stands where a list or picture would be: loading, empty, error, offline. Says why and offers the next action.
class StateWidget : public QWidget
{
    Q_OBJECT

public:
    explicit StateWidget(const Theme &theme, QWidget *parent = nullptr);

    /// `total` 0: nobody knows how much there is.
    void showLoading(const QString &what, qint64 done = 0, qint64 total = 0);
    /// The action button is hidden when `action` is empty.
    void showEmpty(const QString &title, const QString &why, const QString &action = {});
    void showError(const QString &title, const Error &error);
    void showOffline(const QString &whatStillWorks);

signals:
    void actionRequested(); ///< the offered action, or 重试
    void copyRequested(const QString &details);

private:
    enum class Kind
    {
        Loading,
        Empty,
        Error,
        Offline,
    };
    void show(Kind kind, const QString &title, const QString &text, const QString &action);
    void refreshIcon();

    const Theme &m_theme;
    Kind m_kind = Kind::Empty;
    QString m_details;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_action = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace zsb
