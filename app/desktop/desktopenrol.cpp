#include "app/desktop/desktop.h"
#include "app/desktop/joinfile.h"
#include "app/desktop/season.h"
#include "app/desktop/secretsholder.h"
#include "app/desktop/serviceseason.h"
#include "core/storage/seasonkeys.h"
#include "ui/home/welcomepage.h"
#include "ui/shell/mainwindow.h"
#include "ui/sync/connectdialog.h"

#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace zsb {

/// The wizard. What comes of it is a folder of its own, which opens at the gate.
void Desktop::connectService(const QString &address)
{
    auto *controller = new ConnectController(m_clock, secureRandom());
    auto *dialog = new ConnectDialog(m_theme, *controller, QSysInfo::machineHostName(), m_window.get());
    controller->setParent(dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(controller, &ConnectController::enrolled, this, [this, dialog](const NewEnrolment &made) {
        dialog->accept();
        keepEnrolment(made);
    });
    dialog->start(address);
    dialog->open();
}

void Desktop::join(const QString &path)
{
    const auto tell = [this](const Error &error) {
        m_welcome->showError(tr("没有按文件登记成"), error);
        emit failed(error);
    };
    const Result<JoinFile> file = readJoinFile(path);
    if (!file) {
        tell(file.error());
        return;
    }
    auto *run = new JoinRun(*file, m_clock, secureRandom(), this);
    connect(run, &JoinRun::joined, this, &Desktop::keepEnrolment);
    connect(run, &JoinRun::failed, this, tell);
    run->start();
}

QString Desktop::folderForService() const
{
    for (int number = 1;; ++number) {
        QString folder = standardFolder(number == 1 ? u"service"_s : u"service-%1"_s.arg(number));
        if (!holdsSeason(folder) && !isSealedSeason(folder.toStdString()))
            return folder;
    }
}

void Desktop::keepEnrolment(const NewEnrolment &made)
{
    const QString folder = folderForService();
    const std::shared_ptr<Secrets> secrets = secretsOf(folder);
    secrets->keep(deviceSecret(made.enrolment), packSecrets(made.secrets), this,
                  [this, folder, enrolment = made.enrolment, secrets](const Done &kept) {
                      if (!kept) {
                          m_welcome->showError(tr("这台电脑的密钥没有保存"), kept.error());
                          return;
                      }
                      m_tasks.run(
                          this,
                          [folder, enrolment, secrets, now = m_clock(), &tasks = m_tasks](const TaskContext &context) {
                              SecretsHolder holder(secrets, tasks, context.stop);
                              return makeServiceSeason(folder, enrolment, holder, now);
                          },
                          [this, folder](const Done &season) {
                              if (season)
                                  openFolder(folder);
                              else
                                  m_welcome->showError(tr("没有建成数据文件夹"), season.error());
                          });
                  });
}

} // namespace zsb
