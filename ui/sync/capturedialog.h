#pragma once

#include "core/sync/capturelane.h"

#include <QDialog>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>

class QLabel;
class QPushButton;

namespace zsb {

/// 手机采集 (A1.6.1–A1.6.3): the QR code of a one-time link, shown to the candidate at the desk, and how far their
/// phone is. Asks for a link when it opens and for its state while it is open; whoever made it carries that to the
/// service.
class CaptureDialog : public QDialog
{
    Q_OBJECT

public:
    /// How often the service is asked: 已采集 shows within five seconds.
    static constexpr std::chrono::milliseconds pace{2000};
    /// How long a link lives.
    static constexpr int minutes = 15;

    /// `server`: `https://host:port`, as phones reach it too. `moment`: a time in words.
    CaptureDialog(QString server, ApplicationId file, std::function<QString(Instant)> moment,
                  QWidget *parent = nullptr);

    /// What the service said; of another file: nothing happens.
    void take(const CaptureReport &report);

signals:
    void linkWanted();
    void watchWanted();
    void collected(); ///< once

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void askForLink();
    void showCode(const QString &path);
    void showState(const CaptureState &state);
    void takeProblem(const CaptureReport &report);
    void expire();
    void say(const QString &text, QLatin1StringView kind);

    QString m_server;
    ApplicationId m_file;
    std::function<QString(Instant)> m_moment;
    QString m_address;
    QLabel *m_code = nullptr;
    QLabel *m_said = nullptr;
    QLabel *m_until = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_again = nullptr;
    QTimer m_pace;
    QTimer m_end{this}; ///< counted here, for the clocks of this computer and the service may differ
    bool m_done = false;
    bool m_asked = false;
};

} // namespace zsb
