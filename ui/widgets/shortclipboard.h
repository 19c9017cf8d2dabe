#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

namespace zsb {

/// Puts what names a person on the clipboard for a short while: it goes by itself, with clear() and when the program
/// ends, unless something else was copied since.
class ShortClipboard : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kept{30};

    explicit ShortClipboard(QObject *parent = nullptr);
    ~ShortClipboard() override;

    void put(const QString &text);
    void clear();

private:
    QString m_text;
    QTimer m_timer;
};

} // namespace zsb
