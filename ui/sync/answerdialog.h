#pragma once

#include "core/domain/application.h"

#include <QDialog>
#include <QImage>
#include <QString>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace zsb {

class SyncRows;

/// The answer to a request for another type: what is asked, by whom and why, its proofs, and a yes or no (A1.4.3.4). A
/// no needs a word. Stays open until it is done: a refusal says why.
class AnswerDialog : public QDialog
{
    Q_OBJECT

public:
    AnswerDialog(const ApplicationState &state, const ConversionRequest &request, const SyncRows &rows,
                 QWidget *parent = nullptr);

    /// A proof came; of another one than the one chosen: nothing happens.
    void take(const std::string &sha256, const QImage &picture);
    /// The proof that is looked at is not here: why, in words; empty: it is on its way.
    void await(const QString &why);
    /// It was not carried out.
    void refuse(const QString &why);
    /// SHA-256 of the proof that is looked at; empty: there is none.
    [[nodiscard]] std::string proof() const;

signals:
    void proofWanted(const std::string &sha256);
    void answered(bool accepted, const QString &note);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build(const QString &who, const QString &what);
    void askForProof();

    QComboBox *m_proofs = nullptr;
    QPushButton *m_again = nullptr;
    QLabel *m_picture = nullptr;
    QLineEdit *m_note = nullptr;
    QPushButton *m_decline = nullptr;
    QLabel *m_said = nullptr;
};

} // namespace zsb
