#include "ui/review/reviewpage.h"

#include "ui/review/coach.h"
#include "ui/review/decisionbar.h"
#include "ui/review/filmstrip.h"
#include "ui/review/findingspane.h"
#include "ui/review/formpane.h"
#include "ui/review/historypanel.h"
#include "ui/review/imageviewer.h"
#include "ui/review/notepanel.h"
#include "ui/review/portraitpane.h"
#include "ui/review/queuepane.h"
#include "ui/review/reasonspanel.h"
#include "ui/review/recentstrip.h"
#include "ui/review/stepper.h"
#include "ui/review/tagchips.h"
#include "ui/review/tagspanel.h"
#include "ui/review/viewspanel.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {
constexpr int queueWidth = 252;
constexpr int sideWidth = 372;
} // namespace

ReviewPage::ReviewPage(ReviewController &controller, ActionRegistry &actions, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_controller(controller),
      m_actions(actions),
      m_theme(theme),
      m_queue(new QueuePane(controller.queue(), theme, this)),
      m_candidate(new ElidedLabel(this)),
      m_chips(new TagChips(theme, this)),
      m_headline(new ElidedLabel(this)),
      m_stepper(new Stepper(theme, this)),
      m_caption(new ElidedLabel(this)),
      m_original(new QToolButton(this)),
      m_viewer(new ImageViewer(theme, this)),
      m_film(new FilmStrip(controller.materials(), theme, controller.pictures(), this)),
      m_form(new FormPane(controller.form(), theme, this)),
      m_portraitTitle(new QLabel(this)),
      m_portrait(new PortraitPane(theme, this)),
      m_findings(new FindingsPane(controller.findings(), theme, this)),
      m_side(new QStackedWidget(this)),
      m_return(new ReasonsPanel(ReasonsPanel::Kind::Return, controller.reasons(), theme, this)),
      m_refuse(new ReasonsPanel(ReasonsPanel::Kind::Refuse, controller.reasons(), theme, this)),
      m_note(new NotePanel(theme, this)),
      m_history(new HistoryPanel(controller.history(), theme, this)),
      m_views(new ViewsPanel(theme, this)),
      m_tags(new TagsPanel(theme, this)),
      m_bar(new DecisionBar(actions, this)),
      m_recent(new RecentStrip(controller.recent(), theme, this)),
      m_coach(new Coach(controller, actions, theme, this)),
      m_split(new QSplitter(this)),
      m_work(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(u"reviewPage"_s);
    m_controller.setOnScreen(false); // until it is shown: what nobody saw was not looked at
    build();
    connectPanes();
    connectPanels();
    bindDecisions();
    bindChecks();
    bindViewer();
    bindViews();
    bindTags();
    watchPlace();
    retranslate();
    showFilter();
    showQueue();
    showFile();
    showPicture();
}

/// Panes that go with the page give their actions back, of which nothing is shown any more.
ReviewPage::~ReviewPage()
{
    m_actions.disconnect(this);
}

void ReviewPage::build()
{
    setKind(m_candidate, "heading"_L1);
    setKind(m_headline, "muted"_L1);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::medium);
    head->addWidget(m_candidate); // no stretch: it would share the line out whatever each has to say
    head->addWidget(m_chips);
    head->addWidget(m_headline);
    m_headline->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_work->setChildrenCollapsible(false);
    m_work->addWidget(buildPictures());
    m_work->addWidget(buildSide());
    m_work->setStretchFactor(0, 1);
    m_work->setStretchFactor(1, 0);
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    column->addLayout(head);
    column->addWidget(m_stepper);
    column->addWidget(m_work, 1);
    column->addWidget(m_bar);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_queue);
    m_split->addWidget(right);
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_queue->setMinimumWidth(200);
    resetLayout();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::small, space::small, space::small, space::small);
    layout->addWidget(m_split);
    int order = 1;
    for (QWidget *pane : panes()) {
        m_actions.addPane(pane);
        markPane(pane, order++);
    }
    markPane(&m_recent->list(), order); // has keys of its own
}

void ReviewPage::resetLayout()
{
    m_work->setSizes({600, sideWidth});
    m_split->setSizes({queueWidth, 1000});
    m_viewer->fit();
}

