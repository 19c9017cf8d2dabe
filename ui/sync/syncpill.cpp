#include "ui/sync/syncpill.h"

#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace zsb {

SyncPill::SyncPill(const Theme &theme, QWidget *parent) : QToolButton(parent), m_theme(theme)
{
    setObjectName("syncPill"_L1);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setMinimumHeight(space::target);
    connect(&theme, &Theme::changed, this, &SyncPill::refresh);
    refresh();
}

void SyncPill::show(const SyncFace &face)
{
    if (m_face == face)
        return;
    m_face = face;
    refresh();
}

void SyncPill::refresh()
{
    const QString words = SyncWords::pill(m_face);
    setText(words);
    setIcon(m_theme.toneIcon(SyncWords::tone(m_face)));
    setToolTip(SyncWords::sentence(m_face));
    setSpokenName(this, tr("同步：%1").arg(words));
    setSpokenDescription(this, SyncWords::sentence(m_face));
}

} // namespace zsb
