#pragma once

#include <QObject>
#include <QString>

#include <string>

namespace zsb {

class AnswerDialog;
class SyncController;

/// Brings an AnswerDialog the proofs that are looked at, from this computer or the service, and has it say why one does
/// not come. Belongs to the dialog.
class ProofCourier : public QObject
{
    Q_OBJECT

public:
    ProofCourier(SyncController &controller, AnswerDialog &dialog);

private:
    void fetch(const std::string &sha256);
    void show(const std::string &sha256);
    void refuse(const std::string &sha256, const std::string &problem);
    void tell();
    [[nodiscard]] QString obstacle() const;

    SyncController &m_controller;
    AnswerDialog &m_dialog;
    std::string m_problem; ///< why the service did not give the one that is looked at; empty: it has not said no
};

} // namespace zsb