QWidget *ReviewPage::buildTools()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(u"pictureTools"_s);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const char *id :
         {"viewer.fit", "viewer.actual", "viewer.zoomOut", "viewer.zoomIn", "viewer.rotateLeft", "viewer.rotateRight",
          "viewer.magnifier", "viewer.compare", "viewer.overlays", "viewer.texts"}) {
        auto *button = new QToolButton(bar);
        button->setObjectName(QString::fromLatin1(id));
        button->setDefaultAction(m_actions.action(id));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAccessibleName(ActionRegistry::plainText(*m_actions.action(id)));
        button->setMinimumHeight(space::target);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    m_caption->setObjectName(u"pictureCaption"_s);
    m_caption->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_caption->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_original->setObjectName(u"askForOriginal"_s);
    m_original->setDefaultAction(m_actions.action("viewer.original"));
    m_original->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_original->setMinimumHeight(space::target);
    m_original->setFocusPolicy(Qt::TabFocus);
    m_original->hide();
    connect(&m_actions, &ActionRegistry::changed, this, &ReviewPage::showOriginal);
    layout->addWidget(m_caption);
    layout->addWidget(m_original);
    return bar;
}

QWidget *ReviewPage::buildPictures()
{
    auto *pictures = new QWidget(this);
    auto *layout = new QVBoxLayout(pictures);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    layout->addWidget(buildTools());
    layout->addWidget(m_viewer, 1);
    layout->addWidget(m_film);
    layout->addWidget(m_coach); // below the pictures: the form keeps its rows
    layout->addWidget(m_recent);
    return pictures;
}

