#pragma once

#include "ui/sync/connectcontroller.h"

#include <QDialog>

#include <map>

class QCheckBox;
class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace zsb {

class Theme;

/// W2, the connection wizard: address and proxy, the five named checks with what to do about each, the fingerprint to
/// compare, the one-time code. Every step is on the screen from the start; what comes next can be used when what comes
/// before is good.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    /// `device`: what this computer is called unless somebody says otherwise.
    ConnectDialog(const Theme &theme, ConnectController &controller, const QString &device, QWidget *parent = nullptr);

    void start(const QString &address); ///< with this in the editor

private:
    [[nodiscard]] QWidget *buildAddress();
    [[nodiscard]] QWidget *buildProxy();
    [[nodiscard]] QWidget *buildChecks();
    [[nodiscard]] QWidget *buildFingerprint();
    [[nodiscard]] QWidget *buildCode(const QString &device);
    void showProxy();
    void showState();
    void showCheck(ConnectionStep step, const ConnectionFinding *finding);
    void showFailure(const QString &text);
    [[nodiscard]] ConnectionWish wish() const;

    struct CheckRow
    {
        QLabel *sign = nullptr;
        QLabel *result = nullptr;
        QLabel *remedy = nullptr;
    };

    const Theme &m_theme;
    ConnectController &m_controller;
    QLineEdit *m_address = nullptr;
    QComboBox *m_proxy = nullptr;
    QWidget *m_manual = nullptr;
    QLineEdit *m_proxyHost = nullptr;
    QSpinBox *m_proxyPort = nullptr;
    QLineEdit *m_proxyUser = nullptr;
    QLineEdit *m_proxyPassword = nullptr;
    QPushButton *m_check = nullptr;
    std::map<ConnectionStep, CheckRow> m_checks;
    QLabel *m_fingerprint = nullptr;
    QCheckBox *m_compared = nullptr;
    QLineEdit *m_code = nullptr;
    QLineEdit *m_device = nullptr;
    QPushButton *m_enrol = nullptr;
    QLabel *m_said = nullptr;
};

} // namespace zsb
