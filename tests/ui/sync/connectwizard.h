#pragma once

#include "core/base/id.h"
#include "tests/support/connectproxy.h"
#include "ui/sync/connectdialog.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

namespace zsb::test {

/// The connection wizard as a person works it.
struct Wizard
{
    static constexpr int patienceMs = 30'000;

    explicit Wizard(Clock clock = systemClock()) : controller(std::move(clock), secureRandom())
    {
        dialog.show();
        part<QComboBox>("connectProxy")->setCurrentIndex(1); // none
    }
    template<typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return dialog.findChild<T *>(QLatin1StringView(name));
    }
    void useProxy(const ConnectProxy &proxy, const QString &user, const QString &password) const
    {
        auto *kind = part<QComboBox>("connectProxy");
        kind->setCurrentIndex(kind->findData(QStringLiteral("http")));
        part<QLineEdit>("connectProxyHost")->setText(QStringLiteral("127.0.0.1"));
        part<QSpinBox>("connectProxyPort")->setValue(proxy.port());
        part<QLineEdit>("connectProxyUser")->setText(user);
        part<QLineEdit>("connectProxyPassword")->setText(password);
    }
    [[nodiscard]] bool check(const QString &address) const
    {
        part<QLineEdit>("connectAddress")->setText(address);
        part<QPushButton>("connectCheck")->click();
        return QTest::qWaitFor([this] { return !controller.isBusy(); }, patienceMs);
    }
    /// The fingerprint is compared and found the same.
    [[nodiscard]] bool accept() const
    {
        part<QCheckBox>("connectCompared")->click();
        return QTest::qWaitFor([this] { return !controller.isBusy(); }, patienceMs);
    }
    /// Nothing: those before `bad` are good, those behind were not made, and `bad` has this trouble and says so.
    [[nodiscard]] QString wrong(ConnectionStep bad, const QString &remedy) const
    {
        for (const auto &[step, id] : enumIds(ConnectionStep{})) {
            const QString name = QString::fromLatin1(id.data(), qsizetype(id.size()));
            const QString result = dialog.findChild<QLabel *>(QStringLiteral("check_") + name)->text();
            const QString said = dialog.findChild<QLabel *>(QStringLiteral("remedy_") + name)->text();
            const QString expected = step < bad    ? QStringLiteral("正常")
                                     : step == bad ? QStringLiteral("不通过")
                                                   : QStringLiteral("未检查");
            if (result != expected || said != (step == bad ? remedy : QString()))
                return name + QStringLiteral(": ") + result + QStringLiteral(" / ") + said;
        }
        return controller.isReady() ? QStringLiteral("ready all the same") : QString();
    }

    Theme theme;
    ConnectController controller;
    ConnectDialog dialog{theme, controller, QStringLiteral("desk")};
};

} // namespace zsb::test
