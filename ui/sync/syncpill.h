#pragma once

#include "ui/sync/syncface.h"

#include <QToolButton>

namespace zsb {

class Theme;

/// The pill in the header: how the sync stands, in words, sign and colour; pressed, it leads to the sync centre.
class SyncPill : public QToolButton
{
    Q_OBJECT

public:
    explicit SyncPill(const Theme &theme, QWidget *parent = nullptr);

    void show(const SyncFace &face);
    using QToolButton::show;

private:
    void refresh();

    const Theme &m_theme;
    SyncFace m_face;
};

} // namespace zsb
