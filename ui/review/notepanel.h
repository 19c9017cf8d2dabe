#pragma once

#include "ui/review/sidepanel.h"

#include <QStringList>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace zsb {

/// Asks for one short sentence: why a finding is confirmed or dismissed, what is doubtful. The usual sentences lie
/// under the digits; one key gives the whole answer.
class NotePanel : public SidePanel
{
    Q_OBJECT

public:
    enum class Needed
    {
        Note,   ///< a sentence has to be given
        Nothing ///< it may stay empty
    };

    explicit NotePanel(const Theme &theme, QWidget *parent = nullptr);

    void start(const QString &title, const QString &about, const QString &action, const QStringList &usual,
               Needed needed);
    [[nodiscard]] QString note() const;
    void setNote(const QString &note); ///< what was begun before

signals:
    void given(const QString &note);
    void edited();

protected:
    void accept() override;
    void goToMissing() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void check();

    QLabel *m_about;
    QListView *m_usual;
    QStandardItemModel *m_sentences;
    QLineEdit *m_note;
    Needed m_needed = Needed::Note;
};

} // namespace zsb
