#pragma once

#include "core/base/result.h"
#include "ui/widgets/statewidget.h"
#include "ui/widgets/theme.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace zsb {

/// First run: three big choices, the language and the theme on top. The demo has the focus, so that a newcomer is at
/// the main job after pressing Enter.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(Theme &theme, QWidget *parent = nullptr);

    void setLanguage(const QString &language);
    /// While the demo season is being made or a folder is opened; Esc or the button stops it.
    void showProgress(const QString &what, qint64 done, qint64 total);
    void showChoices();
    void showError(const QString &what, const Error &error);
    void showError(const QString &what, const ErrorWords &words);

signals:
    void demoRequested();
    void openRequested();
    void importRequested();
    void connectRequested();
    void cancelRequested();
    void languageChosen(const QString &language);
    void themeChosen(zsb::ThemeChoice choice);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Choice
    {
        QLatin1StringView name;
        QString icon;
        QString title;
        QString text;
    };
    [[nodiscard]] QWidget *buildTop();
    [[nodiscard]] QWidget *buildChoices();
    [[nodiscard]] QWidget *buildProgress();
    [[nodiscard]] QPushButton *makeChoice(const Choice &choice);
    void refreshTheme();

    Theme &m_theme;
    QComboBox *m_language = nullptr;
    QComboBox *m_look = nullptr;
    QStackedWidget *m_middle = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_what = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    std::vector<std::pair<QLabel *, QString>> m_icons;
};

} // namespace zsb
