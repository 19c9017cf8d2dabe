#pragma once

#include <QFrame>

class QLabel;

namespace zsb {

/// The orange strip over the whole window that says the data are not real: 演示数据.
class TitleStrip : public QFrame
{
    Q_OBJECT

public:
    explicit TitleStrip(QWidget *parent = nullptr);

    void setText(const QString &text);

signals:
    void leaveRequested(); ///< 离开演示

private:
    QLabel *m_label = nullptr;
};

} // namespace zsb