QWidget *ReviewPage::buildSide()
{
    auto *facts = new QWidget(this);
    auto *layout = new QVBoxLayout(facts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    layout->addWidget(m_form, 3);
    layout->addWidget(m_portraitTitle);
    layout->addWidget(m_portrait);
    layout->addWidget(m_findings, 2);
    m_side->addWidget(facts);
    for (QWidget *panel :
         {static_cast<QWidget *>(m_return), static_cast<QWidget *>(m_refuse), static_cast<QWidget *>(m_note),
          static_cast<QWidget *>(m_history), static_cast<QWidget *>(m_views), static_cast<QWidget *>(m_tags)})
        m_side->addWidget(panel);
    m_side->setMinimumWidth(300);
    return m_side;
}

QList<QWidget *> ReviewPage::panes() const
{
    return {&m_queue->list(), m_stepper, m_viewer, m_film, &m_form->table(), m_portrait, &m_findings->list()};
}

void ReviewPage::setSealed(bool sealed)
{
    m_queue->setSealed(sealed);
}

void ReviewPage::focusSearch()
{
    m_queue->focusSearch();
}

bool ReviewPage::isAnswering() const
{
    return m_side->currentIndex() > 0;
}

void ReviewPage::connectPanes()
{
    connect(m_queue, &QueuePane::searchWanted, &m_controller, &ReviewController::setSearch);
    connect(m_queue, &QueuePane::numberWanted, this, [this](const QString &number) {
        if (!m_controller.openNumber(number))
            return;
        m_queue->closeNumber();
        m_viewer->setFocus(Qt::OtherFocusReason);
    });
    connect(m_queue, &QueuePane::viewWanted, this, [this](const QString &id) {
        if (id != ReviewController::searchView())
            m_controller.setView(id);
    });
    connect(&m_controller, &ReviewController::filterChanged, this, &ReviewPage::showFilter);
    connect(m_queue, &QueuePane::typeWanted, &m_controller, &ReviewController::setType);
    connect(m_queue, &QueuePane::fileWanted, &m_controller, &ReviewController::openRow);
    connect(m_stepper, &Stepper::stepChosen, &m_controller, &ReviewController::setStep);
    connect(m_film, &FilmStrip::pictureChosen, this, [this](int row) {
        if (row != m_controller.picture())
            m_controller.showPicture(row);
    });
    connect(m_form, &FormPane::onlyProblemsWanted, &m_controller, &ReviewController::setOnlyProblems);
    connect(m_form, &FormPane::allStepsWanted, &m_controller, [this] { m_controller.setStep(0); });
    connect(m_portrait, &PortraitPane::activated, &m_controller, &ReviewController::showPortrait);
    connect(m_findings, &FindingsPane::evidenceWanted, &m_controller, &ReviewController::showFinding);
    connect(m_viewer, &ImageViewer::viewChanged, this,
            [this] { m_controller.setVisibleShare(m_viewer->hasImage() ? m_viewer->visibleShare() : 1.0); });
    connect(m_viewer, &ImageViewer::detailWanted, this, [this] { m_controller.pictures().wantDetail(m_shownPicture); });
    connect(&m_controller.pictures(), &PictureLoader::detailReady, this, &ReviewPage::showDetail);
    connect(&m_controller, &ReviewController::fileChanged, this, &ReviewPage::showFile);
    connect(&m_controller, &ReviewController::pictureChanged, this, &ReviewPage::showPicture);
    connect(&m_controller, &ReviewController::pictureChanged, this, &ReviewPage::showObstacle);
    connect(&m_controller, &ReviewController::portraitMeasured, this, &ReviewPage::showMeasured);
    connect(&m_controller, &ReviewController::marksChanged, this, &ReviewPage::showEvidence);
    connect(&m_controller.pictures(), &PictureLoader::ready, this, &ReviewPage::showPicture);
    connect(&m_controller, &ReviewController::checkChanged, this, &ReviewPage::showCheck);
    connect(&m_controller, &ReviewController::queueChanged, this, &ReviewPage::showQueue);
    connect(&m_controller, &ReviewController::queueFinished, this, &ReviewPage::showDone);
    connect(&m_controller, &ReviewController::fieldWanted, m_form, &FormPane::showField);
    connect(&m_controller, &ReviewController::undoChanged, this, &ReviewPage::refreshUndo);
    connect(&m_actions, &ActionRegistry::declined, this, &ReviewPage::decline);
    connect(&m_controller, &ReviewController::said, this, &ReviewPage::tell);
    connect(m_recent, &RecentStrip::fileWanted, this, [this](int row) {
        m_controller.openRecent(row);
        m_viewer->setFocus(Qt::OtherFocusReason);
    });
    connect(m_recent, &RecentStrip::undoWanted, &m_controller, &ReviewController::undoRecent);
    connect(m_recent, &RecentStrip::left, this, [this] { m_viewer->setFocus(Qt::OtherFocusReason); });
    connect(m_coach, &Coach::finished, this, [this] {
        m_viewer->setFocus(Qt::OtherFocusReason);
        emit coached();
    });
}

void ReviewPage::coach()
{
    m_coach->start();
}

void ReviewPage::connectPanels()
{
    for (SidePanel *panel :
         {static_cast<SidePanel *>(m_return), static_cast<SidePanel *>(m_refuse), static_cast<SidePanel *>(m_note),
          static_cast<SidePanel *>(m_history), static_cast<SidePanel *>(m_views), static_cast<SidePanel *>(m_tags)})
        connect(panel, &SidePanel::cancelled, this, &ReviewPage::closePanel);
    connect(m_return, &ReasonsPanel::previewWanted, this,
            [this] { m_return->setPreview(m_controller.notice(Judgement::Return, m_return->deadline())); });
    connect(m_refuse, &ReasonsPanel::previewWanted, this,
            [this] { m_refuse->setPreview(m_controller.notice(Judgement::Refuse, {})); });
    connect(m_return, &ReasonsPanel::sent, this, [this] {
        carryOut([this, deadline = m_return->deadline()] { return m_controller.returnFile(deadline); });
    });
    connect(m_refuse, &ReasonsPanel::sent, this, [this] { carryOut([this] { return m_controller.refuse(); }); });
    connectViews();
    connect(m_note, &NotePanel::given, this,
            [this](const QString &note) { carryOut([this, note] { return m_noteAnswer(note); }); });
}

void ReviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_controller.setOnScreen(true);
    if (!focusWidget())
        m_viewer->setFocus();
}

/// Whichever way one comes in, the keys are ready. No focus proxy: it would tear the Tab order.
void ReviewPage::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_viewer->setFocus(event->reason());
}

void ReviewPage::hideEvent(QHideEvent *event)
{
    m_controller.setOnScreen(false);
    QWidget::hideEvent(event);
}

void ReviewPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ReviewPage::retranslate()
{
    m_portraitTitle->setText(tr("照片"));
    showFile();
    showCheck();
}

} // namespace zsb
