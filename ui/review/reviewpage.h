#pragma once

#include "ui/review/reviewcontroller.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace zsb {

class ActionRegistry;
class DecisionBar;
class ElidedLabel;
class FilmStrip;
class FindingsPane;
class FormPane;
class HistoryPanel;
class ImageViewer;
class NotePanel;
class PortraitPane;
class QueuePane;
class ReasonsPanel;
class Stepper;
class Theme;

/// The review workplace (R1): queue, steps, pictures, form, portrait, findings and the bar that decides; the short
/// answers (R3, R4, R5, doubt, findings) open at the side and leave the pictures in view. Wiring only: what happens is
/// the controller's business, which keys do it the registry's. The controller outlives the page.
class ReviewPage : public QWidget
{
    Q_OBJECT

public:
    ReviewPage(ReviewController &controller, ActionRegistry &actions, const Theme &theme, QWidget *parent = nullptr);

    /// The panes that take single keys; none of them accepts an input method (U11).
    [[nodiscard]] QList<QWidget *> panes() const;
    void focusSearch();
    [[nodiscard]] bool isAnswering() const; ///< a panel at the side is open

signals:
    void said(const QString &text); ///< for the status bar
    void statusChanged(const QString &position, const QString &pace);

protected:
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildTools();
    [[nodiscard]] QWidget *buildPictures();
    [[nodiscard]] QWidget *buildSide();
    void connectPanes();
    void connectPanels();
    void bindDecisions();
    void bindChecks();
    void bindViewer();

    void showFile();
    void showPicture();
    void showDetail(const std::string &sha256, const QImage &image);
    void showCheck();
    void showQueue();
    void showDone();
    void refreshActions();
    void retranslate();

    void openPanel(QWidget *panel);
    void closePanel();
    void openReasons(Deed deed);
    void openDoubt();
    void openConfirm();
    void openDismiss();
    void openHistory();
    void tell(const QString &text, Tone tone);

    ReviewController &m_controller;
    ActionRegistry &m_actions;
    const Theme &m_theme;
    QueuePane *m_queue;
    ElidedLabel *m_candidate;
    ElidedLabel *m_headline;
    Stepper *m_stepper;
    ElidedLabel *m_caption;
    ImageViewer *m_viewer;
    FilmStrip *m_film;
    FormPane *m_form;
    QLabel *m_portraitTitle;
    PortraitPane *m_portrait;
    FindingsPane *m_findings;
    QStackedWidget *m_side;
    ReasonsPanel *m_return;
    ReasonsPanel *m_refuse;
    NotePanel *m_note;
    HistoryPanel *m_history;
    DecisionBar *m_bar;
    QSplitter *m_split;
    std::function<void(const QString &)> m_noteAnswer;
    std::string m_shownPicture;
};

} // namespace zsb
