#pragma once

#include "core/domain/application.h"
#include "ui/sync/syncrows.h"

#include <QDialog>
#include <QString>

#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace zsb {

class Prompts;

/// What is asked for.
struct ChangeWish
{
    std::string conversion{};
    std::string note{};
    std::vector<std::pair<std::string, QString>> proofs{}; ///< slot, file of this computer
};

/// 考生类型变更 (A1.4.1.6, A1.4.1.7, A1.4.3.4): to which type, why, with which proofs, and what has to be shown anew.
/// Stays open until it is done: a refusal says why.
class ChangeDialog : public QDialog
{
    Q_OBJECT

public:
    /// `rows` and `prompts` outlive it, as does what `rows` refers to.
    ChangeDialog(ApplicationState state, std::vector<const Conversion *> offers, const SyncRows &rows, Prompts *prompts,
                 QWidget *parent = nullptr);

    /// It was not carried out.
    void refuse(const QString &why);

signals:
    void wanted(const zsb::ChangeWish &wish);

private:
    void build();
    void showNeeds();
    void addProof();
    void check();
    [[nodiscard]] const Conversion &conversion() const;

    ApplicationState m_state;
    std::vector<const Conversion *> m_offers;
    SyncRows m_rows;
    Prompts *m_prompts = nullptr;
    std::vector<std::pair<std::string, QString>> m_proofs;
    QComboBox *m_to = nullptr;
    QLabel *m_needs = nullptr;
    QComboBox *m_slot = nullptr;
    QLineEdit *m_files = nullptr; ///< shows their names
    QPushButton *m_add = nullptr;
    QLineEdit *m_note = nullptr;
    QPushButton *m_accept = nullptr;
    QLabel *m_said = nullptr;
};

} // namespace zsb
