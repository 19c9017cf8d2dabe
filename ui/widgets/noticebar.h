#pragma once

#include <QFrame>

namespace zsb {

class ElidedLabel;

/// One line that says what happened while nobody looked; stays until it is put away, and asks nothing.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    using QFrame::show;
    void show(const QString &text);

private:
    ElidedLabel *m_label;
};

} // namespace zsb
