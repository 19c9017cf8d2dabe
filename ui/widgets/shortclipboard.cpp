#include "ui/widgets/shortclipboard.h"

#include <QClipboard>
#include <QGuiApplication>

namespace zsb {

ShortClipboard::ShortClipboard(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kept);
    connect(&m_timer, &QTimer::timeout, this, &ShortClipboard::clear);
}

ShortClipboard::~ShortClipboard()
{
    clear();
}

void ShortClipboard::put(const QString &text)
{
    m_text = text;
    QGuiApplication::clipboard()->setText(text);
    m_timer.start();
}

void ShortClipboard::clear()
{
    m_timer.stop();
    if (!m_text.isEmpty() && QGuiApplication::clipboard()->text() == m_text)
        QGuiApplication::clipboard()->clear();
    m_text.clear();
}

} // namespace zsb
