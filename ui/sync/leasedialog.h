#pragma once

#include "core/protocol/leases.h"

#include <QDialog>
#include <QList>
#include <QString>

class QComboBox;
class QSpinBox;

namespace zsb {

/// A role as which somebody may claim, in the reader's language.
struct LeaseRole
{
    QString id;
    QString label;
};

/// 领取 N 份: how many, for how long, as what.
class LeaseDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr int most = 500; ///< as the service gives at once
    static constexpr int usual = 20;

    explicit LeaseDialog(const QList<LeaseRole> &roles, QWidget *parent = nullptr);

signals:
    void chosen(const zsb::LeaseRequest &request);

private:
    void choose();

    QSpinBox *m_count = nullptr;
    QComboBox *m_time = nullptr;
    QComboBox *m_role = nullptr;
};

} // namespace zsb
