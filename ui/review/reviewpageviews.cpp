#include "ui/review/queuepane.h"
#include "ui/review/reviewpage.h"
#include "ui/review/tagchips.h"
#include "ui/review/tagspanel.h"
#include "ui/review/viewspanel.h"
#include "ui/widgets/actionregistry.h"

#include <QAction>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::pair<const char *, QueueOrder> orderActions[] = {
    {"review.order.urgency", QueueOrder::Urgency},
    {"review.order.number", QueueOrder::Number},
    {"review.order.name", QueueOrder::Name},
};

} // namespace

void ReviewPage::bindViews()
{
    m_actions.bind("review.views", this, [this] { openViews(ViewsPanel::Begin::Open); });
    m_actions.bind("review.saveView", this, [this] { openViews(ViewsPanel::Begin::Save); });
    for (const auto &[id, order] : orderActions) {
        m_actions.bind(id, this, [this, chosen = order] {
            m_controller.setOrder(chosen);
            showFilter(); // one of them stays checked
        });
    }
}

void ReviewPage::connectViews()
{
    connect(m_views, &ViewsPanel::saveWanted, this, [this](const QString &name) {
        closePanel();
        m_controller.saveView(name);
    });
    connect(m_views, &ViewsPanel::openWanted, this, [this](const QString &id) {
        closePanel();
        m_controller.openSavedView(id);
    });
    connect(m_views, &ViewsPanel::renameWanted, &m_controller, &ReviewController::renameView);
    connect(m_views, &ViewsPanel::removeWanted, &m_controller, &ReviewController::removeView);
}

void ReviewPage::openViews(ViewsPanel::Begin begin)
{
    openPanel(m_views);
    m_views->start(m_controller.filterWords(), m_controller.savedViews(), m_controller.savedView(), begin);
}

void ReviewPage::showFilter()
{
    m_queue->showSearch(m_controller.filter().text);
    for (const auto &[id, order] : orderActions)
        m_actions.action(id)->setChecked(order == m_controller.filter().order);
}

void ReviewPage::bindTags()
{
    const auto open = [this] {
        openPanel(m_tags);
        m_tags->start(m_controller.candidate(), m_controller.fileTags(), m_controller.tagWords());
    };
    m_actions.bind("review.tags", this, open);
    for (int tag = 1; tag <= tagCount; ++tag)
        m_actions.bind("review.tag" + std::to_string(tag), this, [this, tag] { m_controller.toggleTag(tag); });
    connect(m_tags, &TagsPanel::toggleWanted, &m_controller, &ReviewController::toggleTag);
    connect(m_tags, &TagsPanel::nameWanted, &m_controller, &ReviewController::nameTag);
    connect(m_tags, &TagsPanel::finished, this, &ReviewPage::closePanel);
    connect(m_chips, &TagChips::clicked, m_actions.action("review.tags"), &QAction::trigger);
    connect(m_queue, &QueuePane::tagWanted, &m_controller, &ReviewController::setTagChoice);
    connect(&m_controller, &ReviewController::tagsChanged, this, &ReviewPage::showTags);
}

void ReviewPage::showTags()
{
    m_chips->setTags(m_controller.fileTags(), m_controller.tagWords());
    if (m_side->currentWidget() == m_tags) // else it is told when it opens; screen readers hear of hidden lists too
        m_tags->setTags(m_controller.fileTags(), m_controller.tagWords());
}

} // namespace zsb
